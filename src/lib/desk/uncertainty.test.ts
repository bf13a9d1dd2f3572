import { describe, expect, it } from 'vitest';
import { EnsembleSummary, type EnsembleResult } from '$lib/analysis';
import { catalogue } from '$lib/i18n';
import { standardEnsemble } from '$lib/scenario';
import { formatShare } from './headline';
import { bandsOf, differenceAtEnd, isDrawn, plans, rangeAtEnd, sharesAtEnd, steadyAxis } from './uncertainty';

/** 21 runs of one output over 3 months, run r at r in each month; the reference lies 2 lower, in run 0 3 higher. */
function ensemble(paired: boolean): EnsembleResult {
  const summary = new EnsembleSummary({
    subject: 'test',
    outputs: ['index'],
    events: [],
    rows: 3,
    plannedRuns: 21,
    thresholds: [],
    paired
  });
  for (let run = 0; run <= 20; run++) {
    const level = (value: number) => ({
      start: '2024-10',
      rows: 3,
      columns: ['index'],
      values: new Float64Array(3).fill(value),
      strokes: []
    });
    summary.add(run, level(run), paired ? level(run === 0 ? 3 : run - 2) : undefined);
  }
  return summary.result();
}

const words = catalogue('en');

describe('what is read out of an ensemble', () => {
  it('the wide band comes before the inner one, and each is named', () => {
    const bands = bandsOf(ensemble(false), 'index', words.uncertainty);
    expect(bands.map(({ low, high }) => [low[2], high[2]])).toEqual([
      [1, 19],
      [5, 15]
    ]);
    expect(bands.map(({ label }) => label)).toEqual([words.uncertainty.nineInTen, words.uncertainty.oneInTwo]);
    expect(bandsOf(ensemble(false), 'other', words.uncertainty)).toEqual([]);
  });

  it('ranges are those of the last month; an output that was not asked for has none', () => {
    expect(rangeAtEnd(ensemble(false), 'index')).toEqual({ low: 1, high: 19 });
    expect(rangeAtEnd(ensemble(false), 'other')).toBeNull();
  });

  it('differences and shares compare run by run, and are unknown where nothing was compared', () => {
    expect(differenceAtEnd(ensemble(true), 'index')).toEqual({ low: 2, high: 2 });
    expect(sharesAtEnd(ensemble(true), 'index')).toEqual({ above: 20 / 21, below: 1 / 21 });
    expect(differenceAtEnd(ensemble(false), 'index')).toBeNull();
    expect(sharesAtEnd(ensemble(false), 'index')).toBeNull();
    expect(sharesAtEnd(ensemble(true), 'other')).toBeNull();
  });

  it('there is something to draw where parameters or events are', () => {
    expect(isDrawn(standardEnsemble)).toBe(true);
    expect(isDrawn({ ...standardEnsemble, uncertainty: 'none' })).toBe(false);
    expect(isDrawn({ ...standardEnsemble, uncertainty: 'none', chance: true })).toBe(true);
  });

  it('a number of runs that came by a link is among those to choose from', () => {
    expect(plans(1_000)).toEqual([128, 500, 1_000, 5_000]);
    expect(plans(300)).toEqual([128, 300, 500, 1_000, 5_000]);
  });
});

describe('steadyAxis(former, needed, wanted)', () => {
  it.each([
    ['the first axis is the wanted one', undefined, [25, 55], [20, 60], [20, 60]],
    ['an axis that holds everything stays', [20, 80], [25, 55], [20, 60], [20, 80]],
    ['an axis that has become too short grows', [20, 60], [25, 63], [20, 80], [20, 80]],
    ['and keeps what it had', [20, 60], [45, 75], [40, 80], [20, 80]],
    ['an axis that is much too long shrinks', [0, 100], [45, 55], [40, 60], [40, 60]]
  ] as const)('%s', (_, former, [low, high], wanted, axis) => {
    expect(steadyAxis(former, { low, high }, wanted)).toEqual(axis);
  });
});

describe('formatShare(locale, words, share)', () => {
  it.each([
    [0, '0%'],
    [0.0004, 'less than 1%'],
    [0.624, '62%'],
    [0.9996, 'more than 99%'],
    [1, '100%']
  ])('%f reads %s', (share, text) => {
    expect(formatShare('en', words, share)).toBe(text);
  });
});
