import type { ModelBundle } from '$lib/model';
import { checkDraws, checkSubject, directSimulator, drawnShares, mutationTable, type Simulator } from '$lib/simulator';
import { openProgress } from './ensemble/progress';
import type { Session } from './environment';
import { aligned } from './aligned';
import { Refusal } from './refusal';
import { textOf } from './text';

/** How often behaviour checks hold over draws, and which fail without which mechanism: the numbers of /model/checks. */

/** Draws at most. */
export const MOST_DRAWS = 100_000;

export async function printShares(
  session: Session,
  bundle: ModelBundle,
  runs: number,
  uncertainty: 'narrow' | 'wide'
): Promise<void> {
  const subject = checkSubject(bundle);
  const text = textOf(session.locale);
  const names = bundle.texts[session.locale].checks;
  const progress = openProgress(session, runs, 0);
  const shares = await onThread(bundle, (simulator) =>
    drawnShares(simulator, subject, checkDraws(uncertainty, runs), { onProgress: ({ done }) => progress.show(done) })
  );
  progress.end();
  const rows = shares.map(({ id, hits, share, low, high }) => [
    id,
    percent(share),
    `${percent(low)}-${percent(high)}`,
    `${hits}/${runs}`,
    names[id]?.name ?? ''
  ]);
  session.print(aligned([text.shareColumns, ...rows]));
}

export async function printMutations(session: Session, bundle: ModelBundle): Promise<void> {
  const { mechanisms } = bundle;
  if (mechanisms.length === 0) throw new Refusal((t) => t.noMechanisms);
  const text = textOf(session.locale);
  const progress = openProgress(session, mechanisms.length, 0);
  const table = await onThread(bundle, (simulator) =>
    mutationTable(simulator, checkSubject(bundle), mechanisms, { onProgress: ({ done }) => progress.show(done) })
  );
  progress.end();
  const rows = table.map(({ mechanism, fails, headline }, i) => [
    mechanism,
    Number.isNaN(headline) ? '' : headline.toFixed(1),
    fails.join(' ') || '-',
    mechanisms[i]!.title[session.locale]
  ]);
  session.print(aligned([text.mutationColumns, ...rows]));
}

async function onThread<T>({ model }: ModelBundle, work: (simulator: Simulator) => Promise<T>): Promise<T> {
  const simulator = directSimulator();
  await simulator.open(model);
  try {
    return await work(simulator);
  } finally {
    simulator.close();
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
