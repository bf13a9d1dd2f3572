import type { Desk } from './desk.svelte';
import { isDrawn } from './uncertainty';

/** What the bands on the desk mean, sentence by sentence, as the settings and the runs that are in have it. */
export function sentencesOf({ scenario, words: all, bands }: Desk): string[] {
  const words = all.uncertainty;
  const { ensemble } = scenario.settings;
  if (!isDrawn(ensemble)) return [words.nothingDrawn];
  const runs = Math.min(ensemble.runs, bands.limit ?? ensemble.runs);
  const singles = bands.singles ? (bands.latest?.members.length ?? 0) : 0;
  return [
    words.bandMeans(runs),
    ...(singles > 0 ? [words.singlesMean(singles)] : []),
    words.draws[ensemble.uncertainty](ensemble.chance)
  ];
}
