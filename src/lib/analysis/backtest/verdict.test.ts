import { describe, expect, it } from 'vitest';
import type { PeriodErrors } from './series-skill';
import { verdictOf } from './verdict';

const errors = (years: number, carried: number | null, trend: number | null, oneStep = 0.1): PeriodErrors => {
  const against = (ratio: number | null) => ({ error: 1, ratio, skill: ratio === null ? null : 1 - ratio });
  return {
    years,
    model: 1,
    baselines: { persistence: against(carried), trend: against(trend), oneStep: against(oneStep) }
  };
};

describe('verdictOf', () => {
  it.each([
    ['test', 5, 0.38, 0.28, 0.9, 'usable'],
    ['test', 4, 0.8, 0.8, 0.5, 'usable'],
    ['test', 3, 0.2, 0.2, 0.9, 'with-care'],
    ['test', 5, 0.46, 0.97, 0.77, 'with-care'],
    ['test', 5, 0.2, 0.2, 0.49, 'with-care'],
    ['test', 5, 1.09, 0.4, 0.9, 'no-skill'],
    ['test', 5, 0.4, 1, 0.9, 'no-skill'],
    ['test', 1, 0.2, 0.2, 0.9, 'not-a-test'],
    ['rank', 5, 0.2, 0.2, 0.9, 'not-a-test'],
    ['forced', 5, 0.2, 0.2, 0.9, 'not-a-test']
  ] as const)(
    '%s series, %i years, %f carried, %f trend, rank %f: %s',
    (role, years, carried, trend, rank, verdict) => {
      expect(verdictOf(role, errors(years, carried, trend), rank)).toBe(verdict);
    }
  );

  it('does not depend on the observation of last year', () => {
    expect(verdictOf('test', errors(5, 0.38, 0.28, 1.65), 0.9)).toBe('usable');
  });
});
