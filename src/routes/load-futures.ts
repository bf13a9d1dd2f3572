import { inputsOf, type Goal } from '$lib/analysis';
import { compile } from '$lib/engine';
import {
  factorNames,
  FUTURES,
  goalFor,
  goalSubject,
  runFutures,
  type FuturesNames,
  type FuturesQuestion,
  type FuturesView,
  type GoalSubject
} from '$lib/explore';
import type { Locale } from '$lib/i18n';
import { nameOfCell, type Model } from '$lib/model';
import { statusQuo } from '$lib/scenario';
import { directSimulator, headlineOf, quantilesOf } from '$lib/simulator';
import { homeEntry } from './load-home';

/** The example of /explore/futures: worked out while the site is built, once for both languages, by the functions that the reader's browser uses. */
let computed: Promise<Example> | undefined;

interface Example {
  readonly view: FuturesView;
  readonly standing: FuturesNames['standing'];
}

/** Runs of the example: enough to be told, few enough to be built in a moment. */
const RUNS = 2000;

/** What the page asks before anybody changes it: of the example, but with more runs. */
export function standardQuestion(model: Model): FuturesQuestion {
  return {
    base: 'status_quo',
    goals: exampleGoals(model),
    inputs: 'principal',
    uncertainty: 'narrow',
    runs: FUTURES.runs,
    seed: FUTURES.seed
  };
}

/** Goals of the example, as far as the model has their outputs; else one of its headline. */
function exampleGoals(model: Model): readonly Goal[] {
  const month = model.time.months;
  const wanted: readonly Goal[] = [
    { output: 'stability_index', month, side: 'above', level: 50 },
    { output: 'relapse_hazard', month, side: 'below', level: 0.04 }
  ];
  const known = wanted.filter(({ output }) => model.outputs.some(({ cell }) => cell === output));
  if (known.length > 0) return known;
  const subject: GoalSubject = { outputs: [], start: model.time.start, months: month };
  return [goalFor(subject, headlineOf(model) ?? model.outputs[0]?.cell ?? '')];
}

async function compute(): Promise<Example> {
  const { default: model } = await homeEntry().model();
  const simulator = directSimulator();
  await simulator.open(model);
  const base = statusQuo(model);
  const asked: FuturesQuestion = { ...standardQuestion(model), runs: RUNS };
  const view = await runFutures(model, asked, base, {
    run: simulator.cases.bind(simulator),
    quantileOf: quantilesOf(compile(model))
  });
  const { outcome } = await simulator.run(base);
  simulator.close();
  if (!outcome.ok) throw new Error(`The status quo of ${model.id} leaves the finite numbers.`);
  const { columns, rows, values } = outcome.trajectory;
  const months = Array.from({ length: Math.floor(model.time.months / 12) }, (_, year) => 12 * (year + 1));
  const at = (column: number) => (month: number) => Number(values[column * rows + month]!.toPrecision(5));
  return {
    view,
    standing: {
      base: asked.base,
      months,
      values: Object.fromEntries(columns.map((cell, column) => [cell, months.map(at(column))]))
    }
  };
}

export async function loadFutures(
  locale: Locale
): Promise<{ names: FuturesNames; published: FuturesView; standard: FuturesQuestion }> {
  const entry = homeEntry();
  const [
    { view: published, standing },
    { default: model },
    { default: text },
    { default: presets },
    { default: told }
  ] = await Promise.all([
    (computed ??= compute()),
    entry.model(),
    entry.words[locale](),
    entry.presets(),
    entry.better()
  ]);
  const groups = [...new Set(model.inputs.map(({ group }) => group))];
  const inGroup = (group: string): FuturesNames['groups'][number]['inputs'] =>
    [...model.composites, ...model.inputs]
      .filter((input) => input.group === group)
      .map(({ id }) => ({ id, name: nameOfCell(text, id) }));
  return {
    published,
    standard: standardQuestion(model),
    names: {
      standing,
      principal: inputsOf(model, 'principal'),
      model: { id: model.id, title: text.title, version: model.version },
      goals: goalSubject(model, text, told.better),
      bases: presets.map(({ id }) => ({ id, name: text.presets[id]?.name ?? id })),
      groups: groups.map((group) => ({ name: text.groups[group]?.name ?? group, inputs: inGroup(group) })),
      factors: factorNames(model, text, [
        ...new Set([...inputsOf(model, 'principal'), ...Object.keys(published.factors)])
      ])
    }
  };
}
