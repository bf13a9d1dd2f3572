import { drawnRows, drawShares, messageSubject, messageView, nominalRow, weightingShares } from '$lib/evidence';
import type { MessageSubject, PublishedMessage } from '$lib/evidence';
import { localeOf } from '$lib/i18n';
import { directSimulator } from '$lib/simulator';
import { loadChecks, type LoadedChecks } from '../../../load-checks';
import { homeEntry, loadHome } from '../../../load-home';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'ar' }];

interface Computed {
  readonly loaded: LoadedChecks;
  readonly subject: MessageSubject;
  readonly published: PublishedMessage;
}

let computed: Promise<Computed> | undefined;

/** What stands in the page before any script, worked out once for both languages. */
async function compute(): Promise<Computed> {
  const [loaded, { layout }] = await Promise.all([loadChecks(), loadHome()]);
  const { model } = loaded.subject;
  const subject = messageSubject(model, layout, loaded);
  const { message } = subject;
  const simulator = directSimulator();
  await simulator.open(model);
  const row = await nominalRow(simulator, subject, []);
  const rows = await drawnRows(simulator, subject, []);
  simulator.close();
  const weights = message.weights.map(({ value }) => value);
  const choices = message.switches.map((id) => {
    const one = model.switches.find((each) => each.id === id);
    return one?.choices.indexOf(one.default) ?? 0;
  });
  const published: PublishedMessage = {
    row: [...row],
    weightings: weightingShares(subject, row, weights, choices),
    draws: drawShares(subject, rows, weights, choices)
  };
  return { loaded, subject, published };
}

export const load: PageServerLoad = async ({ params }) => {
  const locale = localeOf(params.lang);
  const [{ loaded, subject, published }, { default: text }] = await Promise.all([
    (computed ??= compute()),
    homeEntry().words[locale]()
  ]);
  const { model, message } = subject;
  return {
    locale,
    title: text.title,
    version: model.version,
    view: messageView(model, message, loaded, text),
    published
  };
};
