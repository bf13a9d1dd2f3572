import type { SmallModel } from './small-model';
import type { RunRequest } from '$lib/engine';

/**
 * Small programs with the values that they must give: one table for every back end. `expected`: cell -> values at
 * months 0, 1, … of a run with one Euler step a month, to the last bit.
 */
export interface ProgramCase {
  readonly name: string;
  readonly model: SmallModel;
  readonly changes?: Partial<RunRequest>;
  readonly expected: Readonly<Record<string, readonly number[]>>;
}

/** One formula over a = 3, b = -2, zero = 0 and half = 0.5, and its value. */
const formulas: readonly (readonly [string, number])[] = [
  ['a + b', 1],
  ['a - b', 5],
  ['a * b', -6],
  ['a / b', -1.5],
  ['a ^ 2', 9],
  ['b ^ 3', -8],
  ['b ^ -2', 0.25],
  ['-a ^ 2', -9],
  ['zero ^ half', 0],
  ['zero ^ 0', 1],
  ['-b', 2],
  ['-zero', -0],
  ['exp(zero)', 1],
  ['exp(1)', Math.E],
  ['ln(1)', 0],
  ['ln(2)', Math.LN2],
  ['sqrt(a * a)', 3],
  ['abs(b)', 2],
  ['min(a, b)', -2],
  ['min(a, b, -7, half)', -7],
  ['max(a, b)', 3],
  ['max(b, half, a, zero)', 3],
  ['a < b', 0],
  ['b < a', 1],
  ['a <= 3', 1],
  ['a <= b', 0],
  ['a > b', 1],
  ['b > a', 0],
  ['a >= 3', 1],
  ['b >= a', 0],
  ['a = 3', 1],
  ['a = b', 0],
  ['a <> b', 1],
  ['a <> 3', 0],
  ['a and b', 1],
  ['a and zero', 0],
  ['zero or b', 1],
  ['zero or zero', 0],
  ['not zero', 1],
  ['not b', 0],
  ['if a > b then a else b', 3],
  ['if a < b then a else b', -2],
  ['if half then 1 else 2', 1],
  ['mode is second', 0],
  ['mode is first', 1],
  ['0.1 + 0.2 + 0.3', 0.1 + 0.2 + 0.3],
  ['0.1 + (0.2 + 0.3)', 0.1 + (0.2 + 0.3)],
  ['sum(i in s: v[i])', 0.1 + 0.2 + 0.3],
  ['product(i in s: v[i])', 0.1 * 0.2 * 0.3],
  ['mean(i in s: v[i])', (0.1 + 0.2 + 0.3) / 3],
  ['min(i in s: v[i])', 0.1],
  ['max(i in s: v[i])', 0.3],
  ['sum(i in s: sum(j in s: v[i] * v[j]))', square([0.1, 0.2, 0.3])],
  ['lookup(-1, table)', 1],
  ['lookup(0, table)', 1],
  ['lookup(half, table)', 1.5],
  ['lookup(1, table)', 2],
  ['lookup(2, table)', 4],
  ['lookup(3, table)', 6],
  ['lookup(9, table)', 6],
  ['normal()', 0],
  ['event(1000)', 0],
  ['time', 0]
];

function square(values: readonly number[]): number {
  const rows = values.map((a) => values.map((b) => a * b).reduce((sum, term) => sum + term));
  return rows.reduce((sum, term) => sum + term);
}

/** Each formula once over constants and once over inputs that move nothing: both `once` and `each` must give it. */
const operations: readonly ProgramCase[] = formulas.flatMap(([formula, value]) => {
  const shared = {
    sets: { s: ['one', 'two', 'three'] },
    switches: { mode: ['first', 'second'] },
    parameters: { 'v.one': 0.1, 'v.two': 0.2, 'v.three': 0.3 },
    lookups: { table: { x: [0, 1, 3], y: [1, 2, 6] } },
    variables: { y: formula }
  };
  const values = { a: 3, b: -2, zero: 0, half: 0.5 };
  return [
    { name: `${formula}, once`, model: { ...shared, constants: values }, expected: { y: [value] } },
    { name: `${formula}, each`, model: { ...shared, inputs: values }, expected: { y: [value] } }
  ];
});

const stories: readonly ProgramCase[] = [
  {
    name: 'a stock adds its rate, month by month',
    model: { stocks: { x: [1, '2'] } },
    expected: { x: [1, 3, 5, 7] }
  },
  {
    name: 'stocks move together: each sees the other before it moved',
    model: { stocks: { x: [1, 'y'], y: [10, 'x'] } },
    expected: { x: [1, 11, 22], y: [10, 11, 22] }
  },
  {
    name: 'time counts months',
    model: { variables: { y: 'time * 2' } },
    expected: { y: [0, 2, 4, 6] }
  },
  {
    name: 'an input is scaled, and read at the start of a step',
    model: { inputs: { push: [50, 0.5] }, stocks: { x: [0, 'push'] } },
    changes: { inputs: { push: (t) => 10 * t } },
    expected: { push: [0, 5, 10, 15], x: [0, 0, 5, 15] }
  },
  {
    name: 'an input without a profile keeps its default',
    model: { inputs: { push: [50, 0.5] }, stocks: { x: [0, 'push'] } },
    expected: { x: [0, 25, 50] }
  },
  {
    name: 'overrides reach parameters, what is computed once, and initial values',
    model: { parameters: { a: 2, b: 7 }, variables: { twice: 'a * 2' }, stocks: { x: ['twice', 'b'], y: [5, '0'] } },
    changes: { parameters: { a: 10 }, initial: { y: 6 } },
    expected: { twice: [20, 20], x: [20, 27], y: [6, 6] }
  },
  {
    name: 'an overridden initial value is what later ones see',
    model: { stocks: { y: ['x * 2', '0'], x: [1, '0'] } },
    changes: { initial: { x: 4 } },
    expected: { x: [4, 4], y: [8, 8] }
  },
  {
    name: 'a switch stands on another choice',
    model: { switches: { mode: ['slow', 'fast'] }, stocks: { x: [0, 'if mode is fast then 10 else 1'] } },
    changes: { parameters: { mode: 1 } },
    expected: { x: [0, 10, 20] }
  },
  {
    name: 'cells of a set, one element apart, subscripts by set, element and index',
    model: {
      sets: { land: ['east', 'west'], tie: ['east', 'west'] },
      parameters: { 'weight.east': 2, 'weight.west': 3 },
      stocks: { 'p[land]': [{ 'p.east': 1, 'p.west': 10 }, 'q[land]'] },
      variables: {
        'q[land]': 'weight[land] * sum(o in land: p[o])',
        'r[east]': 'p[west]',
        'r[west]': 'p[east]',
        'm[land, tie]': 'p[land] * weight[tie]'
      }
    },
    expected: {
      'q.east': [22, 132],
      'q.west': [33, 198],
      'r.east': [10, 43],
      'r.west': [1, 23],
      'm.east.west': [3, 69]
    }
  },
  {
    name: 'smooth starts at its argument and follows it',
    model: { inputs: { x: 8 }, variables: { y: 'smooth(x, 2)' } },
    changes: { inputs: { x: (t) => (t < 1 ? 8 : 16) } },
    expected: { y: [8, 8, 12, 14, 15] }
  },
  {
    name: 'smooth with an initial value',
    model: { inputs: { x: 8 }, variables: { y: 'smooth(x, 2, 0)' } },
    expected: { y: [0, 4, 6, 7] }
  },
  {
    name: 'a smooth of a variable of a smooth starts in balance',
    model: { parameters: { p: 3 }, inputs: { x: 2 }, variables: { z: 'smooth(y, 4)', y: 'p * smooth(x, 2)' } },
    expected: { y: [6, 6], z: [6, 6] }
  },
  {
    name: 'delay1 keeps what flows in',
    model: { inputs: { x: 4 }, variables: { y: 'delay1(x, 2)' } },
    changes: { inputs: { x: (t) => (t < 1 ? 4 : 0) } },
    expected: { y: [4, 4, 2, 1] }
  },
  {
    name: 'delay3 starts in balance',
    model: { inputs: { x: 5 }, variables: { y: 'delay3(x, 6)' } },
    expected: { y: [5, 5, 5] }
  },
  {
    name: 'a forced event strikes after its month was saved: up and down, in order',
    model: {
      stocks: { x: [0.5, '0'], y: [0.8, '0'] },
      events: [
        {
          id: 'shock',
          rate: '0',
          magnitude: { low: 0, mode: 0, high: 0 },
          quietMonths: 0,
          effects: [
            { stock: 'x', direction: 'up', factor: 1 },
            { stock: 'x', direction: 'down', factor: 0.5 },
            { stock: 'y', direction: 'down', factor: 1 }
          ]
        }
      ]
    },
    changes: { forced: [{ event: 'shock', month: 1, magnitude: 0.5 }] },
    expected: { x: [0.5, 0.5, 0.5625, 0.5625], y: [0.8, 0.8, 0.4, 0.4] }
  }
];

export const programs: readonly ProgramCase[] = [...operations, ...stories];
