import { evaluateCheck, type CheckResult } from '$lib/analysis';
import { checkViews, computeChecks, mechanismViews, type CheckResults } from '$lib/evidence';
import { localeOf } from '$lib/i18n';
import { nameOfCell } from '$lib/model';
import { standardEnsemble } from '$lib/scenario';
import { directSimulator, headlineOf } from '$lib/simulator';
import { loadChecks, type LoadedChecks } from '../../../load-checks';
import { homeEntry } from '../../../load-home';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'ar' }];

const RUNS = 500;

interface Computed {
  readonly loaded: LoadedChecks;
  readonly results: CheckResults;
  readonly whole: readonly CheckResult[];
  readonly headline: number;
}

let computed: Promise<Computed> | undefined;

/** What is worked out while the site is built, once for both languages: by the functions that the reader's browser uses. */
async function compute(): Promise<Computed> {
  const loaded = await loadChecks();
  const { subject, checks, mechanisms } = loaded;
  const { model, scenarios } = subject;
  const simulator = directSimulator();
  await simulator.open(model);
  const results = await computeChecks(simulator, subject, mechanisms, { runs: RUNS, seed: standardEnsemble.seed });
  const outcomes = new Map(
    await Promise.all(
      scenarios.map(async ({ id, scenario }) => {
        const { outcome } = await simulator.run(scenario, { save: 'all' });
        return [id, outcome] as const;
      })
    )
  );
  simulator.close();
  const context = {
    model,
    scenarios: new Map(scenarios.map(({ id, scenario }) => [id, scenario])),
    run: (id: string) => outcomes.get(id)!
  };
  const first = scenarios[0] && outcomes.get(scenarios[0].id);
  const cell = headlineOf(model);
  const column = first?.ok && cell ? first.trajectory.columns.indexOf(cell) : -1;
  const headline = first?.ok && column >= 0 ? first.trajectory.values[(column + 1) * first.trajectory.rows - 1]! : NaN;
  return { loaded, results, whole: checks.map((check) => evaluateCheck(check, context)), headline };
}

export const load: PageServerLoad = async ({ params }) => {
  const locale = localeOf(params.lang);
  const [{ loaded, results, whole, headline }, { default: text }] = await Promise.all([
    (computed ??= compute()),
    homeEntry().words[locale]()
  ]);
  const { model } = loaded.subject;
  return {
    locale,
    title: text.title,
    version: model.version,
    views: checkViews(loaded.subject, loaded, text, whole),
    mechanisms: mechanismViews(loaded.mechanisms, locale),
    published: results,
    headline: { name: nameOfCell(text, headlineOf(model) ?? ''), value: headline }
  };
};
