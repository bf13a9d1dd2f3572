import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { darkPalette, lightPalette, MapFigure, mapTable, type MapFigureProps } from '$lib/charts';
import { toSvg } from '../../src/lib/export/server-svg';
import { placeMap, placeMapCard, sayOf } from '../../src/lib/charts/place/map';
import { textWidth } from '../../src/lib/charts/place/text';
import type { Look } from './examples';
import { map } from './map-example';

/** The map as the file a reader takes away, and what must hold of it at every width and in both languages. */
const folder = fileURLToPath(new URL('../golden/charts/', import.meta.url));

const cases: Record<string, (look: Look) => MapFigureProps> = {
  map: (look) => map(look),
  'map-actor': (look) => map(look, { actor: 'russia', month: 40 }),
  'map-read': (look) => map(look, { reading: 'south', month: 60 })
};

const looks: readonly [string, Look][] = (['en', 'ar'] as const).flatMap((locale) =>
  (
    [
      ['light.wide', lightPalette, 920],
      ['dark.wide', darkPalette, 920],
      ['light.narrow', lightPalette, 360]
    ] as const
  ).map(([name, palette, width]): [string, Look] => [`${locale}.${name}`, { locale, palette, width }])
);

describe.each(Object.entries(cases))('the figure %s', (name, props) => {
  it.each(looks)('looks as it did: %s', (look, one) => {
    const svg = toSvg(MapFigure, props(one));
    const path = `${folder}${name}.${look}.svg`;
    if (process.env['UPDATE_GOLDEN'] === '1') {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, svg);
    }
    expect(existsSync(path), `${name}.${look}.svg is missing; run with UPDATE_GOLDEN=1 and look at it`).toBe(true);
    expect(svg).toBe(readFileSync(path, 'utf8'));
  });

  it.each(looks)('can stand alone under a strict policy: %s', (_, one) => {
    const svg = toSvg(MapFigure, props(one));
    expect(svg).not.toMatch(/\sstyle=|<style|<script|class=|var\(--|NaN|undefined|Infinity/);
    const drawn = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]!);
    expect(drawn.length).toBeGreaterThan(15);
    for (const text of drawn) {
      if (/[\u0600-\u06ff]/.test(text)) expect(text).toMatch(/^\u2067[^\u2067]*\u2069$/);
    }
  });
});

const widths: readonly [string, Look][] = (['en', 'ar'] as const).flatMap((locale) =>
  [320, 358, 520, 559, 560, 640, 780, 920, 1280].map((width): [string, Look] => [
    `${locale} ${width}`,
    { locale, palette: lightPalette, width }
  ])
);

describe.each(widths)('a map, %s', (_, look) => {
  it('keeps its words inside, and names and values of places apart', () => {
    const placed = placeMap(map(look));
    const texts = [placed.header.texts, placed.quiet, placed.texts, placed.legend.texts, placed.footer].flat();
    for (const { x, y, text, size, weight, anchor } of texts) {
      const width = textWidth(text, size, weight);
      const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
      expect(left, `${text} leaves on the left`).toBeGreaterThanOrEqual(-1);
      expect(left + width, `${text} leaves on the right`).toBeLessThanOrEqual(look.width + 4);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThanOrEqual(placed.height);
    }
  });

  it('reads places and borders on a card that keeps its size over the months and covers nothing of what it reads', () => {
    for (const id of ['east', 'west', 'south', 'sudan', 'chad', 'niger']) {
      const cards = [0, 30, 60, 120].map((month) => {
        const props = map(look, { month });
        return placeMapCard(props, placeMap(props), id)!.card;
      });
      expect(new Set(cards.map(({ width, height }) => `${width} ${height}`)).size).toBe(1);
      const { frame, places, borders } = placeMap(map(look));
      const [x, y] = [...places, ...borders].find((one) => one.id === id)!.centre;
      const [card] = cards;
      expect(card!.x).toBeGreaterThanOrEqual(frame.left);
      expect(card!.x + card!.width).toBeLessThanOrEqual(frame.right + 1);
      const covers = x > card!.x && x < card!.x + card!.width && y > card!.y && y < card!.y + card!.height;
      expect(covers, `the card of ${id} covers its middle`).toBe(false);
    }
  });
});

describe('a map', () => {
  const look: Look = { locale: 'en', palette: lightPalette, width: 780 };

  it('says what it shows of a place and of a border', () => {
    const props = map(look, { month: 120 });
    expect(sayOf(props, 'east')).toMatch(/^East · Cyrenaica\. October 2034\. .*Russia \d+%/);
    expect(sayOf(props, 'niger')).toBe('Niger border. October 2034. Border control 81% (+57 points). Status quo 24%.');
    expect(sayOf(props, 'nowhere')).toBe('');
  });

  it('has a table with every share and every border, month by month, and the status quo', () => {
    const table = mapTable(map(look));
    expect(table.rows).toHaveLength(121);
    const ids = table.columns.map(({ id }) => id);
    expect(ids).toContain('east.russia');
    expect(ids).toContain('borders.niger.reference');
    expect(table.rows.at(-1)![ids.indexOf('borders.niger')]).toBeCloseTo(0.81);
  });

  it('draws no more of a comparison than it is told', () => {
    const props = map(look);
    const alone = { ...props, borders: props.borders.map(({ reference: _, ...border }) => border) };
    expect(sayOf(alone, 'niger')).toBe('Niger border. October 2034. Border control 81%.');
  });
});
