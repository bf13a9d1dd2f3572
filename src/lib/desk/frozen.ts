import type { Trajectory } from '$lib/engine';
import { decodeLink, type Scenario } from '$lib/scenario';

/**
 * Links that name a frozen version of the model run that version for ever. The desk of such a link stands on the frozen
 * model, with the layout and the texts of today as far as they fit; the same scenario is run in the current model too, so
 * that a person sees what has changed since. What opens them loads with the first such link.
 */
export interface Successor {
  /** The current model, and the link's scenario in it. */
  readonly version: string;
  readonly scenario: Scenario;
  /** Results of that scenario in the current model; null where it does not run through. */
  readonly result: Trajectory | null;
}

/** Where frozen versions of a model are found: the part of a catalogue entry that is needed here. */
export interface Releases {
  readonly id: string;
  readonly version: string;
  readonly released: readonly string[];
}

/** The frozen version that a query asks for; null where it names none, the current one, or one that was never released. */
export function frozenVersionIn({ id, version, released }: Releases, search: string): string | null {
  let asked: string | null = null;
  decodeLink(search, {
    find: (model, wanted) => {
      if (model === id && wanted !== null) asked = wanted;
      return null;
    }
  });
  return asked !== null && asked !== version && released.includes(asked) ? asked : null;
}
