import { describe, expect, it } from 'vitest';
import { areaUnderCurve, hazardSkill } from './hazard-skill';

describe('areaUnderCurve', () => {
  it('is the share of pairs in which the positive one stands higher, ties half', () => {
    expect(areaUnderCurve([3, 2], [1, 2])).toBe((1 + 1 + 1 + 0.5) / 4);
    expect(areaUnderCurve([5], [1, 2, 3])).toBe(1);
    expect(areaUnderCurve([], [1])).toBeNull();
  });
});

describe('hazardSkill', () => {
  const wars = [{ from: 20, until: 24 }];
  const level = Array<number>(40).fill(0.3);

  it('leaves the months of war out and adds the hazard up over the rest', () => {
    const skill = hazardSkill(level, wars);
    expect(skill.months).toBe(35);
    expect(skill.onsets).toBe(1);
    expect(skill.expected).toBeCloseTo((35 * 0.3) / 12, 12);
  });

  it('finds chance in a level hazard, and no Brier skill', () => {
    const { auc, brierSkill } = hazardSkill(level, wars);
    expect(auc).toBe(0.5);
    expect(brierSkill!).toBeLessThanOrEqual(0);
  });

  it('finds all there is in a hazard that rises before the onset alone', () => {
    const told = level.map((value, month) => (month >= 8 && month < 20 ? 2 : 0.01 * value));
    expect(hazardSkill(told, wars).auc).toBe(1);
    const known = level.map((_, month) => (month === 19 ? 1000 : 0));
    expect(hazardSkill(known, wars).brierSkill).toBeCloseTo(1, 12);
  });

  it('says the opposite of a hazard that stands low before the onset', () => {
    const wrong = level.map((value, month) => (month >= 8 && month < 20 ? 0 : value));
    expect(hazardSkill(wrong, wars).auc).toBe(0);
  });
});
