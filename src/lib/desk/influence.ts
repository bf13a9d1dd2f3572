import type { ColourName } from '$lib/charts';
import type { Trajectory } from '$lib/engine';
import type { ActorColour, DeskLayout, Model, ModelText } from '$lib/model';
import { columnOf } from './columns';

/**
 * Who contends where: the cells of the influence quantity, place by place, with the actor that each stands for. A bloc's
 * own autonomy (the element with colour slot `own`) wears the bloc's name and colour in its own place.
 */
export interface Contender {
  readonly element: string;
  readonly cell: string;
  readonly label: string;
  readonly colour: ColourName;
}

/** Cells that the influence figure needs, place by place, in the order of the layout's actors. */
export function influenceCells(model: Model, layout: DeskLayout): string[] {
  const { quantity, places } = layout.influence;
  const known = new Set(cellsOf(model, quantity));
  return places.flatMap((place) =>
    layout.actors.map(({ element }) => `${quantity}.${element}.${place}`).filter((cell) => known.has(cell))
  );
}

/** Every cell of a quantity, over all entries that share its name. */
export function cellsOf(model: Model, quantity: string): string[] {
  const entries = [...model.variables, ...model.stocks].filter(({ name }) => name === quantity);
  return entries.flatMap(({ axes }) =>
    axes
      .map((axis) =>
        axis.kind === 'element' ? [axis.element] : (model.sets.find(({ name }) => name === axis.set)?.elements ?? [])
      )
      .reduce<string[]>(
        (ids, elements) => ids.flatMap((id) => elements.map((element) => `${id}.${element}`)),
        [quantity]
      )
  );
}

export function contendersIn(model: Model, layout: DeskLayout, text: ModelText, place: string): Contender[] {
  return contendersOver(model, layout, text, layout.influence.quantity, place);
}

/** The same over any quantity of actors and places. */
export function contendersOver(
  model: Model,
  layout: DeskLayout,
  text: ModelText,
  quantity: string,
  place: string
): Contender[] {
  const known = new Set(cellsOf(model, quantity));
  return layout.actors.flatMap(({ element, colour }): Contender[] => {
    const cell = `${quantity}.${element}.${place}`;
    if (!known.has(cell)) return [];
    const named = text.elements[colour === 'own' ? place : element];
    return [{ element, cell, label: named?.short ?? named?.name ?? element, colour: colourFor(colour, place) }];
  });
}

function colourFor(colour: ActorColour, place: string): ColourName {
  if (colour === 'own') return place === 'east' || place === 'west' || place === 'south' ? place : 'other';
  if (colour === 'egypt-uae') return 'egypt_uae';
  if (colour === 'italy-eu') return 'italy_eu';
  return colour;
}

export interface Leader {
  readonly contender: Contender;
  readonly share: number;
}

/** The contender with the greatest share in a month; the earlier one in the layout where two are equal. */
export function leaderAt(contenders: readonly Contender[], trajectory: Trajectory, month: number): Leader | null {
  return contenders.reduce<Leader | null>((leader, contender) => {
    const share = columnOf(trajectory, contender.cell)?.[month];
    if (share === undefined || (leader && leader.share >= share)) return leader;
    return { contender, share };
  }, null);
}
