import { describe, expect, it } from 'vitest';
import type { RunOutcome } from '$lib/engine';
import { parseFormula } from '$lib/language';
import type { BehaviourCheck } from '$lib/model';
import { canonical, goTo, statusQuo } from '$lib/scenario';
import { CheckError, evaluateCheck, type CheckResult } from '$lib/analysis';
import { exampleModel as model } from '../../../tests/links/example-model';

const at = { file: 'checks.yaml', line: 1, column: 1, length: 1 };

function ran(trust: number[], east: number[], west: number[]): RunOutcome {
  const columns = ['trust', 'capital.east', 'capital.west'];
  return {
    ok: true,
    trajectory: {
      start: '2024-10',
      rows: 3,
      columns,
      values: Float64Array.from([...trust, ...east, ...west]),
      strokes: []
    }
  };
}

const outcomes: Readonly<Record<string, RunOutcome>> = {
  quiet: ran([0.2, 0.3, 0.5], [1, 2, 3], [3, 2, 1]),
  busy: ran([0.25, 0.75, 0.625], [1, 1, 1], [2, 2, 2])
};
const failed: RunOutcome = {
  ok: false,
  failure: { kind: 'not-finite', cell: 'trust', value: 'NaN', date: '2024-11', time: 1 }
};

function check(test: BehaviourCheck['test'], runs = outcomes): CheckResult {
  const scenarios = new Map([
    ['quiet', statusQuo(model)],
    [
      'busy',
      canonical(model, {
        profiles: { unified_force: goTo(80) },
        parameters: { weight: 0.5 },
        switches: { violence_source: 'forced' }
      })
    ]
  ]);
  return evaluateCheck(
    { id: 'one', kind: 'claim', basis: [], test },
    { model, scenarios, run: (id) => runs[id] ?? failed }
  );
}

function formula(kind: 'holds' | 'always', text: string): BehaviourCheck['test'] {
  const parsed = parseFormula(text);
  if (!parsed.expression) throw new Error(`no formula: ${text}`);
  return { kind, equation: { text, expression: parsed.expression, at } };
}

describe('evaluateCheck(check, context)', () => {
  it.each([
    ['busy(trust) > quiet(trust)', true, 0.125],
    ['busy(trust) < quiet(trust)', false, -0.125],
    ['busy(trust, 0) - quiet(trust, 0) > 0.04', true, 0.01],
    ['quiet(capital[east]) = 3', true, 0],
    ['quiet(capital[east]) = 2', false, -1],
    ['quiet(capital[east]) <> 2', true, 1],
    ['peak(busy(trust)) >= 0.75', true, 0],
    ['peak(busy(trust), 2) >= 0.75', false, -0.125],
    ['busy(trust) > quiet(trust) and quiet(capital[east]) > 2', true, 0.125],
    ['busy(trust) < quiet(trust) or quiet(capital[east]) > 2', true, 1],
    ['not busy(trust) < quiet(trust)', true, 0.125],
    ['max(quiet(trust, 0), quiet(trust, 1), quiet(trust, 2)) <= 0.5', true, 0],
    ['min(4, abs(quiet(capital[west]) - 4), 5) = 3', true, 0],
    ['sum(b in bloc: quiet(capital[b])) = 4', true, 0],
    ['(if quiet(trust) > busy(trust) then 1 else 2) = 2', true, 0],
    ['exp(0) + ln(1) + sqrt(4) + 2 ^ 3 = 11', true, 0],
    ['quiet(trust) > bound', false, -4.5]
  ])('holds: %s', (text, holds, margin) => {
    const found = check(formula('holds', text));
    expect(found.holds).toBe(holds);
    expect(found.margin).toBeCloseTo(margin, 12);
  });

  it.each([
    ['trust >= 0.2', true, 0, 'quiet', 0],
    ['trust < 0.7', false, -0.05, 'busy', 1],
    ['mean(b in bloc: capital[b]) > 1', true, 0.5, 'busy', 0],
    ['unified_force < 0.5', false, -0.3, 'busy', 0],
    ['weight <= 0.4', false, -0.1, 'busy', 0],
    ['time < 2', false, 0, 'quiet', 2],
    ['violence_source is forced or trust < 0.45', false, -0.05, 'quiet', 2]
  ])('always: %s', (text, holds, margin, scenario, month) => {
    const found = check(formula('always', text));
    expect(found.holds).toBe(holds);
    expect(found.margin).toBeCloseTo(margin, 12);
    expect(found.worst).toEqual({ scenario, month });
  });

  it('tells the figures that it compares', () => {
    expect(check(formula('holds', 'busy(trust) > quiet(trust) and 1 < 2')).sides).toEqual([
      { text: 'busy(trust) > quiet(trust)', left: 0.625, operator: '>', right: 0.5, holds: true, margin: 0.125 },
      { text: '1 < 2', left: 1, operator: '<', right: 2, holds: true, margin: 1 }
    ]);
  });
  it('keeps stocks within their ranges', () => {
    const found = check({ kind: 'within-ranges' });
    expect([found.holds, found.margin, found.worst]).toEqual([true, 0.2, { scenario: 'quiet', month: 0 }]);
  });
  it('finds the stock that leaves its range', () => {
    const found = check({ kind: 'within-ranges' }, { ...outcomes, busy: ran([0.5, 1.25, 0.5], [1, 1, 1], [1, 1, 1]) });
    expect([found.holds, found.margin, found.worst]).toEqual([false, -0.25, { scenario: 'busy', month: 1 }]);
    expect(found.sides[0]?.text).toBe('trust <= 1');
  });
  it.each(['holds', 'always', 'within-ranges'] as const)('fails %s where a run left the finite numbers', (kind) => {
    const test =
      kind === 'within-ranges' ? { kind } : formula(kind, kind === 'holds' ? 'busy(trust) > 0' : 'trust > 0');
    const found = check(test, { quiet: outcomes['quiet'] ?? failed, busy: failed });
    expect([found.holds, found.margin, found.failure?.scenario]).toEqual([false, -Infinity, 'busy']);
  });
  it('does not hold where a figure is no number', () => {
    expect(check(formula('holds', '0 / (quiet(trust) - quiet(trust)) > 0'))).toMatchObject({
      holds: false,
      margin: -Infinity
    });
  });
  it.each([
    ['lazy(trust) > 0', 'unknown-name'],
    ['quiet(hope) > 0', 'unknown-name'],
    ['hope > 0', 'unknown-name'],
    ['quiet(trust, 3) > 0', 'bad-month'],
    ['smooth(1, 2) > 0', 'unsupported']
  ])('refuses %s', (text, code) => {
    let thrown: unknown;
    try {
      check(formula('holds', text));
    } catch (error) {
      thrown = error;
    }
    expect(thrown instanceof CheckError && thrown.code).toBe(code);
  });
});
