import { parseFormula, walk, type Expression, type Place } from '$lib/language';
import type { Axis, Equation, Model, ModelEvent } from '$lib/model';

/**
 * Models for tests, written in a few lines: formulas are parsed, variables put in order, everything else gets a plain
 * value. No checks: the room `model` has them, and its own tests.
 */
export interface SmallModel {
  readonly sets?: Readonly<Record<string, readonly string[]>>;
  /** id -> default, or default and scale. */
  readonly inputs?: Readonly<Record<string, number | readonly [number, number]>>;
  readonly constants?: Readonly<Record<string, number>>;
  readonly parameters?: Readonly<Record<string, number>>;
  /** id -> choices, the first being the default. */
  readonly switches?: Readonly<Record<string, readonly string[]>>;
  readonly lookups?: Readonly<Record<string, { readonly x: readonly number[]; readonly y: readonly number[] }>>;
  /** `name` or `name[set, element]` -> initial value (number, formula, or by cell) and rate. */
  readonly stocks?: Readonly<
    Record<string, readonly [number | string | Readonly<Record<string, number | string>>, string]>
  >;
  readonly variables?: Readonly<Record<string, string>>;
  readonly events?: readonly (Omit<ModelEvent, 'rate' | 'at'> & { readonly rate: string })[];
  readonly months?: number;
}

const at: Place = { file: 'small.yaml', line: 1, column: 1, length: 1 };

export function equation(text: string): Equation {
  const { expression, faults } = parseFormula(text);
  if (!expression) throw new Error(`${text}: ${JSON.stringify(faults)}`);
  return { text, expression, at };
}

export function smallModel(small: SmallModel): Model {
  const sets = small.sets ?? {};
  const entries = Object.entries;
  const stocks = entries(small.stocks ?? {}).map(([left, [initial, rate]]) => {
    const { name, axes } = leftSide(left, sets);
    const valueOf = (value: number | string): { value: number } | { equation: Equation } =>
      typeof value === 'number' ? { value } : { equation: equation(value) };
    return {
      name,
      axes,
      unit: '1',
      sector: 'all',
      rate: equation(rate),
      initial: cells(name, axes, sets).map((cell) => ({
        cell,
        spread: 0,
        direction: 1 as const,
        ...valueOf(typeof initial === 'object' ? initial[cell]! : initial)
      }))
    };
  });
  const variables = entries(small.variables ?? {}).map(([left, text]) => ({
    ...leftSide(left, sets),
    unit: '1',
    sector: 'all',
    equation: equation(text)
  }));
  return {
    format: 1,
    id: 'small',
    version: '1.0.0',
    time: { start: '2024-10', months: small.months ?? 12, integrator: 'euler', stepsPerMonth: { euler: 4, rk4: 1 } },
    sets: entries(sets).map(([name, elements]) => ({ name, elements })),
    inputs: entries(small.inputs ?? {}).map(([id, value]) => ({
      id,
      unit: '1',
      equationUnit: '1',
      scale: typeof value === 'number' ? 1 : value[1],
      minimum: 0,
      maximum: 100,
      step: 1,
      default: typeof value === 'number' ? value : value[0],
      group: 'all',
      principal: true,
      claims: [],
      sources: [],
      pedigree: 0,
      at
    })),
    composites: [],
    switches: entries(small.switches ?? {}).map(([id, choices]) => ({ id, choices, default: choices[0]!, at })),
    constants: entries(small.constants ?? {}).map(([id, value]) => ({ id, value, unit: '1', at })),
    parameters: entries(small.parameters ?? {}).map(([id, value]) => ({
      id,
      name: id.split('.')[0]!,
      elements: id.split('.').slice(1),
      value,
      low: value,
      high: value,
      shape: 'fixed',
      unit: '1',
      pedigree: 0,
      sector: 'all',
      sources: [],
      direction: 1,
      at
    })),
    lookups: entries(small.lookups ?? {}).map(([id, table]) => ({ id, ...table, xUnit: '1', yUnit: '1', at })),
    stocks,
    variables,
    order: inOrder(variables, sets),
    events: (small.events ?? []).map((event) => ({ ...event, rate: equation(event.rate), at })),
    outputs: [],
    sectors: ['all'],
    groups: ['all'],
    uncertainty: {
      sectors: ['all'],
      narrow: { widen: 1, loading: 0 },
      wide: { widen: 1, loading: 0, initialFactor: 1 }
    }
  };
}

function leftSide(text: string, sets: Readonly<Record<string, readonly string[]>>): { name: string; axes: Axis[] } {
  const [, name, subscripts] = /^(\w+)(?:\[(.*)\])?$/.exec(text)!;
  const axes = (subscripts ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part): Axis => (part in sets ? { kind: 'set', set: part } : { kind: 'element', element: part }));
  return { name: name!, axes };
}

function cells(name: string, axes: readonly Axis[], sets: Readonly<Record<string, readonly string[]>>): string[] {
  return axes.reduce<string[]>(
    (ids, axis) => {
      const elements = axis.kind === 'set' ? sets[axis.set]! : [axis.element];
      return ids.flatMap((id) => elements.map((element) => `${id}.${element}`));
    },
    [name]
  );
}

/** Orders quantities so that each comes after those that its formula names, and lists their cells. */
function inOrder(
  variables: readonly { name: string; axes: readonly Axis[]; equation: Equation }[],
  sets: Readonly<Record<string, readonly string[]>>
): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const place = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const own = variables.filter((variable) => variable.name === name);
    for (const { equation: formula } of own) for (const needed of namesIn(formula.expression)) place(needed);
    for (const { axes } of own) order.push(...cells(name, axes, sets));
  };
  for (const { name } of variables) place(name);
  return order;
}

function namesIn(expression: Expression): string[] {
  const names: string[] = [];
  walk(expression, (node) => {
    if (node.kind === 'reference') names.push(node.name);
  });
  return names;
}
