import { describe, expect, it } from 'vitest';
import { loopDiagram } from '../../../../tests/charts/loop-example';
import { loopTable } from '../loop-figure';
import { lightPalette } from '../light-palette';
import { followedBy, itemAfterKey, placeLoops, turnOf, weightOf } from './loops';
import { placeRing } from './ring';

const english = loopDiagram({ locale: 'en', palette: lightPalette, width: 900 });
const arabic = loopDiagram({ locale: 'ar', palette: lightPalette, width: 900 });

describe('a causal-loop diagram', () => {
  it('stands mirrored in Arabic, and its loops turn the other way', () => {
    const [here, there] = [placeLoops(english), placeLoops(arabic)];
    const middle = (box: { left: number; right: number }): number => (box.left + box.right) / 2;
    here.nodes.forEach(({ box }, index) => expect(middle(there.nodes[index]!.box)).toBeCloseTo(900 - middle(box), 6));
    expect(here.badges[0]!.arc).toMatch(/ 0 1 1 /);
    expect(there.badges[0]!.arc).toMatch(/ 0 1 0 /);
  });

  it('keeps every word inside the drawing', () => {
    for (const props of [english, arabic]) {
      const { nodes, height } = placeLoops(props);
      for (const { box } of nodes) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(900);
        expect(box.bottom).toBeLessThan(height);
      }
    }
  });

  it('draws what counts more heavier, and nothing thinner than can be seen', () => {
    expect([0, 0.25, 1, 7].map((strength) => weightOf(strength).toFixed(2))).toEqual(['0.80', '1.85', '5.00', '5.00']);
    const { links } = placeLoops(english);
    expect(links.map(({ glyph }) => glyph).join('')).toBe('+−++−++±');
    expect(links.filter(({ delayed }) => !delayed).map(({ id }) => id)).toEqual(['groups>hazard']);
  });

  it('ends its arrows outside the boxes that they join', () => {
    const { nodes, links } = placeLoops(english);
    for (const { path, from, to } of links) {
      const numbers = path.match(/-?[\d.]+/g)!.map(Number);
      const ends = { [from]: numbers.slice(0, 2), [to]: numbers.slice(4, 6) };
      for (const [id, [x, y]] of Object.entries(ends)) {
        const { box } = nodes.find((node) => node.id === id)!;
        const inside = x! > box.left && x! < box.right && y! > box.top && y! < box.bottom;
        expect(inside, `${from} > ${to} at ${id}`).toBe(false);
      }
    }
  });

  it('follows a quantity to its causes and effects, and a loop round', () => {
    expect([...followedBy('violence', english)!.links].sort()).toEqual([
      'groups>violence',
      'hazard>violence',
      'violence>groups',
      'violence>trust'
    ]);
    expect(followedBy('r1', english)!.links).toEqual(
      new Set(['trust>force', 'force>groups', 'groups>violence', 'violence>trust'])
    );
    expect(followedBy('b3', english)!.links).toEqual(new Set(['effort>groups']));
    expect(followedBy(null, english)).toBeNull();
  });

  it('leads by arrow keys to the nearest in that direction, and stays where there is none', () => {
    const items = placeLoops(english).nodes.map(({ id, box }) => ({
      id,
      at: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
    }));
    expect(itemAfterKey('ArrowRight', 'trust', items)).toBe('force');
    expect(itemAfterKey('ArrowDown', 'trust', items)).toBe('violence');
    expect(itemAfterKey('ArrowUp', 'trust', items)).toBe('trust');
    expect(itemAfterKey('a', 'trust', items)).toBeNull();
  });

  it('knows which way points run round', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 1 }
    ];
    expect(turnOf(square)).toBe(1);
    expect(turnOf([...square].reverse())).toBe(-1);
  });

  it('puts a loop by itself around its badge', () => {
    const { nodes, badges } = placeRing({ ...english, width: 420, nodes: english.nodes.slice(0, 4) });
    const [top, right, bottom, left] = nodes.map(({ box }) => ({
      x: (box.left + box.right) / 2,
      y: (box.top + box.bottom) / 2
    }));
    const { at } = badges[0]!;
    expect(top!.y).toBeLessThan(at.y);
    expect(right!.x).toBeGreaterThan(at.x);
    expect(bottom!.y).toBeGreaterThan(at.y);
    expect(left!.x).toBeLessThan(at.x);
  });

  it('has a table of its links', () => {
    const words = { from: 'From', to: 'To', sign: 'Sign', strength: 'Strength', format: String };
    const table = loopTable(english, {
      ...words,
      signs: { positive: 'raises', negative: 'lowers', changing: 'either' }
    });
    expect(table.rows[1]).toEqual(['Strength of the unified force', 'Autonomy of armed groups', 'lowers', 0.55]);
    expect(table.rows).toHaveLength(english.links.length);
  });
});
