import { findCell, parseModel, type DeskLayout, type Model } from '$lib/model';
import { decodeLink, statusQuo } from '$lib/scenario';
import type { Simulator } from '$lib/simulator';
import { cellsShown } from './cells-shown';
import { Desk, type DeskSetup } from './desk.svelte';
import type { Successor } from './frozen';
import { readAddress } from './share';

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
 * A desk on the frozen model of a file with the link's scenario open, and what the current model makes of the same link. Null where
 * the frozen model has nothing that the desk could show, or does not run. Rejects as the simulator does.
 */
export async function openFrozen(
  simulator: Simulator,
  current: Pick<DeskSetup, 'model' | 'layout' | 'reading'>,
  json: unknown,
  search: string
): Promise<{ readonly desk: Desk; readonly successor: Successor } | null> {
  const frozen = parseModel(json);
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
