import type { Trajectory } from '$lib/engine';
import { findCell, type DeskLayout, type Model } from '$lib/model';
import { decodeLink, statusQuo, type Scenario } from '$lib/scenario';
import type { Simulator } from '$lib/simulator';
import { cellsShown } from './cells-shown';
import { Desk, type DeskSetup } from './desk.svelte';
import { readAddress } from './share';

/**
 * Links that name a frozen version of the model run that version for ever. The desk of such a link stands on the frozen
 * model, with the layout and the texts of today as far as they fit; the same scenario is run in the current model too, so
 * that a person sees what has changed since.
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

/** The layout without what an older model does not have; null where it has no main figure. */
export function fittingLayout(layout: DeskLayout, model: Model): DeskLayout | null {
  const has = (id: string): boolean => findCell(model, id) !== undefined;
  const { stability, influence } = layout;
  if (!has(stability.output)) return null;
  const elements = new Set(model.sets.flatMap((set) => set.elements));
  const kept = stability.parts
    .map((part, i) => ({ part, weight: stability.weights[i] }))
    .filter(({ part }) => has(part));
  return {
    actors: layout.actors.filter(({ element }) => elements.has(element)),
    headline: layout.headline.filter(has),
    events: (layout.events ?? []).filter((id) => model.events.some((event) => event.id === id)),
    switches: (layout.switches ?? []).filter(has),
    stability: {
      output: stability.output,
      parts: kept.map(({ part }) => part),
      weights: kept.flatMap(({ weight }) => (weight !== undefined && has(weight) ? [weight] : []))
    },
    influence: {
      ...influence,
      places: influence.places.filter((place) => elements.has(place)),
      starting: influence.starting.filter(({ edits }) => has('stock' in edits ? edits.stock : edits.parameter))
    }
  };
}

/**
 * A desk on the frozen model with the link's scenario open, and what the current model makes of the same link. Null where
 * the frozen model has nothing that the desk could show, or does not run. Rejects as the simulator does.
 */
export async function openFrozen(
  simulator: Simulator,
  current: Pick<DeskSetup, 'model' | 'layout' | 'reading'>,
  frozen: Model,
  search: string
): Promise<{ readonly desk: Desk; readonly successor: Successor } | null> {
  const layout = fittingLayout(current.layout, frozen);
  const link = readAddress(frozen, search);
  const later = decodeLink(search, { find: (id) => (id === current.model.id ? current.model : null) }).scenario;
  if (!layout || !link || !later) return null;
  await simulator.open(frozen);
  await simulator.open(current.model);
  const base = await simulator.run(statusQuo(frozen), { save: cellsShown(frozen, layout) });
  const now = await simulator.run(later, { save: cellsShown(current.model, current.layout) });
  if (!base.outcome.ok) return null;
  const desk = new Desk({
    model: frozen,
    layout,
    presets: [],
    statusQuo: base.outcome.trajectory,
    reading: current.reading
  });
  desk.openLink(link);
  const result = now.outcome.ok ? now.outcome.trajectory : null;
  return { desk, successor: { version: current.model.version, scenario: later, result } };
}
