import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { backtest, columnOf, historyRun, skillRows, type Backtest } from '$lib/analysis';
import { compile, interpret, openBackend, type Program } from '$lib/engine';
import type { BacktestData, ModelBundle } from '$lib/model';
import { loadFolder } from './load';

/**
 * The Libya model under its coded history, against figures of an independent program: five outputs over 153 months, and the
 * table of skill that this program printed.
 */
type Figures = Readonly<Record<string, readonly number[]>>;
const expected = JSON.parse(readFileSync('tests/fixtures/backtest/hindcast.json', 'utf8')) as Figures;
const cells = Object.keys(expected);

let bundle: ModelBundle;
let data: BacktestData;
let program: Program;
let result: Backtest;

beforeAll(() => {
  bundle = loadFolder('models/libya');
  data = bundle.backtest!;
  program = compile(bundle.model);
  result = backtest(bundle.model, program, data, cells);
});

describe('the run under the coded history', () => {
  it('agrees with the reference figures to 1e-12', () => {
    expect(result.trajectory.start).toBe('2012-01');
    expect(result.trajectory.rows).toBe(153);
    for (const cell of cells) {
      expect(expected[cell]!.length).toBe(153);
      const values = columnOf(result.trajectory, cell);
      expected[cell]!.forEach((figure, month) => {
        const difference = Math.abs(values[month]! - figure) / Math.max(Math.abs(figure), 1e-9);
        expect(difference, `${cell} in month ${month}`).toBeLessThan(1e-12);
      });
    }
  });

  it('is the same bits in the WebAssembly back end', async () => {
    const run = historyRun(bundle.model, program, data.history, cells);
    const backend = await openBackend(run.program);
    expect(backend.kind).toBe('wasm');
    const fast = backend.run(run.request);
    const slow = interpret(run.program, run.request);
    if (!fast.ok || !slow.ok) throw new Error('a run stopped');
    expect(fast.trajectory.values).toEqual(slow.trajectory.values);
    expect(fast.trajectory.strokes).toEqual(slow.trajectory.strokes);
  });

  it('starts as the history says and holds a level that it sets', () => {
    const { trajectory } = backtest(bundle.model, program, data, ['oil_blockade', 'trust']);
    expect(columnOf(trajectory, 'trust')[0]).toBe(0.4);
    const blockade = columnOf(trajectory, 'oil_blockade');
    // From August 2013 (month 19) the blockade is put to 0.62 at every month's start and fades until the next.
    const fading = Array.from({ length: 30 }, (_, index) => blockade[20 + index]!);
    expect(Math.max(...fading) - Math.min(...fading)).toBeLessThan(1e-12);
    expect(fading[0]).toBeGreaterThan(0.62 * 0.6);
    expect(fading[0]).toBeLessThan(0.62);
  });

  it('leaves other runs of the same program alone', () => {
    const before = JSON.stringify(program);
    historyRun(bundle.model, program, data.history, cells);
    expect(JSON.stringify(program)).toBe(before);
  });

  it('depends on nothing that knows the calendar: the model reads no time', () => {
    expect(JSON.stringify([program.once, program.each, program.rates])).not.toContain(`"slot":${program.timeSlot}}`);
  });
});

describe('the table of skill', () => {
  // Rank correlation, years of test, error, ratio to the value carried forward, to the trend, to last year's, same signs.
  it.each([
    ['conflict_deaths', 13, '0.90', 5, '0.453', '0.38', '0.28', '1.65', '7/9'],
    ['internally_displaced', 13, '0.95', 5, '3.98e+4', '0.20', '0.19', '0.62', '10/12'],
    ['political_stability', 11, '0.55', 3, '0.194', '0.80', '0.37', '1.58', '3/10'],
    ['sea_detections', 13, '0.77', 5, '3.37e+4', '0.46', '0.97', '0.72', '8/12'],
    ['islamic_state_deaths', 9, '0.18', 1, '1.24', '0.76', '0.45', '0.76', '2/6'],
    ['oil_output', 13, '0.76', 5, '143', '0.77', '0.43', '0.39', '9/12']
  ])('%s', (id, years, rank, tested, error, carried, trend, lastYear, signs) => {
    const one = result.series.find((series) => series.id === id)!;
    const { baselines } = one.test;
    expect({
      years: one.years.length,
      rank: one.rankCorrelation!.toFixed(2),
      tested: one.test.years,
      error: one.test.model!.toPrecision(3),
      carried: baselines.persistence.ratio!.toFixed(2),
      trend: baselines.trend.ratio!.toFixed(2),
      lastYear: baselines.oneStep.ratio!.toFixed(2),
      signs: `${one.signs.same}/${one.signs.of}`
    }).toEqual({ years, rank, tested, error, carried, trend, lastYear, signs });
  });

  it('has a row for every series and a verdict that its numbers give', () => {
    const rows = skillRows(result, data.observed);
    expect(rows.map(({ series, verdict }) => [series, verdict])).toEqual([
      ['conflict_deaths', 'usable'],
      ['internally_displaced', 'usable'],
      ['political_stability', 'with-care'],
      ['sea_detections', 'with-care'],
      ['islamic_state_deaths', 'not-a-test'],
      ['oil_output', 'not-a-test']
    ]);
  });

  it('finds no skill in the hazard', () => {
    const { forced, free } = result.hazard!;
    expect(forced.onsets).toBe(2);
    expect(forced.months).toBe(117);
    expect(forced.expected.toFixed(2)).toBe('1.01');
    expect(forced.auc!.toFixed(2)).toBe('0.32');
    expect(forced.brierSkill!.toFixed(3)).toBe('-0.006');
    expect(free.auc!.toFixed(2)).toBe('0.60');
    expect(free.brierSkill!).toBeLessThan(0);
  });
});

describe('the observed series', () => {
  it('carry a source that is no judgement, and a licence', () => {
    for (const { id, sources, licence } of data.observed.series) {
      expect(sources.length, id).toBeGreaterThan(0);
      expect(sources, id).not.toContain('judgement');
      expect(licence.name, id).not.toBe('');
    }
  });

  it('hold none that may not be redistributed', () => {
    const ids = data.observed.series.map(({ id }) => id).join(' ');
    expect(ids).not.toMatch(/fragile|vdem|idmc/);
    const withheld = data.observed.withheld.map(({ title }) => title.en).join(' ');
    for (const name of ['Fragile States Index', 'V-Dem', 'IDMC']) expect(withheld).toContain(name);
  });
});
