import { cellId, type BehaviourCheck, type ModelBundle } from '$lib/model';
import { compile, exp, interpret, ln, pow, saveable, type Trajectory } from '$lib/engine';
import type { Expression } from '$lib/language';
import { parseScenario, toRunInputs } from '$lib/scenario';

/**
 * Behaviour checks of a model, run: the formulas of checks.yaml over the trajectories of its presets and check
 * scenarios, without chance. A check gives what it says and the figures on both sides of each comparison. Invariant:
 * every scenario is run once, by the interpreter, at the model's own settings.
 */
export interface BehaviourResult {
  readonly holds: boolean;
  /** Both sides of each comparison that was made, or the first place where a rule that always holds was broken. */
  readonly figures: string;
}

type Run = Trajectory & { readonly column: ReadonlyMap<string, number> };
type Call = Extract<Expression, { kind: 'call' }>;
/** What names mean while a formula is evaluated. */
interface Scope {
  value(cell: string): number;
  call(node: Call): number | null;
  readonly elements: ReadonlyMap<string, readonly string[]>;
  readonly bound: ReadonlyMap<string, string>;
  readonly figures: string[];
}

/** Runs every scenario of the bundle; throws where one of them does not read cleanly or leaves the finite numbers. */
export function behaviourOf(bundle: ModelBundle): (check: BehaviourCheck) => BehaviourResult {
  const runs = new Map(runAll(bundle));
  const elements = new Map(bundle.model.sets.map((set) => [set.name, set.elements]));
  const valueAt = (run: Run, cell: string, row: number): number => {
    const column = run.column.get(cell);
    if (column === undefined) throw new Error(`no such cell: ${cell}`);
    return run.values[column * run.rows + row] ?? Number.NaN;
  };
  const runNamed = (name: string): Run | undefined => runs.get(name);

  const scenarioCall = (node: Call): number | null => {
    const peak = node.name === 'peak';
    const [inner, from] = node.arguments;
    const call = peak && inner?.kind === 'call' ? inner : node;
    const run = runNamed(call.name);
    if (!run) return null;
    const cell = cellOf(call.arguments[0], new Map());
    const month = peak ? from : call.arguments[1];
    if (!peak) return valueAt(run, cell, month?.kind === 'number' ? month.value : run.rows - 1);
    const first = month?.kind === 'number' ? month.value : 0;
    return Math.max(...Array.from({ length: run.rows - first }, (_, i) => valueAt(run, cell, first + i)));
  };

  const everywhere = (holds: (run: Run, row: number) => string | null): BehaviourResult => {
    for (const [id, run] of runs) {
      for (let row = 0; row < run.rows; row++) {
        const broken = holds(run, row);
        if (broken !== null) return { holds: false, figures: `${id}, month ${row}: ${broken}` };
      }
    }
    return { holds: true, figures: `${runs.size} scenarios` };
  };

  return ({ test }) => {
    if (test.kind === 'within-ranges')
      return everywhere((run, row) => outsideRange(bundle, (cell) => valueAt(run, cell, row)));
    const { expression } = test.equation;
    if (test.kind === 'holds') {
      const figures: string[] = [];
      const scope: Scope = { value: () => Number.NaN, call: scenarioCall, elements, bound: new Map(), figures };
      return { holds: evaluate(expression, scope) !== 0, figures: figures.join('; ') };
    }
    return everywhere((run, row) => {
      const figures: string[] = [];
      const scope: Scope = {
        value: (cell) => valueAt(run, cell, row),
        call: () => null,
        elements,
        bound: new Map(),
        figures
      };
      return evaluate(expression, scope) !== 0 ? null : figures.join('; ');
    });
  };
}

function runAll({ model, presets, checkScenarios, ...rest }: ModelBundle): [string, Run][] {
  const program = compile(model);
  const numbers = [...model.parameters, ...model.constants].map(({ id, value }): [string, number] => [id, value]);
  const save = saveable(program);
  return [...presets, ...checkScenarios].map(({ id, document }) => {
    const { scenario, notices } = parseScenario(document, model);
    if (!scenario || notices.length > 0) throw new Error(`${id}: ${JSON.stringify(notices)}`);
    const outcome = interpret(program, { ...toRunInputs(model, scenario), chance: null, save });
    if (!outcome.ok) throw new Error(`${id}: ${JSON.stringify(outcome.failure)}`);
    void rest;
    void numbers;
    return [id, { ...outcome.trajectory, column: new Map(outcome.trajectory.columns.map((cell, i) => [cell, i])) }];
  });
}
