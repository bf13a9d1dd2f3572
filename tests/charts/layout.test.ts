import { describe, expect, it } from 'vitest';
import { influenceTable, lightPalette, multiplesTable, trajectoryTable } from '$lib/charts';
import { placeInfluence } from '../../src/lib/charts/place/influence';
import { placeMultiples } from '../../src/lib/charts/place/multiples';
import type { PlacedText } from '../../src/lib/charts/place/frame';
import { placeReadout } from '../../src/lib/charts/place/readout';
import { placeSparkline } from '../../src/lib/charts/place/sparkline';
import { textWidth } from '../../src/lib/charts/place/text';
import { placeTrajectory } from '../../src/lib/charts/place/trajectory';
import { bandedStability, influence, parts, relapse, stability, type Look } from './examples';

/** What must hold of every figure at every width, in both languages: words stay inside, labels apart, read-outs steady. */
const looks: readonly Look[] = (['en', 'ar'] as const).flatMap((locale) =>
  [320, 360, 519, 520, 640, 759, 760, 920, 1280].map((width): Look => ({ locale, palette: lightPalette, width }))
);

const named = looks.map((look) => [`${look.locale} ${look.width}`, look] as const);

function box({ x, text, size, weight, anchor }: PlacedText): readonly [number, number] {
  const width = textWidth(text, size, weight);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return [left, left + width];
}

function expectInside(texts: readonly PlacedText[], look: Look, height: number): void {
  for (const text of texts) {
    const [left, right] = box(text);
    expect(left, `${text.text} leaves on the left`).toBeGreaterThanOrEqual(-1);
    expect(right, `${text.text} leaves on the right`).toBeLessThanOrEqual(look.width + 4);
    expect(text.y).toBeGreaterThan(0);
    expect(text.y).toBeLessThanOrEqual(height);
  }
}

function expectApart(texts: readonly PlacedText[]): void {
  const sorted = [...texts].sort((a, b) => a.y - b.y);
  sorted.slice(1).forEach((text, index) => {
    expect(text.y - sorted[index]!.y, `${text.text} lies on ${sorted[index]!.text}`).toBeGreaterThanOrEqual(
      text.size * 0.9
    );
  });
}

describe.each(named)('a trajectory, %s', (_, look) => {
  it.each([stability, bandedStability, relapse])('keeps its words inside and apart', (example) => {
    const placed = placeTrajectory(example(look));
    expectInside(
      [
        placed.header.texts,
        placed.grid.texts,
        placed.years.texts,
        placed.ends.texts,
        placed.ramps.texts,
        placed.footer
      ].flat(),
      look,
      placed.height
    );
    expectApart(placed.ends.texts);
    expect(placed.plot.right - placed.plot.left).toBeGreaterThan(look.width * 0.6);
  });

  it('reads months on a card that keeps its size and stays inside', () => {
    const props = bandedStability(look);
    const { plot, type } = placeTrajectory(props);
    const cards = Array.from({ length: 121 }, (_unused, month) => placeReadout(month, props, plot, type).card);
    expect(new Set(cards.map(({ width, height }) => `${width} ${height}`)).size).toBe(1);
    for (const { x, width } of cards) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(look.width);
    }
  });

  it('puts the crosshair on the lines', () => {
    const props = stability(look);
    const { plot, type } = placeTrajectory(props);
    const { x, dots } = placeReadout(120, props, plot, type);
    expect(x).toBe(plot.right);
    expect(dots.map(({ y }) => y)).toEqual(props.series.map(({ values }) => plot.y(values[120]!)));
  });
});

describe.each(named)('influence, %s', (_, look) => {
  const props = influence(look);
  const placed = placeInfluence(props);

  it('keeps its words inside and the names apart', () => {
    expectInside([placed.header.texts, placed.footer].flat(), look, placed.height);
    for (const panel of placed.panels) {
      expectInside([panel.title, ...panel.labels.map(({ name }) => name), ...panel.years.texts], look, placed.height);
      expectApart(panel.labels.map(({ name }) => name));
      expect(panel.plot.right - panel.plot.left).toBeGreaterThan(90);
    }
  });

  it('does not grow when the status quo is outlined, where the subtitle leaves room for its key', () => {
    const bare = props.panels.map((panel) => ({
      ...panel,
      shares: panel.shares.map((share) => ({ ...share, reference: undefined }))
    }));
    const growth = placed.height - placeInfluence({ ...props, panels: bare }).height;
    if (look.width >= 640) expect(growth).toBe(0);
    else expect(growth).toBeGreaterThanOrEqual(0);
  });

  it('stacks shares to one, in every month', () => {
    for (const { stack } of placed.panels) {
      for (const total of stack.at(-1)!) expect(total).toBeCloseTo(1, 9);
    }
  });

  it('outlines the status quo where it differs, and only there', () => {
    expect(placed.panels.map(({ outlines }) => outlines.length > 0)).toEqual([true, false, true]);
    const same = props.panels.map((panel) => ({
      ...panel,
      shares: panel.shares.map((share) => ({ ...share, reference: share.values }))
    }));
    expect(placeInfluence({ ...props, panels: same }).panels.flatMap(({ outlines }) => outlines)).toEqual([]);
  });

  it('names the areas in the order in which they lie', () => {
    for (const { labels } of placed.panels) {
      expect(labels.map(({ y }) => y)).toEqual(labels.map(({ y }) => y).sort((a, b) => b - a));
    }
  });
});

describe.each(named)('small multiples, %s', (_, look) => {
  it('share one scale and keep their words inside and apart', () => {
    const placed = placeMultiples(parts(look));
    for (const { plot, title, ends, years } of placed.panels) {
      expect(plot.bottom - plot.y(20)).toBeCloseTo(placed.panels[0]!.plot.bottom - placed.panels[0]!.plot.y(20), 9);
      expectInside([title, ...ends.texts, ...years.texts], look, placed.height);
      expectApart(ends.texts);
    }
  });
});

describe('ramps', () => {
  const look: Look = { locale: 'en', palette: lightPalette, width: 640 };
  const many = Array.from({ length: 9 }, (_, index) => ({
    id: `input_${index}`,
    label: 'An input with a rather long name',
    detail: '10 → 20',
    start: index * 14,
    end: index * 14 + 12
  }));

  it('that do not fit are counted', () => {
    const { rows, texts } = placeTrajectory({ ...stability(look), ramps: many }).ramps;
    expect(rows).toHaveLength(5);
    expect(texts.at(-1)!.text).toBe('+4');
  });

  it('stand from the month they start to the month they arrive', () => {
    const { ramps, plot } = placeTrajectory({ ...stability(look), ramps: [{ ...many[0]!, start: 12, end: 36 }] });
    const [from, to] = [plot.x(12), plot.x(36)].map((x) => x.toFixed(1));
    expect(ramps.rows[0]!.path).toMatch(new RegExp(`^M${from},[\\d.]+L${to},`));
  });

  it('after the last month are not drawn', () => {
    expect(placeTrajectory({ ...stability(look), ramps: [{ ...many[0]!, start: 200, end: 210 }] }).ramps.rows).toEqual(
      []
    );
  });
});

describe('the table twins', () => {
  const look: Look = { locale: 'en', palette: lightPalette, width: 640 };

  it('of a trajectory: month, lines, and their intervals', () => {
    const table = trajectoryTable(bandedStability(look));
    expect(table.columns.map(({ id }) => id)).toEqual([
      'month',
      'scenario',
      'scenario.p90.low',
      'scenario.p90.high',
      'scenario.p50.low',
      'scenario.p50.high',
      'status_quo'
    ]);
    expect(table.rows).toHaveLength(121);
    expect(table.rows[120]![0]).toBe('2034-10');
    expect(table.rows[120]![1]).toBe(bandedStability(look).series[0]!.values[120]);
  });

  it('of influence: every share and its reference', () => {
    const { columns, rows } = influenceTable(influence(look));
    expect(columns[1]).toMatchObject({ id: 'east.east', label: 'East: East' });
    expect(columns[2]).toMatchObject({ id: 'east.east.reference', label: 'East: East (Status quo)' });
    expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
    expect(rows[0]).toHaveLength(columns.length);
  });

  it('of small multiples: every line under its panel', () => {
    const { columns } = multiplesTable(parts(look));
    expect(columns).toHaveLength(11);
    expect(columns[1]!.label).toBe('Security: Force and border together');
  });
});

describe('placeSparkline(props)', () => {
  const props = { colour: 'accent', palette: lightPalette, width: 80, height: 20, summary: '' } as const;

  it('marks the last point', () => {
    expect(placeSparkline({ ...props, values: [0, 1] }).dot).toEqual({ x: 77, y: 3 });
  });

  it('draws a line without movement through the middle', () => {
    expect(placeSparkline({ ...props, values: [5, 5, 5] }).dot).toEqual({ x: 77, y: 10 });
  });
});
