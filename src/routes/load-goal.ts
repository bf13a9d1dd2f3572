import {
  exampleSizes,
  goalSubject,
  movable,
  seekGoal,
  standardQuestion,
  standsOf,
  type GoalNames,
  type GoalResult
} from '$lib/explore';
import { movableInputs } from '$lib/analysis';
import type { Locale } from '$lib/i18n';
import { parseScenario, statusQuo, type Scenario } from '$lib/scenario';
import { directSimulator, headlineOf } from '$lib/simulator';
import { homeEntry } from './load-home';

/** The first answer of /explore/goal, worked out while the site is built, once for both languages: by the functions that the reader's browser uses. */
let computed: Promise<Computed> | undefined;

interface Computed {
  readonly published: GoalResult;
  /** Presets with what their outputs come to at the end, by cell. */
  readonly bases: readonly {
    readonly id: string;
    readonly scenario: Scenario;
    readonly comes: Readonly<Record<string, number>>;
  }[];
}

async function compute(): Promise<Computed> {
  const entry = homeEntry();
  const [{ default: model }, { default: presets }, { default: text }] = await Promise.all([
    entry.model(),
    entry.presets(),
    entry.words.en()
  ]);
  const simulator = directSimulator();
  await simulator.open(model);
  const cells = model.outputs.map(({ cell }) => cell);
  const bases = [];
  for (const { id, document } of presets) {
    const { scenario } = parseScenario(document, model);
    if (!scenario) continue;
    const { outcome } = await simulator.run(scenario, { save: cells });
    if (!outcome.ok) continue;
    const { rows, values } = outcome.trajectory;
    const end = (place: number): number => Number(values[place * rows + rows - 1]!.toPrecision(6));
    bases.push({ id, scenario, comes: Object.fromEntries(cells.map((cell, place) => [cell, end(place)])) });
  }
  const asked = standardQuestion(model, goalSubject(model, text, {}), headlineOf(model) ?? '');
  const published = await seekGoal(
    model,
    statusQuo(model),
    asked,
    (cases, options) => simulator.cases(cases, options),
    exampleSizes
  );
  simulator.close();
  return { published, bases };
}

export async function loadGoal(locale: Locale): Promise<{ names: GoalNames; published: GoalResult }> {
  const entry = homeEntry();
  const [{ published, bases }, { default: model }, { default: text }, { default: shown }] = await Promise.all([
    (computed ??= compute()),
    entry.model(),
    entry.words[locale](),
    entry.better()
  ]);
  return {
    published,
    names: {
      model: { id: model.id, title: text.title, version: model.version },
      subject: goalSubject(model, text, shown.better),
      bases: bases.map(({ id, scenario, comes }) => ({
        id,
        name: text.presets[id]?.name ?? id,
        stands: standsOf(model, scenario),
        comes
      })),
      inputs: movable(model, text),
      offered: movableInputs(model)
    }
  };
}
