import { askedOf, comparePlan, firstChoices, firstPresets, letters, tell, type CompareSetup } from '$lib/explore';
import { parseScenario } from '$lib/scenario';
import { compareScenarios, directSimulator, singleRuns } from '$lib/simulator';
import { homeEntry, loadHome } from '../../load-home';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'ar' }];

type Computed = Pick<CompareSetup, 'scenarios' | 'choices' | 'runs' | 'told'> & {
  readonly presets: CompareSetup['subject']['presets'];
};

let computed: Promise<Computed> | undefined;

/** The first comparison, with its futures, as it stands in the page before any script; worked out once for both languages. */
async function compute(): Promise<Computed> {
  const [{ model, layout }, { default: documents }] = await Promise.all([loadHome(), homeEntry().presets()]);
  const presets = documents.flatMap(({ id, document }) => {
    const { scenario } = parseScenario(document, model);
    return scenario ? [{ id, scenario }] : [];
  });
  const telling = presets.filter(({ id }) => (firstPresets as readonly string[]).includes(id));
  const scenarios = (telling.length > 1 ? telling : presets.slice(0, letters.length))
    .sort((a, b) => rank(a.id) - rank(b.id))
    .map(({ scenario }) => scenario);
  const subject = { model, headline: layout.headline };
  const choices = firstChoices(subject);
  const asked = askedOf(subject, choices);
  const simulator = directSimulator();
  await simulator.open(model);
  const runs = await singleRuns(simulator, scenarios, asked.outputs);
  const comparison = await compareScenarios(simulator, {
    scenarios: scenarios.map((scenario, place) => ({ id: letters[place]!, scenario })),
    ...asked,
    plan: comparePlan
  });
  simulator.close();
  return { presets, scenarios, choices, runs, told: tell(subject, comparison, choices) };
}

function rank(id: string): number {
  return (firstPresets as readonly string[]).indexOf(id);
}

export const load: PageServerLoad = () => (computed ??= compute());
