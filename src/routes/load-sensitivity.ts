import { runStudy, studyView, type SensitivityNames, type StudyView } from '$lib/explore';
import type { Locale } from '$lib/i18n';
import { nameOfCell } from '$lib/model';
import { statusQuo } from '$lib/scenario';
import { directSimulator, headlineOf } from '$lib/simulator';
import { homeEntry } from './load-home';

/** The first view of /explore, worked out while the site is built, once for both languages: by the functions that the reader's browser uses. */
let computed: Promise<StudyView> | undefined;

/** Rows of long tables that stand in the page before any script. */
const MOST = 20;

async function compute(): Promise<StudyView> {
  const { default: model } = await homeEntry().model();
  const simulator = directSimulator();
  await simulator.open(model);
  const asked = {
    base: 'status_quo',
    output: headlineOf(model) ?? '',
    month: model.time.months,
    inputs: 'none',
    uncertainty: 'wide'
  } as const;
  const study = await runStudy(model, { ...asked, base: statusQuo(model) }, simulator.cases.bind(simulator));
  simulator.close();
  return studyView(asked, study.plan, study, MOST);
}

export async function loadSensitivity(locale: Locale): Promise<{ names: SensitivityNames; published: StudyView }> {
  const entry = homeEntry();
  const [published, { default: model }, { default: text }, { default: presets }] = await Promise.all([
    (computed ??= compute()),
    entry.model(),
    entry.words[locale](),
    entry.presets()
  ]);
  const factors = [
    ...model.inputs.map(({ id }) => id),
    ...model.composites.map(({ id }) => id),
    ...model.parameters.filter(({ shape }) => shape !== 'fixed').map(({ id }) => id),
    ...model.stocks.flatMap(({ initial }) => initial.map(({ cell }) => cell))
  ];
  const namesOf = (table: Readonly<Record<string, { readonly name: string }>>): Record<string, string> =>
    Object.fromEntries(Object.entries(table).map(([id, { name }]) => [id, name]));
  return {
    published,
    names: {
      model: { title: text.title, version: model.version, start: model.time.start },
      outputs: model.outputs.map(({ cell }) => ({ cell, name: nameOfCell(text, cell) })),
      bases: presets.map(({ id }) => ({ id, name: text.presets[id]?.name ?? id })),
      factors: Object.fromEntries(factors.map((id) => [id, nameOfCell(text, id)])),
      sectors: namesOf(text.sectors),
      groups: namesOf(text.groups),
      months: model.time.months
    }
  };
}
