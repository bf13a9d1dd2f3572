import { describe, expect, it } from 'vitest';
import type { ObservedSeries } from '$lib/model';
import { seriesSkill, transform, untransform } from './series-skill';

/** Four years from 2000: two to fit, two to test; the output is level within a year. */
const bilingual = { en: '', ar: '' };
const series = (values: readonly number[], changes: Partial<ObservedSeries> = {}): ObservedSeries => ({
  id: 'deaths',
  title: bilingual,
  unit: bilingual,
  about: bilingual,
  cell: 'violence',
  aggregate: 'year-mean',
  transform: 'none',
  role: 'test',
  sources: [],
  licence: { name: '' },
  points: values.map((value, index) => ({ year: 2000 + index, value })),
  ...changes
});
const spans = { fit: [2000, 2002], test: [2003, 2004] } as const;
const monthly = (years: readonly number[]): number[] => years.flatMap((value) => Array<number>(12).fill(value));

describe('seriesSkill', () => {
  it('fits the line on the years of the fit alone', () => {
    const { line, years } = seriesSkill(series([1, 3, 5, 100, 200]), monthly([0, 1, 2, 3, 4]), 2000, spans);
    expect(line).toEqual({ intercept: 1, slope: 2 });
    expect(years.map(({ model }) => model)).toEqual([1, 3, 5, 7, 9]);
    expect(years.map(({ period }) => period)).toEqual(['fit', 'fit', 'fit', 'test', 'test']);
  });

  it('sets against it the last fitted value, the trend, and the observation before', () => {
    const { years, test } = seriesSkill(series([1, 3, 5, 4, 8]), monthly([0, 1, 2, 2, 3]), 2000, spans);
    expect(years.map(({ persistence }) => persistence)).toEqual([null, 1, 1, 5, 5]);
    expect(years.map(({ trend }) => Math.round(trend!))).toEqual([1, 3, 5, 7, 9]);
    expect(years.map(({ oneStep }) => oneStep)).toEqual([null, 1, 3, 5, 4]);
    // The model says 5 and 7 of 4 and 8: mean error 1. Carried forward: 5 and 5, mean error 2.
    expect(test.model).toBeCloseTo(1, 12);
    expect(test.baselines.persistence.error).toBeCloseTo(2, 12);
    expect(test.baselines.persistence.ratio).toBeCloseTo(0.5, 12);
    expect(test.baselines.persistence.skill).toBeCloseTo(0.5, 12);
    expect(test.baselines.trend.ratio).toBeCloseTo(1 / 2, 12);
    expect(test.baselines.oneStep.ratio).toBeCloseTo(1 / 2.5, 12);
  });

  it('compares with a baseline over the years of which it can speak', () => {
    const { fit } = seriesSkill(series([0, 2, 1, 1, 1]), monthly([0, 0, 0, 0, 0]), 2000, spans);
    // A level model says 1 throughout: errors 1, 1, 0; carried forward says nothing of the first year.
    expect(fit.model).toBeCloseTo(2 / 3, 12);
    expect(fit.baselines.persistence.error).toBeCloseTo(1.5, 12);
    expect(fit.baselines.persistence.ratio).toBeCloseTo(0.5 / 1.5, 12);
  });

  it('counts nothing as an error inside a censored interval, and the way to it outside', () => {
    const censored = { years: [2003, 2004], interval: [0, 4] } as const;
    const { test, years } = seriesSkill(series([1, 3, 5, 0, 0], { censored }), monthly([0, 1, 2, 1, 3]), 2000, spans);
    // The model says 3 (inside) and 7 (3 above).
    expect(years.slice(3).map(({ model }) => model)).toEqual([3, 7]);
    expect(test.model).toBeCloseTo(1.5, 12);
    expect(test.baselines.persistence.error).toBeCloseTo(1, 12);
  });

  it('ties censored years at the bottom and takes no direction from them', () => {
    const censored = { years: [2003, 2004], interval: [0, 9] } as const;
    const one = seriesSkill(series([1, 3, 5, 8, 2], { censored }), monthly([2, 3, 4, 1, 1]), 2000, spans);
    expect(one.rankCorrelation).toBeCloseTo(1, 12);
    expect(one.signs).toEqual({ same: 3, of: 3 });
  });

  it('takes a December, and of a year that the run does not finish its last month', () => {
    const output = [...Array<number>(11).fill(0), 1, ...Array<number>(11).fill(0), 2, 0, 5];
    const points = [2000, 2001, 2002].map((year) => ({ year, value: year }));
    const { years } = seriesSkill(series([], { points, aggregate: 'year-end' }), output, 2000, spans);
    expect(years.map((one) => one.output)).toEqual([1, 2, 5]);
  });

  it('transforms there and back', () => {
    const log = { transform: 'log10-plus-one' } as const;
    expect(transform(log, 999)).toBeCloseTo(3, 14);
    expect(untransform(log, transform(log, 1234))).toBeCloseTo(1234, 9);
  });
});
