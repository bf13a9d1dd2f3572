import { describe, expect, it } from 'vitest';
import {
  BoxPairs,
  darkPalette,
  lightPalette,
  pairsTable,
  PeelingFigure,
  peelingTable,
  RangeStrips,
  stripsTable
} from '$lib/charts';
import { placePairs } from '../../src/lib/charts/place/box-pairs';
import { placePeeling, stepAfterKey, stepUnder } from '../../src/lib/charts/place/peeling';
import { placeStrips } from '../../src/lib/charts/place/range-strips';
import { textWidth } from '../../src/lib/charts/place/text';
import { toSvg } from '../../src/lib/export/server-svg';
import { pairs, peeling, strips } from './discovery-example';
import type { Look } from './examples';
import { checkGolden } from './golden';

/** The figures of a discovery as files, in the four looks that differ most. */
const looks: readonly (readonly [string, Look])[] = [
  ['en.light.wide', { locale: 'en', palette: lightPalette, width: 920 }],
  ['en.dark.narrow', { locale: 'en', palette: darkPalette, width: 360 }],
  ['ar.light.wide', { locale: 'ar', palette: lightPalette, width: 920 }],
  ['ar.dark.narrow', { locale: 'ar', palette: darkPalette, width: 360 }]
];
const figures: Record<string, (look: Look) => string> = {
  'discovery-trajectory': (look) => toSvg(PeelingFigure, peeling(look)),
  'discovery-ranges': (look) => toSvg(RangeStrips, strips(look)),
  'discovery-pairs': (look) => toSvg(BoxPairs, pairs(look))
};
const english = looks[0]![1];

describe.each(Object.entries(figures))('the figure %s', (name, draw) => {
  it.each(looks)('looks as it did, and can stand alone: %s', (look, props) => {
    const svg = draw(props);
    checkGolden(`${name}.${look}`, svg);
    expect(svg).not.toMatch(/\sstyle=|<style|<script|class=|var\(--|NaN|undefined|Infinity/);
    const drawn = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]!);
    expect(drawn.length).toBeGreaterThan(5);
    for (const text of drawn) if (/[\u0600-\u06ff]/.test(text)) expect(text).toMatch(/^\u2067[^\u2067]*\u2069$/);
  });
});

describe('words of the figures', () => {
  it.each(looks)('stay inside the drawing: %s', (_, look) => {
    const placed = [placePeeling(peeling(look)), placeStrips(strips(look)), placePairs(pairs(look))];
    for (const { texts, height } of placed) {
      for (const { x, y, text, size, weight, anchor } of texts) {
        const wide = textWidth(text, size, weight);
        const from = { start: x, middle: x - wide / 2, end: x - wide }[anchor];
        expect(from, text).toBeGreaterThan(-4);
        expect(from + wide, text).toBeLessThan(look.width + 4);
        expect(y, text).toBeLessThanOrEqual(height);
      }
    }
  });
});

describe('the trajectory', () => {
  it('draws steps that tell the same box once, and finds the first of them under the pointer', () => {
    const placed = placePeeling(peeling(english));
    expect(placed.points).toHaveLength(20);
    expect(placed.drawn).toHaveLength(13);
    const { x, y } = placed.points[5]!;
    expect(stepUnder(placed.points, x + 2, y - 1)).toBe(5);
    const last = placed.points[19]!;
    expect(stepUnder(placed.points, last.x, last.y)).toBe(12);
  });

  it.each(looks)('has the words of the chosen step clear of every point: %s', (_, look) => {
    const props = peeling(look);
    const dense = { ...props, boxes: props.boxes.map((box) => ({ ...box, density: Math.min(1, box.density + 0.35) })) };
    for (const one of [props, dense]) {
      for (let chosen = 0; chosen < 20; chosen++) {
        const { texts, points, plot } = placePeeling({ ...one, chosen });
        for (const { x, y, text, size } of texts.filter(({ text: own }) => one.texts.chosen.includes(own))) {
          expect(y).toBeGreaterThan(plot.top);
          expect(y).toBeLessThan(plot.bottom);
          const wide = textWidth(text, size);
          for (const point of points)
            expect(point.x > x && point.x < x + wide && point.y > y - size && point.y < y, `${chosen} ${text}`).toBe(
              false
            );
        }
      }
    }
  });

  it('goes inwards upwards and to the left, as its points do, and never beyond its ends', () => {
    const led = (key: string, step: number): number | null => stepAfterKey(key, step, 19);
    expect(['ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowRight'].map((key) => led(key, 8))).toEqual([9, 9, 7, 7]);
    expect(['Home', 'End', 'PageUp', 'PageDown'].map((key) => led(key, 17))).toEqual([0, 19, 19, 12]);
    expect(led('ArrowRight', 0)).toBe(0);
    expect(led('Tab', 3)).toBeNull();
  });
});

describe('the boxes', () => {
  it('lie in a strip where their range does, and reach to the edge where they are free', () => {
    const { limits, boxes } = placeStrips(strips(english));
    // Two of them belong to the legend.
    expect(limits).toHaveLength(2 + 1 + 2 + 1);
    const [, wide, narrow] = boxes;
    expect(wide!.x + wide!.width).toBeCloseTo(918, 0);
    expect(narrow!.width / (918 - wide!.x)).toBeCloseTo(0.03 / 0.77, 2);
  });

  it('have a panel for each pair of factors', () => {
    expect(placePairs(pairs(english)).frames).toHaveLength(3);
    expect(placePairs(pairs(english, 2)).frames).toHaveLength(1);
  });
});

describe('tables of a discovery', () => {
  it('hold what is drawn', () => {
    expect(peelingTable(peeling(english)).rows).toHaveLength(20);
    expect(peelingTable(peeling(english)).rows[8]).toEqual(['8', 1 - 0.035 * 8, 0.29 + 0.033 * 8, 2]);
    const table = stripsTable(strips(english));
    expect(table.rows).toHaveLength(6);
    expect(table.rows[0]).toHaveLength(table.columns.length);
    expect(pairsTable(pairs(english)).rows).toHaveLength(120);
  });
});
