import { geoCentroid, geoConicEqualArea, geoPath, type GeoPath, type GeoProjection } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { Share } from '../figure';
import type { MapBorderTold, MapFigureProps, MapPlaceTold } from '../map';
import type { ColourName } from '../palette';
import {
  placeFooter,
  placeHeader,
  typeScale,
  type PlacedHeader,
  type PlacedKey,
  type PlacedText,
  type TypeScale
} from './frame';
import { shortenText, textWidth, wrapText } from './text';

/**
 * A map, placed: an equal-area conic projection (Albers) fitted to the country, the places tinted, the borders drawn by
 * weight and dash, and the words that tell their values. Never by colour alone: every tint and every line has its number.
 */
export interface PlacedMap {
  readonly height: number;
  readonly type: TypeScale;
  readonly narrow: boolean;
  readonly header: PlacedHeader;
  /** The window that the map is seen through. */
  readonly frame: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** Outline of all neighbours, borders between them, outline of the country. */
  readonly land: string;
  readonly landBorders: string;
  readonly country: string;
  readonly inner: string;
  readonly places: readonly PlacedPlace[];
  readonly districts: readonly { readonly id: string; readonly path: string; readonly colour: ColourName }[];
  readonly borders: readonly PlacedBorder[];
  /** Names of the surroundings, then names and values of what is shown. */
  readonly quiet: readonly PlacedText[];
  readonly texts: readonly PlacedText[];
  readonly bars: readonly PlacedPiece[];
  readonly legend: PlacedMapLegend;
  readonly footer: readonly PlacedText[];
}

export interface PlacedPlace {
  readonly id: string;
  readonly path: string;
  readonly colour: ColourName;
  readonly opacity: number;
  /** Middle of the shape. */
  readonly centre: readonly [number, number];
}

export interface PlacedBorder {
  readonly id: string;
  readonly path: string;
  readonly weight: number;
  readonly dash: string | undefined;
  readonly centre: readonly [number, number];
}

/** A part of a bar of shares, or a swatch. */
export interface PlacedPiece {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: ColourName;
  readonly opacity?: number;
}

export interface PlacedMapLegend {
  readonly texts: readonly PlacedText[];
  readonly lines: readonly {
    readonly x1: number;
    readonly x2: number;
    readonly y: number;
    readonly weight: number;
    readonly dash: string | undefined;
  }[];
  readonly swatches: readonly PlacedPiece[];
  /** Where the hatched swatch stands; null where no district is marked. */
  readonly hatched: Omit<PlacedPiece, 'opacity'> | null;
  readonly bottom: number;
}

/** Below this width bars stand under the map. */
const narrowest = 560;
const leadTint = 0.3;

/** A tint grows with the share and stays light enough for words upon it. */
export function tintOf(share: number): number {
  return 0.05 + 0.6 * Math.max(0, Math.min(1, share));
}

/** A border's line: heavier and less broken the better it is controlled, in thirds for the dash. */
export function strokeOf(control: number): { readonly weight: number; readonly dash: string | undefined } {
  const inside = Math.max(0, Math.min(1, Number.isFinite(control) ? control : 0));
  const weight = 2 + 6 * inside;
  if (inside < 1 / 3) return { weight, dash: `${weight.toFixed(1)} ${(weight * 1.6 + 2).toFixed(1)}` };
  if (inside < 2 / 3) return { weight, dash: `${(weight * 3).toFixed(1)} ${weight.toFixed(1)}` };
  return { weight, dash: undefined };
}

/** The share that leads at a month; the earlier one where two are equal. */
export function leadingShare(shares: readonly Share[], month: number): Share | null {
  return shares.reduce<Share | null>(
    (best, share) => (best && (best.values[month] ?? 0) >= (share.values[month] ?? 0) ? best : share),
    null
  );
}

/** The month that is shown, inside the span. */
export function shownMonth({ month, time }: Pick<MapFigureProps, 'month' | 'time'>): number {
  return Math.max(0, Math.min(time.months, month ?? time.months));
}

export function placeMap(props: MapFigureProps): PlacedMap {
  const { width, time, places, borders, ground } = props;
  const type = typeScale(props);
  const narrow = width < narrowest;
  const month = shownMonth(props);
  const header = placeHeader(props, [], time.formatMonth(month));
  const top = header.bottom + 14;
  const height = props.mapHeight ?? Math.round(Math.max(300, Math.min(560, width * (narrow ? 1.02 : 0.66))));
  const frame = { left: 0, right: width, top, bottom: top + height };
  const shapes = shapesOf(ground);
  const projection = fit(shapes.country, frame, narrow);
  const path = geoPath(projection).digits(1);
  const at = (position: readonly [number, number]): readonly [number, number] | null =>
    projection([position[0], position[1]]);

  const placed = places.map((place) => placePlace(place, props.actor, month, shapes.regions, path));
  const lines = borders.map((border) => placeBorder(border, month, shapes.borders, path));
  const texts: PlacedText[] = [];
  const bars: PlacedPiece[] = [];
  for (const place of places) {
    const middle = at(place.at);
    if (middle) writePlace(place, middle, props, month, narrow, type, texts, bars);
  }
  for (const border of borders) {
    const middle = at(border.at);
    if (middle) writeBorder(border, middle, props, month, frame, narrow, type, texts);
  }
  for (const district of ground.districts) {
    const middle = at(district.at);
    if (middle) texts.push(centred(district.label, middle[0], middle[1] + type.tick * 0.35, type.tick, 400, 'ink'));
  }
  const quiet = ground.names.flatMap(({ label, at: position }) => {
    const middle = at(position);
    return middle ? quietName(label, middle, frame, type) : [];
  });
  const rows = narrow
    ? placeRows(props, month, frame.bottom + 10, type)
    : { texts: [], bars: [], bottom: frame.bottom };
  const legend = placeMapLegend(props, rows.bottom + 8, type);
  const footer = placeFooter(props, legend.bottom + 6);
  return {
    height: footer.bottom,
    type,
    narrow,
    header,
    frame,
    land: path(shapes.neighbours) ?? '',
    landBorders: path(shapes.landBorders) ?? '',
    country: path(shapes.country) ?? '',
    inner: path(shapes.inner) ?? '',
    places: placed,
    districts: ground.districts.flatMap(({ id, colour }) => {
      const shape = shapes.districts.get(id);
      return shape ? [{ id, colour, path: path(shape) ?? '' }] : [];
    }),
    borders: lines,
    quiet,
    texts: [...texts, ...rows.texts],
    bars: [...bars, ...rows.bars],
    legend,
    footer: footer.texts
  };
}

interface Shapes {
  readonly country: Feature;
  readonly neighbours: FeatureCollection;
  readonly landBorders: Geometry;
  readonly inner: Geometry;
  readonly regions: ReadonlyMap<string, Feature>;
  readonly districts: ReadonlyMap<string, Feature>;
  readonly borders: ReadonlyMap<string, Feature>;
}

const known = new WeakMap<object, Shapes>();

/** The shapes out of their arcs; once per topology, since a slider asks many times. */
function shapesOf({ topology }: MapFigureProps['ground']): Shapes {
  const before = known.get(topology);
  if (before) return before;
  const whole = topology as unknown as Topology;
  const object = (name: string): GeometryObject => {
    const found = whole.objects[name];
    if (!found) throw new RangeError(`The topology has no object ${name}.`);
    return found as GeometryObject;
  };
  const collection = (name: string): FeatureCollection => feature(whole, object(name) as GeometryCollection);
  const byId = (name: string): ReadonlyMap<string, Feature> =>
    new Map(collection(name).features.map((one) => [String(one.id), one]));
  const shapes: Shapes = {
    country: feature(whole, object('country')) as Feature,
    neighbours: collection('neighbours'),
    landBorders: mesh(whole, object('neighbours'), (a, b) => a !== b),
    inner: mesh(whole, object('regions'), (a, b) => a !== b),
    regions: byId('regions'),
    districts: byId('districts'),
    borders: byId('borders')
  };
  known.set(topology, shapes);
  return shapes;
}

/** Albers, its standard parallels a sixth inside the country's own, as is customary; the whole country in the window. */
function fit(country: Feature, frame: PlacedMap['frame'], narrow: boolean): GeoProjection {
  const [longitude] = geoCentroid(country);
  const latitudes = positionsOf(country.geometry).map(([, latitude]) => latitude ?? 0);
  const [low, high] = [Math.min(...latitudes), Math.max(...latitudes)];
  const sixth = (high - low) / 6;
  const [aside, below] = narrow ? [32, 40] : [90, 48];
  return geoConicEqualArea()
    .rotate([-longitude, 0])
    .parallels([low + sixth, high - sixth])
    .fitExtent(
      [
        [frame.left + aside, frame.top + (narrow ? 30 : 44)],
        [frame.right - aside, frame.bottom - below]
      ],
      country
    )
    .clipExtent([
      [frame.left, frame.top],
      [frame.right, frame.bottom]
    ]);
}

function positionsOf(geometry: Geometry): number[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates.flat();
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat(2);
  return [];
}

function placePlace(
  place: MapPlaceTold,
  actor: string | null,
  month: number,
  shapes: ReadonlyMap<string, Feature>,
  path: GeoPath
): PlacedPlace {
  const share = actor === null ? leadingShare(place.shares, month) : place.shares.find(({ id }) => id === actor);
  const shape = shapes.get(place.shape);
  const tint = actor === null ? leadTint : tintOf(share?.values[month] ?? 0);
  return {
    id: place.id,
    path: (shape && path(shape)) ?? '',
    centre: shape ? path.centroid(shape) : [0, 0],
    colour: share?.colour ?? 'muted',
    opacity: share ? tint : 0
  };
}

function placeBorder(
  border: MapBorderTold,
  month: number,
  shapes: ReadonlyMap<string, Feature>,
  path: GeoPath
): PlacedBorder {
  const shape = shapes.get(border.shape);
  return {
    id: border.id,
    path: (shape && path(shape)) ?? '',
    centre: shape ? path.centroid(shape) : [0, 0],
    ...strokeOf(border.values[month] ?? 0)
  };
}

/** What is written upon a place: its name, who leads or what share the actor has, how that changed, and all shares as a bar. */
function writePlace(
  place: MapPlaceTold,
  [x, y]: readonly [number, number],
  props: MapFigureProps,
  month: number,
  narrow: boolean,
  type: TypeScale,
  texts: PlacedText[],
  bars: PlacedPiece[]
): void {
  const share =
    props.actor === null
      ? leadingShare(place.shares, month)
      : (place.shares.find(({ id }) => id === props.actor) ?? null);
  const small = type.tick;
  const line = Math.round(small * type.leading);
  const lines: [string, number, 400 | 600, ColourName][] = [
    [place.label, narrow ? type.label : type.label + 3, 600, 'ink'],
    ...(narrow
      ? []
      : ([[place.region, small, 400, 'ink']] as const).map((one) => [...one] as [string, number, 400, ColourName]))
  ];
  const value = share ? props.scale.format(share.values[month] ?? NaN) : '–';
  const told = props.actor === null && share ? `${share.label} ${value}` : value;
  lines.push([told, type.label, 600, 'ink']);
  const change = share ? changeOf(share, month, props) : '';
  if (change && !narrow) lines.push([change, small, 400, 'ink']);
  const barHeight = narrow ? 0 : 9;
  let baseline = y - ((lines.length - 1) * line + barHeight) / 2 + small * 0.35;
  for (const [text, size, weight, fill] of lines) {
    texts.push(centred(text, x, baseline, size, weight, fill));
    baseline += line;
  }
  if (!narrow) bars.push(...barOf(place.shares, month, x - barWidth / 2, baseline - small * 0.75, barWidth, barHeight));
}

const barWidth = 112;

function barOf(
  shares: readonly Share[],
  month: number,
  left: number,
  top: number,
  width: number,
  height: number
): PlacedPiece[] {
  let x = left;
  return shares.map(({ values, colour }) => {
    const piece = { x, y: top, width: width * Math.max(0, values[month] ?? 0), height, colour };
    x += piece.width;
    return piece;
  });
}

function writeBorder(
  border: MapBorderTold,
  [x, y]: readonly [number, number],
  props: MapFigureProps,
  month: number,
  frame: PlacedMap['frame'],
  narrow: boolean,
  type: TypeScale,
  texts: PlacedText[]
): void {
  const value = props.scale.format(border.values[month] ?? NaN);
  const text = narrow ? value : `${props.texts.controlShort} ${value}`;
  const half = textWidth(text, type.label, 600) / 2;
  const middle = Math.max(frame.left + half + 4, Math.min(frame.right - half - 4, x));
  const lowest = frame.bottom - (narrow ? 6 : 22);
  const baseline = Math.min(lowest, y + type.label * 0.35);
  texts.push(centred(text, middle, baseline, type.label, 600, 'ink'));
  const change = changeOf(border, month, props);
  if (change && !narrow)
    texts.push(centred(change, middle, baseline + type.tick * type.leading, type.tick, 400, 'muted'));
}

/** How far the value is from the status quo's at the same month. */
export function changeOf(
  { values, reference }: Pick<Share, 'values' | 'reference'>,
  month: number,
  { difference }: Pick<MapFigureProps, 'difference'>
): string {
  if (!reference) return '';
  return difference((values[month] ?? NaN) - (reference[month] ?? NaN));
}

/** A name of the surroundings, in the window as far as it fits; left out where its place is outside. */
function quietName(
  label: string,
  [x, y]: readonly [number, number],
  frame: PlacedMap['frame'],
  type: TypeScale
): PlacedText[] {
  const half = textWidth(label, type.tick) / 2;
  const outside = x < frame.left || x > frame.right || y < frame.top || y > frame.bottom - 4;
  if (outside) return [];
  const middle = Math.max(frame.left + half + 3, Math.min(frame.right - half - 3, x));
  return [centred(label, middle, y + type.tick * 0.35, type.tick, 400, 'muted')];
}

/** Under a narrow map: a line for each place with who leads there and all shares as a bar. */
function placeRows(
  props: MapFigureProps,
  month: number,
  top: number,
  type: TypeScale
): { texts: PlacedText[]; bars: PlacedPiece[]; bottom: number } {
  const texts: PlacedText[] = [];
  const bars: PlacedPiece[] = [];
  const mirrored = props.direction === 'rtl';
  const line = Math.round(type.label * type.leading);
  let y = top;
  for (const place of props.places) {
    const share =
      props.actor === null
        ? leadingShare(place.shares, month)
        : (place.shares.find(({ id }) => id === props.actor) ?? null);
    y += line;
    const value = share ? `${share.label} ${props.scale.format(share.values[month] ?? NaN)}` : '–';
    const change = share ? changeOf(share, month, props) : '';
    const far = [value, change].filter(Boolean).join(' · ');
    const room = props.width - textWidth(far, type.tick) - 14;
    texts.push(
      {
        ...centred(shortenText(`${place.label}: ${place.region}`, room, type.label, 600), 0, y, type.label, 600, 'ink'),
        x: mirrored ? props.width : 0,
        anchor: mirrored ? 'end' : 'start'
      },
      {
        ...centred(far, 0, y, type.tick, 400, 'ink'),
        x: mirrored ? 0 : props.width,
        anchor: mirrored ? 'start' : 'end'
      }
    );
    bars.push(...barOf(place.shares, month, 0, y + 6, props.width, 9));
    y += 22;
  }
  return { texts, bars, bottom: y };
}

/** What weight and dash of a border mean, what a tint means, what hatching means: each on a line of its own. */
function placeMapLegend(props: MapFigureProps, top: number, type: TypeScale): PlacedMapLegend {
  const { scale, texts: words, width } = props;
  const mirrored = props.direction === 'rtl';
  const across = (distance: number, length = 0): number => (mirrored ? width - distance - length : distance);
  const size = type.tick;
  const step = Math.round(size * type.leading) + 4;
  const texts: PlacedText[] = [];
  const lines: PlacedMapLegend['lines'][number][] = [];
  const swatches: PlacedPiece[] = [];
  const write = (text: string, offset: number, y: number, fill: ColourName, weight: 400 | 600 = 400): number => {
    texts.push({
      x: across(offset),
      y,
      text,
      size,
      weight,
      anchor: mirrored ? 'end' : 'start',
      fill
    });
    return offset + textWidth(text, size, weight);
  };
  const tick = scale.formatTick;
  let y = top + step;
  let offset = write(words.control, 0, y, 'ink', 600) + 16;
  const thirds: readonly [number, string][] = [
    [1 / 6, `< ${tick(1 / 3)}`],
    [1 / 2, `${tick(1 / 3)} – ${tick(2 / 3)}`],
    [5 / 6, `> ${tick(2 / 3)}`]
  ];
  for (const [value, label] of thirds) {
    const needed = 38 + textWidth(label, size);
    if (offset + needed > width) {
      y += step;
      offset = 0;
    }
    const [x1, x2] = [across(offset), across(offset + 32)].sort((a, b) => a - b) as [number, number];
    lines.push({ x1, x2, y: y - size * 0.34, ...strokeOf(value) });
    offset = write(label, offset + 38, y, 'muted') + 16;
  }
  if (props.actor !== null) {
    const colour = props.places.flatMap(({ shares }) => shares).find(({ id }) => id === props.actor)?.colour ?? 'muted';
    y += step;
    offset = write(words.tints, 0, y, 'ink', 600) + 16;
    for (const value of width < narrowest ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1]) {
      const label = tick(value);
      const needed = 24 + textWidth(label, size);
      if (offset + needed > width) {
        y += step;
        offset = 0;
      }
      swatches.push({
        x: across(offset, 18),
        y: y - size,
        width: 18,
        height: size + 2,
        colour,
        opacity: tintOf(value)
      });
      offset = write(label, offset + 23, y, 'muted') + 12;
    }
  }
  let hatched: PlacedMapLegend['hatched'] = null;
  const [district] = props.ground.districts;
  if (district) {
    y += step;
    hatched = { x: across(0, 26), y: y - size, width: 26, height: size + 2, colour: district.colour };
    wrapText(words.districts, width - 34, size).forEach((line, index) => {
      if (index > 0) y += Math.round(size * type.leading);
      write(line, 34, y, 'muted');
    });
  }
  return { texts, lines, swatches, hatched, bottom: y + size * 0.4 };
}

function centred(text: string, x: number, y: number, size: number, weight: 400 | 600, fill: ColourName): PlacedText {
  return { x, y, text, size, weight, anchor: 'middle', fill };
}

/** What is said of one place or border: a card in the corner that is farthest from it, of one size for all months. */
export interface PlacedMapCard {
  readonly card: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly keys: readonly PlacedKey[];
  readonly texts: readonly PlacedText[];
}

interface CardRow {
  readonly label: string;
  readonly value: string;
  readonly change: string;
  readonly colour: ColourName | null;
}

/** Title and rows that tell a place or a border at a month; null for an id that is neither. */
export function tellOf(props: MapFigureProps, id: string, month: number): { title: string; rows: CardRow[] } | null {
  const { scale, texts } = props;
  const place = props.places.find((one) => one.id === id);
  if (place) {
    const rows = place.shares.map((share) => ({
      label: share.label,
      value: scale.format(share.values[month] ?? NaN),
      change: changeOf(share, month, props),
      colour: share.colour,
      share: share.values[month] ?? 0
    }));
    return { title: `${place.label} · ${place.region}`, rows: rows.sort((a, b) => b.share - a.share) };
  }
  const border = props.borders.find((one) => one.id === id);
  if (!border) return null;
  const rows: CardRow[] = [
    {
      label: texts.control,
      value: scale.format(border.values[month] ?? NaN),
      change: changeOf(border, month, props),
      colour: null
    }
  ];
  if (border.reference && texts.reference)
    rows.push({
      label: texts.reference,
      value: scale.format(border.reference[month] ?? NaN),
      change: '',
      colour: null
    });
  return { title: border.label, rows };
}

export function placeMapCard(props: MapFigureProps, placed: PlacedMap, id: string): PlacedMapCard | null {
  const month = shownMonth(props);
  const told = tellOf(props, id, month);
  const target = [...placed.places, ...placed.borders].find((one) => one.id === id);
  if (!told || !target) return null;
  const { type, frame } = placed;
  const size = type.tick;
  const line = Math.ceil(size * type.leading) + 2;
  const inset = 10;
  const hasKeys = told.rows.some(({ colour }) => colour);
  const keyWidth = hasKeys ? 18 : 0;
  const names = Math.max(...told.rows.map(({ label }) => textWidth(label, size)));
  const values = textWidth(props.scale.format(1), size, 600) + 4;
  // Room for the widest change there can be, so that the card keeps its size while the months pass.
  const changes =
    told.rows.some(({ change }) => change) || hasReference(props, id) ? textWidth(props.difference(-0.999), size) : 0;
  const inner = Math.max(
    keyWidth + names + 12 + values + (changes ? changes + 8 : 0),
    textWidth(told.title, size, 600)
  );
  const whole = frame.right - frame.left;
  const width = placed.narrow ? whole : Math.min(whole, Math.ceil(inner * 1.03) + 2 * inset);
  const needed = inset * 1.2 + line * (told.rows.length + 1);
  const height = placed.narrow ? Math.max(needed, placed.legend.bottom - frame.bottom - 2) : needed;
  const [cx, cy] = target.centre;
  // A narrow map has no corner to spare: there the card lies below it, over what is told of all places.
  const aside = cx > (frame.left + frame.right) / 2 ? frame.left + 2 : frame.right - width - 2;
  const above = cy > (frame.top + frame.bottom) / 2 ? frame.top + 2 : frame.bottom - height - 2;
  const x = placed.narrow ? frame.left : aside;
  const y = placed.narrow ? Math.min(frame.bottom + 6, placed.height - height) : above;
  const mirrored = props.direction === 'rtl';
  const near = (distance: number): number => (mirrored ? x + width - inset - distance : x + inset + distance);
  const anchors = mirrored ? (['end', 'start'] as const) : (['start', 'end'] as const);
  const word = (
    text: string,
    distance: number,
    row: number,
    weight: 400 | 600,
    fill: ColourName,
    far = false
  ): PlacedText => ({
    x: far ? near(width - 2 * inset - distance) : near(distance),
    y: y + inset * 0.4 + line * (row + 1) - 4,
    text,
    size,
    weight,
    anchor: anchors[far ? 1 : 0],
    fill
  });
  const texts = [word(told.title, 0, 0, 600, 'ink')];
  const keys: PlacedKey[] = [];
  told.rows.forEach((row, index) => {
    if (row.colour) {
      const [x1, x2] = [near(0), near(12)].sort((a, b) => a - b) as [number, number];
      keys.push({
        x1,
        x2,
        y: y + inset * 0.4 + line * (index + 2) - 4 - size * 0.34,
        colour: row.colour,
        dashed: false,
        tints: [1]
      });
    }
    texts.push(word(row.label, keyWidth, index + 1, 400, 'ink'));
    texts.push(word(row.value, changes ? changes + 8 : 0, index + 1, 600, 'ink', true));
    if (row.change) texts.push(word(row.change, 0, index + 1, 400, 'muted', true));
  });
  return { card: { x, y, width, height }, keys, texts };
}

function hasReference({ places, borders }: MapFigureProps, id: string): boolean {
  return (
    places.some((place) => place.id === id && place.shares.some(({ reference }) => reference)) ||
    borders.some((border) => border.id === id && border.reference)
  );
}

/** The same for those who hear it. */
export function sayOf(props: MapFigureProps, id: string): string {
  const told = tellOf(props, id, shownMonth(props));
  if (!told) return '';
  const rows = told.rows.map(({ label, value, change }) => `${label} ${value}${change ? ` (${change})` : ''}`);
  return `${told.title}. ${props.time.formatMonth(shownMonth(props))}. ${rows.join('. ')}.`;
}
