import { describe, expect, it } from 'vitest';
import { isMet, shortfall, type Goal } from './goal';
import { GoalSearch, type Proposal, type SearchOptions } from './goal-search';
import type { Lever } from './lever';

const above = (level: number): Goal => ({ output: 'y', month: 12, side: 'above', level });

function search(
  levers: readonly Lever[],
  goals: readonly Goal[],
  f: (x: Float64Array) => readonly number[],
  options?: SearchOptions
): GoalSearch {
  const found = new GoalSearch(levers, goals, options);
  let runs = 0;
  for (let proposals = found.next(); proposals.length > 0; proposals = found.next()) {
    runs += proposals.length;
    const values = proposals.map((targets) => f(targets));
    for (const targets of proposals)
      targets.forEach((target, i) => expect(target >= levers[i]!.low && target <= levers[i]!.high).toBe(true));
    found.tell((p, g) => values[p]![g]!);
  }
  expect(runs).toBeGreaterThan(0);
  return found;
}

const lever = (id: string, cost: number, start = 20): Lever => ({ id, start, low: 0, high: 100, cost });

describe('a goal', () => {
  it('is met from its side, at its level too', () => {
    expect([shortfall(above(5), 4), shortfall(above(5), 5), shortfall({ ...above(5), side: 'below' }, 7)]).toEqual([
      1, 0, 2
    ]);
    expect(isMet([above(5)], () => NaN)).toBe(false);
  });
});

describe('the search for the cheapest way', () => {
  it('takes the lever that gives most for its cost, and no more of it than is needed', () => {
    // Per unit of cost: 1, 3 and 0.5.
    const levers = [lever('a', 1), lever('b', 1), lever('c', 2)];
    const found = search(levers, [above(150)], ([a, b, c]) => [a! + 3 * b! + c!]);
    const { targets, cost, values } = found.best!;
    // Nothing done is 100: 50 more by lever b costs 16.67.
    expect(values[0]).toBeGreaterThanOrEqual(150);
    expect(cost).toBeLessThan(16.67 * 1.03);
    expect(targets[0]).toBeCloseTo(20, 0);
    expect(targets[2]).toBeCloseTo(20, 0);
  });

  it('finds what two levers reach only together', () => {
    const levers = Array.from({ length: 8 }, (_, i) => lever(`l${i}`, 1));
    const found = search(levers, [above(40)], (x) => [(x[2]! * x[5]!) / 100]);
    const { targets, values } = found.best!;
    expect(values[0]).toBeGreaterThanOrEqual(40);
    expect(targets[2]!).toBeGreaterThan(50);
    expect(targets[5]!).toBeGreaterThan(50);
    // The least sum of two numbers with the product 4,000 is twice its root.
    expect(found.best!.cost).toBeLessThan((2 * Math.sqrt(4000) - 40) * 1.05);
  });

  it('keeps several goals at once, on either side', () => {
    const goals = [above(60), { output: 'z', month: 12, side: 'below', level: 30 } as const];
    const found = search([lever('a', 1), lever('b', 1)], goals, ([a, b]) => [a! + 0.2 * b!, a! - b! + 20]);
    expect(isMet(goals, (g) => found.best!.values[g]!)).toBe(true);
  });

  it('moves levers in whole steps, or not at all, and tries nothing twice', () => {
    const levers = [
      { ...lever('a', 1, 13.7), step: 5 },
      { ...lever('b', 1), step: 5 }
    ];
    const tried: string[] = [];
    const found = search(levers, [above(90)], (x) => {
      tried.push(x.join());
      return [x[0]! + 0.9 * x[1]!];
    });
    expect(new Set(tried).size).toBe(tried.length);
    for (const targets of tried) expect(targets).toMatch(/^(13\.7|\d*[05]),\d*[05]$/);
    // 72 are needed of a alone: the next step is 75.
    expect([...found.best!.targets]).toEqual([75, 20]);
  });

  it('looks beyond the goal where it is asked to, also where nothing is needed', () => {
    const f = ([a, b]: Float64Array): readonly number[] => [a! + 0.5 * b!];
    const levers = [lever('a', 1), lever('b', 1)];
    for (const level of [10, 60]) {
      const near = search(levers, [above(level)], f, { generations: 12 }).front(0);
      const far = search(levers, [above(level)], f, { generations: 12, beyond: 12 }).front(0);
      const most = (cost: number, front: typeof near): number =>
        Math.max(...front.filter((each) => each.cost <= cost).map(({ values }) => values[0]!));
      // The most for a cost is all of it on a: 20 and 10 without any, and as much as it costs.
      expect(most(70, far)).toBeGreaterThan(97);
      expect(most(70, far)).toBeGreaterThanOrEqual(most(70, near));
    }
  });

  it('says that nothing was found, and what came nearest', () => {
    const found = search([lever('a', 1), lever('b', 1)], [above(500)], ([a, b]) => [a! + b!]);
    expect(found.best).toBeNull();
    expect(found.closest!.values[0]).toBeCloseTo(200, 6);
  });

  it('does nothing where nothing is needed', () => {
    const found = search([lever('a', 1)], [above(10)], ([a]) => [a!]);
    expect(found.best).toMatchObject({ cost: 0 });
  });

  it('is the same again, and another with another seed', () => {
    const run = (seed: number): Proposal =>
      search([lever('a', 1), lever('b', 1.3)], [above(90)], ([a, b]) => [a! + b! * (1 + a! / 100)], { seed }).best!;
    expect(run(4)).toEqual(run(4));
    expect(run(4).cost).toBeCloseTo(run(5).cost, 0);
    expect(run(4)).not.toEqual(run(5));
  });

  it('has a front in which more costs more', () => {
    const found = search([lever('a', 1), lever('b', 2)], [above(90)], ([a, b]) => [a! + b! + 0.005 * a! * b!]);
    const front = found.front(0);
    expect(front.length).toBeGreaterThan(10);
    front.slice(1).forEach(({ cost, values }, k) => {
      expect(cost).toBeGreaterThanOrEqual(front[k]!.cost);
      expect(values[0]!).toBeGreaterThan(front[k]!.values[0]!);
    });
  });
});
