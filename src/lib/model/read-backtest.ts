import type { Reading } from './formula';
import type { BacktestData } from './history';
import type { Model } from './model';
import type { Folder } from './read-folder';
import { readHistory } from './read-history';
import { readObserved } from './read-observed';

/** A coded history and the series that it is compared with: a model has both files or neither. */
export function readBacktest(
  { model: file, history, observed }: Folder,
  model: Model,
  files: ReadonlySet<string>,
  sources: readonly string[],
  reading: Reading
): BacktestData | null {
  if (!history && !observed) return null;
  const read = history && readHistory(history, { inputs: model.inputs, events: model.events, sources }, reading);
  const compared = read && observed && readObserved(observed, { history: read, sources }, reading);
  if (read && compared) return { history: read, observed: compared };
  for (const path of ['history.yaml', 'observed.yaml'])
    if (!files.has(path)) reading.report.error('missing-file', file.yaml.placeOf([]), { path });
  return null;
}
