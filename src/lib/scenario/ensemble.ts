import { limits } from './limits';
import type { EnsembleSettings } from './scenario';

/**
 * How many runs an ensemble has and how they are drawn, as a scenario carries it: with the defaults that links and files
 * leave out. A link that was shared without a word on ensembles means these defaults for ever.
 */
export const standardEnsemble: EnsembleSettings = {
  runs: 1_000,
  seed: 20_241_001,
  uncertainty: 'wide',
  sampling: 'random',
  chance: false
};

export const uncertainties = ['none', 'narrow', 'wide'] as const satisfies readonly EnsembleSettings['uncertainty'][];
export const samplings = [
  'random',
  'latin-hypercube',
  'sobol'
] as const satisfies readonly EnsembleSettings['sampling'][];

/** Whole numbers inside their bounds; anything that is none stands at its default. */
export function canonicalEnsemble(draft: Partial<EnsembleSettings>): EnsembleSettings {
  const standard = standardEnsemble;
  return {
    runs: whole(draft.runs, 1, limits.runs, standard.runs),
    seed: whole(draft.seed, 0, limits.seed, standard.seed),
    uncertainty: uncertainties.find((one) => one === draft.uncertainty) ?? standard.uncertainty,
    sampling: samplings.find((one) => one === draft.sampling) ?? standard.sampling,
    chance: draft.chance ?? standard.chance
  };
}

/** The entries that differ from their defaults, in order, by the words of links and files. */
export function ensembleEntries(ensemble: EnsembleSettings): [string, number | string][] {
  const standard = standardEnsemble;
  const entries: [string, number | string, boolean][] = [
    ['runs', ensemble.runs, ensemble.runs === standard.runs],
    ['seed', ensemble.seed, ensemble.seed === standard.seed],
    ['uncertainty', ensemble.uncertainty, ensemble.uncertainty === standard.uncertainty],
    ['sampling', ensemble.sampling, ensemble.sampling === standard.sampling],
    ['shocks', ensemble.chance ? 'on' : 'off', ensemble.chance === standard.chance]
  ];
  return entries.flatMap(([word, value, isStandard]) => (isStandard ? [] : [[word, value]]));
}

export function whole(value: number | undefined, least: number, most: number, otherwise: number): number {
  return value !== undefined && Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : otherwise;
}
