import type { Expression } from '$lib/language';
import { cellsOf, type BehaviourCheck, type ModelBundle } from '$lib/model';
import { cellNamed, evaluate } from './evaluate';
import { runAll, type Run } from './runs';

/**
 * The behaviour checks of a model, held against its runs. `holds` reads the results of scenarios; `always` and
 * `within_ranges` look at every month of every scenario and give the first place where the rule is broken.
 */
export interface Behaviour {
  readonly holds: boolean;
  /** Both sides of each comparison, or where the rule is broken. */
  readonly figures: string;
}

export function behaviourOf(bundle: ModelBundle): (check: BehaviourCheck) => Behaviour {
  const runs = runAll(bundle);
  const elements = new Map(bundle.model.sets.map((set) => [set.name, set.elements]));
  const ranges = bundle.model.stocks.flatMap((stock) =>
    stock.range ? cellsOf(stock, bundle.model).map((cell) => ({ cell, range: stock.range ?? [0, 0] })) : []
  );
  const everywhere = (broken: (run: Run, row: number) => string | null): Behaviour => {
    for (const run of runs.values()) {
      for (let row = 0; row < run.rows; row++) {
        const found = broken(run, row);
        if (found !== null) return { holds: false, figures: `${run.id}, month ${row}: ${found}` };
      }
    }
    return { holds: true, figures: `in every month of ${runs.size} scenarios` };
  };

  return ({ test }) => {
    if (test.kind === 'within-ranges') {
      return everywhere((run, row) => {
        const outside = ranges.find(({ cell, range: [low, high] }) => {
          const value = run.valueAt(cell, row);
          return !(value >= low && value <= high);
        });
        return outside ? `${outside.cell} = ${run.valueAt(outside.cell, row)}` : null;
      });
    }
    const { expression } = test.equation;
    if (test.kind === 'always') {
      return everywhere((run, row) => {
        const figures: string[] = [];
        const scope = { elements, figures, value: (cell: string) => run.valueAt(cell, row), call: unknown };
        return evaluate(expression, scope) === 0 ? figures.join(', ') : null;
      });
    }
    const figures: string[] = [];
    const scope = { elements, figures, value: unknown, call: (node: Call) => resultOf(node, runs) };
    return { holds: evaluate(expression, scope) !== 0, figures: figures.join(', ') };
  };
}

type Call = Extract<Expression, { kind: 'call' }>;

function unknown(what: string | Call): number {
  throw new Error(`unknown here: ${typeof what === 'string' ? what : what.name}`);
}

/** `scenario(cell)`, `scenario(cell, month)`, `peak(scenario(cell), month)`. */
function resultOf(node: Call, runs: ReadonlyMap<string, Run>): number {
  const [first, second] = node.arguments;
  const month = second?.kind === 'number' ? second.value : undefined;
  const result = node.name === 'peak' && first?.kind === 'call' ? first : node;
  const run = runs.get(result.name);
  if (!run) return unknown(result);
  const cell = cellNamed(result.arguments[0]);
  if (result === node) return run.valueAt(cell, month ?? run.rows - 1);
  const from = month ?? 0;
  return Math.max(...Array.from({ length: run.rows - from }, (_, i) => run.valueAt(cell, from + i)));
}
