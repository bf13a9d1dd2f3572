import { describe, expect, it } from 'vitest';
import { goalFor, goalSaid, levelField, nextGoal, outputGroups, startingLevel, type GoalSubject } from './goal-subject';

const subject: GoalSubject = {
  start: '2024-10',
  months: 120,
  outputs: [
    { cell: 'calm', name: 'Calm', display: 'share', unit: '', headline: false, sector: 'Peace', better: 'higher' },
    {
      cell: 'stability',
      name: 'Stability',
      display: 'index',
      unit: '',
      headline: true,
      sector: 'Indices',
      better: 'higher'
    },
    {
      cell: 'relapse',
      name: 'Relapse',
      display: 'percent',
      unit: '',
      headline: true,
      sector: 'Peace',
      better: 'lower'
    },
    {
      cell: 'hazard',
      name: 'Rate',
      display: 'number',
      unit: 'a year',
      headline: false,
      sector: 'Peace',
      better: 'lower'
    }
  ]
};

describe('goals to be chosen', () => {
  it('show outputs of the headline first, each once', () => {
    const groups = outputGroups(subject, 'Headline');
    expect(groups.map(({ name }) => name)).toEqual(['Headline', 'Peace']);
    expect(groups.flatMap(({ outputs }) => outputs.map(({ cell }) => cell))).toEqual([
      'stability',
      'relapse',
      'calm',
      'hazard'
    ]);
  });

  it('begin with the better side, and better than what stands', () => {
    expect(goalFor(subject, 'stability', 120, () => 41)).toEqual({
      output: 'stability',
      month: 120,
      side: 'above',
      level: 55
    });
    expect(goalFor(subject, 'relapse', 60, () => 40)).toMatchObject({ side: 'below', level: 30 });
    expect(goalFor(subject, 'hazard', 60, () => 0.043)).toMatchObject({ side: 'below', level: 0.03 });
  });

  it('ask for something that can be, wherever the output stands', () => {
    for (const output of subject.outputs)
      for (const standing of [null, NaN, 0, 0.001, 0.5, 0.999, 1]) {
        const own = standing !== null && (output.display === 'index' || output.display === 'percent') ? 100 : 1;
        const level = startingLevel(output, standing === null ? null : standing * own);
        expect(Number.isFinite(level)).toBe(true);
        expect(level).toBeGreaterThanOrEqual(0);
        expect(level).toBeLessThanOrEqual(output.display === 'share' ? 1 : 100);
      }
  });

  it('go on with an output that no goal is about', () => {
    const first = goalFor(subject, 'stability', 90);
    const second = nextGoal(subject, [first]);
    expect(second).toMatchObject({ output: 'relapse', month: 90 });
    expect(nextGoal(subject, [first, second]).output).toBe('calm');
  });

  it('take shares in per cent, and plain numbers in their own unit', () => {
    expect(levelField(subject.outputs[0]!, 0.5, 'en')).toMatchObject({ factor: 100, unit: '%' });
    const rate = levelField(subject.outputs[3]!, 0.03, 'en');
    expect(rate).toMatchObject({ factor: 1, unit: 'a year' });
    expect(rate.scale.step).toBeCloseTo(0.001, 9);
  });

  it('read as a sentence', () => {
    expect(goalSaid(subject, goalFor(subject, 'calm'), 'en')).toBe('Calm at least 50.0% in October 2034');
    expect(goalSaid(subject, { ...goalFor(subject, 'hazard'), level: 0.03 }, 'ar')).toContain('لا يزيد على 0.030');
  });
});
