import type { MapBorderTold, MapFigureProps, MapPlaceTold, Share } from '$lib/charts';
import { formatDifference, mapWords, type Locale } from '$lib/i18n';
import type { Geography } from '$lib/model';
import { columnOf } from './columns';
import type { Desk } from './desk.svelte';
import { displayOf } from './display';
import { frameOf, scenarioName, textsOf, timeOf } from './figure-props';
import { cellsOf, contendersOver, type Contender } from './influence';

/** From the desk's state and a model's geography to what the map is told. */

/** Cells that the map shows: influence in each of its places, control of each of its borders. */
export function mapCells({ model }: Pick<Desk, 'model'>, geography: Geography): string[] {
  const places = geography.places.map(({ id }) => id);
  return [
    ...cellsOf(model, geography.influence).filter((cell) => places.includes(cell.split('.').at(-1) ?? '')),
    ...geography.borders.map(({ id }) => `${geography.control}.${id}`)
  ];
}

/** Actors that contend in any place of the map, in the layout's order; a bloc's own autonomy counts where it is at home. */
export function mapActors(desk: Desk, geography: Geography): Contender[] {
  const all = geography.places.flatMap(({ id }) => contendersOn(desk, geography, id));
  return all.filter(({ colour }, index) => all.findIndex((other) => other.colour === colour) === index);
}

function contendersOn({ model, layout, text }: Desk, geography: Geography, place: string): Contender[] {
  return contendersOver(model, layout, text, geography.influence, place);
}

export function mapOf(desk: Desk, geography: Geography, actor: string | null, width: number): MapFigureProps {
  const { words, locale, text } = desk;
  const own = mapWords(locale);
  const { isStatusQuo } = desk.standingOf(desk.shown);
  const { scale } = displayOf('share', locale, words);
  const rounded = { ...scale, format: scale.formatTick };
  const reference = (cell: string): ArrayLike<number> | undefined =>
    isStatusQuo ? undefined : (columnOf(desk.reference, cell) ?? undefined);
  const nameOf = (element: string): string => text.elements[element]?.name ?? element;

  const places = geography.places.map(({ id, shape, name, label }): MapPlaceTold => {
    const shares = contendersOn(desk, geography, id).flatMap((contender): Share[] => {
      const values = columnOf(desk.result, contender.cell);
      const { colour, label: short } = contender;
      return values ? [{ id: colour, label: short, colour, values, reference: reference(contender.cell) }] : [];
    });
    return { id, shape, label: nameOf(id), region: name[locale], at: label, shares };
  });
  const borders = geography.borders.flatMap(({ id, shape, label }): MapBorderTold[] => {
    const cell = `${geography.control}.${id}`;
    const values = columnOf(desk.result, cell);
    return values ? [{ id, shape, label: nameOf(id), at: label, values, reference: reference(cell) }] : [];
  });
  const time = timeOf(desk);
  const month = desk.month ?? time.months;
  const chosen = mapActors(desk, geography).find(({ colour }) => colour === actor);
  const said = [
    ...places.flatMap(({ label, shares }) => {
      const leader = shares.reduce<Share | null>(
        (best, share) => (best && best.values[month]! >= share.values[month]! ? best : share),
        null
      );
      return leader ? own.leadsAt(label, leader.label, rounded.format(leader.values[month] ?? NaN)) : [];
    }),
    ...borders.map(({ label, values }) =>
      own.controlAt(`${own.control}, ${label}`, rounded.format(values[month] ?? NaN))
    )
  ];
  return {
    ...frameOf(desk, 'map', width, {
      title: own.title,
      subtitle: `${chosen ? own.influenceSubtitle(chosen.label) : own.leadsSubtitle} · ${scenarioName(desk, desk.shown)}`,
      summary: own.summary(time.formatMonth(month), said.join(' '))
    }),
    ground: groundOf(desk, geography),
    time,
    scale: rounded,
    difference: (value) => {
      const shown = formatDifference(locale, 100 * value, 0);
      return /[1-9]/.test(shown) ? own.points(shown, Math.abs(Math.round(100 * value))) : '';
    },
    actor: chosen ? chosen.colour : null,
    places,
    borders,
    month: desk.month,
    texts: {
      ...textsOf(desk),
      reader: own.reader,
      control: own.control,
      controlShort: own.controlShort,
      tints: chosen ? own.influenceOf(chosen.label) : '',
      districts: heldOf(desk, geography),
      change: own.change
    }
  };
}

function groundOf({ locale, layout }: Desk, geography: Geography): MapFigureProps['ground'] {
  const named = ({ id, name, label }: Geography['neighbours'][number]) => ({ id, label: name[locale], at: label });
  return {
    topology: geography.topology,
    names: [...geography.neighbours, ...geography.waters].map(named),
    districts: geography.districts.map((district) => {
      const colour = layout.actors.find(({ element }) => element === district.heldBy)?.colour;
      const known = colour === 'east' || colour === 'west' || colour === 'south' ? colour : 'other';
      return { ...named(district), colour: known };
    })
  };
}

/** `Hatched, held today from the East: Sirte, in Tripolitania by history; …`. */
function heldOf({ locale, text }: Desk, { districts, places }: Geography): string {
  const own = mapWords(locale);
  const holders = [...new Set(districts.map(({ heldBy }) => heldBy))];
  return holders
    .map((holder) => {
      const theirs = districts
        .filter(({ heldBy }) => heldBy === holder)
        .map(({ name, place }) => own.lies(name[locale], regionOf(places, place, locale)));
      return own.held(text.elements[holder]?.name ?? holder, theirs.join(locale === 'ar' ? '؛ ' : '; '));
    })
    .join(' ');
}

function regionOf(places: Geography['places'], id: string, locale: Locale): string {
  return places.find((place) => place.id === id)?.name[locale] ?? id;
}
