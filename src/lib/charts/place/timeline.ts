import type { ColourName } from '../palette';
import type { TimelineEvent, TimelineFigureProps, TimelineLaneProps } from '../timeline';
import { placeFooter, placeHeader, typeScale, type PlacedHeader, type PlacedText, type TypeScale } from './frame';
import { textWidth, wrapText } from './text';

/**
 * Dated events by who acts. Wide: a lane each, time from left to right in both languages, marks exactly at their dates
 * (stacked where they would touch), labels above them, beginning at their mark. Labels are laid from the latest event to the
 * earliest, each in the lowest row that is free; so the line that leads up from a mark crosses no label of a later one.
 * Narrow: one list of the labelled events, time running down. Every label stays inside the width.
 */
export interface PlacedMark {
  readonly id: string;
  readonly event: TimelineEvent;
  readonly lane: TimelineLaneProps;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: ColourName;
  /** Part of the drawing that means this event, besides its mark. */
  readonly box: Box | null;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedTimeline {
  readonly height: number;
  readonly type: TypeScale;
  readonly narrow: boolean;
  readonly header: PlacedHeader;
  /** What the reader covers. */
  readonly area: Box;
  /** In order of time. */
  readonly marks: readonly PlacedMark[];
  readonly leaders: readonly { readonly x: number; readonly from: number; readonly to: number }[];
  readonly rules: readonly { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number }[];
  readonly texts: readonly PlacedText[];
  readonly footer: readonly PlacedText[];
}

/** From this width on the lanes stand; below it events are a list. */
const lanesFrom = 680;
const radius = 4.5;
const smallRadius = 3.2;

export function placeTimeline(props: TimelineFigureProps): PlacedTimeline {
  return props.width >= lanesFrom ? placeLanes(props) : placeList(props);
}

/** Years since the beginning of year 0, by the calendar; a month without a day stands in its middle. */
export function yearOf(date: string): number {
  const [year = 0, month = 1, day] = date.split('-').map(Number);
  const inMonth = day === undefined ? 0.5 : (day - 0.5) / daysIn(year, month);
  return year + (month - 1 + inMonth) / 12;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function inTime(marks: readonly PlacedMark[]): PlacedMark[] {
  return marks.toSorted((a, b) => yearOf(a.event.date) - yearOf(b.event.date));
}

function placeLanes(props: TimelineFigureProps): PlacedTimeline {
  const { lanes, years, width, direction } = props;
  const type = typeScale(props);
  const header = placeHeader(props, []);
  const mirrored = direction === 'rtl';
  const [first, last] = years;
  const names = Math.ceil(Math.max(0, ...lanes.map(({ label }) => textWidth(label, type.label, 600)))) + 18;
  const left = mirrored ? 6 : names;
  const edge = mirrored ? width - names : width;
  const right = edge - lateRoom(lanes, last, type);
  const x = (date: string): number => left + ((yearOf(date) - first) / (last + 1 - first)) * (right - left);
  const rowHeight = type.tick * (type.leading + 0.08);

  const texts: PlacedText[] = [];
  const rules: PlacedTimeline['rules'][number][] = [];
  const leaders: PlacedTimeline['leaders'][number][] = [];
  const marks: PlacedMark[] = [];
  const top = header.bottom + 12;
  const namedYears = (y: number): void => {
    for (let year = first; year <= last; year++) {
      const middle = left + ((year + 0.5 - first) / (last + 1 - first)) * (right - left);
      texts.push(word(middle, y, String(year), type.tick, 400, 'middle', 'muted'));
    }
  };
  namedYears(top + type.tick);
  let y = top + type.tick * 1.6;
  const plotTop = y;
  for (const lane of lanes) {
    const placed = placeMarks(lane, x);
    const labelled = placeLabels(placed, edge, type);
    const rows = Math.max(0, ...labelled.map(({ row }) => row + 1));
    const level = Math.max(0, ...placed.map((mark) => mark.level));
    const base = y + 8 + rows * rowHeight + level * (2 * radius) + radius + 3;
    const height = (at: number): number => base - at * 2 * radius;
    texts.push(
      word(
        mirrored ? width : 0,
        base + type.label * 0.35,
        lane.label,
        type.label,
        600,
        mirrored ? 'end' : 'start',
        'ink'
      )
    );
    rules.push({ x1: left, x2: right, y1: base, y2: base });
    const byEvent = new Map(labelled.map((label) => [label.event, label]));
    for (const mark of placed) {
      const at = height(mark.level);
      const label = byEvent.get(mark.event);
      const size = mark.event.main ? radius : smallRadius;
      const labelY = base - level * 2 * radius - radius - 4 - (label?.row ?? 0) * rowHeight;
      if (label) {
        texts.push(word(label.left, labelY - 2, mark.event.label, type.tick, 400, 'start', 'ink'));
        if (label.row > 0 || mark.level < level) leaders.push({ x: mark.x, from: at - size, to: labelY + 1 });
      }
      marks.push({
        id: mark.event.id,
        event: mark.event,
        lane,
        x: mark.x,
        y: at,
        radius: size,
        colour: lane.colour,
        box: label ? { left: label.left, right: label.right, top: labelY - type.tick, bottom: labelY + 2 } : null
      });
    }
    y = base + radius + 9;
  }
  for (let year = first; year <= last + 1; year++) {
    const at = left + ((year - first) / (last + 1 - first)) * (right - left);
    rules.push({ x1: at, x2: at, y1: plotTop, y2: y });
  }
  namedYears(y + type.tick + 4);
  const bottom = y + type.tick * 1.6 + 4;
  const footer = placeFooter(props, bottom + 4);
  return {
    height: footer.bottom,
    type,
    narrow: false,
    header,
    area: { left: 0, right: width, top: plotTop, bottom: y },
    marks: inTime(marks),
    leaders,
    rules,
    texts,
    footer: footer.texts
  };
}

/** Room right of the last year for the labels of what happens near its end. */
function lateRoom(lanes: readonly TimelineLaneProps[], last: number, type: TypeScale): number {
  const late = lanes.flatMap(({ events }) => events.filter(({ main, date }) => main && yearOf(date) >= last));
  const widest = Math.max(0, ...late.map(({ label }) => textWidth(label, type.tick)));
  return Math.ceil(widest * 1.04);
}

interface LaneMark {
  readonly event: TimelineEvent;
  readonly x: number;
  /** 0 stands on the line; higher ones are stacked above. */
  readonly level: number;
}

function placeMarks({ events }: TimelineLaneProps, x: (date: string) => number): LaneMark[] {
  const ends: number[] = [];
  return events.map((event) => {
    const at = x(event.date);
    const free = ends.findIndex((end) => at - end >= 2 * radius);
    const level = free < 0 ? ends.length : free;
    ends[level] = at;
    return { event, x: at, level };
  });
}

interface LaneLabel {
  readonly event: TimelineEvent;
  readonly left: number;
  readonly right: number;
  readonly row: number;
}

/** From the latest to the earliest; every label begins at its mark, unless it would leave on the right. */
function placeLabels(marks: readonly LaneMark[], edge: number, type: TypeScale): LaneLabel[] {
  const rows: { readonly left: number; readonly right: number }[][] = [];
  return marks
    .filter(({ event }) => event.main)
    .toReversed()
    .map(({ event, x }) => {
      const width = Math.ceil(textWidth(event.label, type.tick) * 1.03);
      const left = Math.max(0, Math.min(x - radius, edge - width));
      const right = left + width;
      const free = rows.findIndex((row) =>
        row.every((other) => right + gap <= other.left || left >= other.right + gap)
      );
      const row = free < 0 ? rows.length : free;
      (rows[row] ??= []).push({ left, right });
      // The line that leads up to this row keeps the rows below free where it passes.
      for (let below = 0; below < row; below++) rows[below]?.push({ left: x - gap, right: x - gap + 2 });
      return { event, left, right, row };
    });
}

const gap = 10;

function placeList(props: TimelineFigureProps): PlacedTimeline {
  const { lanes, width, direction, texts: said } = props;
  const type = typeScale(props);
  const header = placeHeader(props, []);
  const mirrored = direction === 'rtl';
  const at = (distance: number): number => (mirrored ? width - distance : distance);
  const anchor = mirrored ? 'end' : 'start';
  const size = type.label;
  const line = size * (type.leading + 0.05);
  const markAt = textWidth('2024', size, 600) + 18;
  const textAt = markAt + 14;
  const listed = lanes
    .flatMap((lane) => lane.events.filter(({ main }) => main).map((event) => ({ lane, event })))
    .toSorted((a, b) => yearOf(a.event.date) - yearOf(b.event.date));

  const texts: PlacedText[] = [];
  const marks: PlacedMark[] = [];
  const rules: PlacedTimeline['rules'][number][] = [];
  const top = header.bottom + 10;
  let y = top;
  let year = '';
  for (const { lane, event } of listed) {
    const own = event.date.slice(0, 4);
    if (own !== year) {
      y += year === '' ? 4 : 8;
      texts.push(word(at(0), y + size, own, size, 600, anchor, 'muted'));
      year = own;
    }
    const start = y;
    const lines = wrapText(event.label, width - textAt, size);
    for (const text of lines) {
      texts.push(word(at(textAt), y + size, text, size, 400, anchor, 'ink'));
      y += line;
    }
    const used = textWidth(lines.at(-1) ?? '', size) * 1.04 + 10;
    const beside = textAt + used + textWidth(lane.label, type.tick) * 1.04 <= width;
    texts.push(
      word(
        at(textAt + (beside ? used : 0)),
        (beside ? y - line : y) + size,
        lane.label,
        type.tick,
        400,
        anchor,
        'muted'
      )
    );
    if (!beside) y += line;
    y += 3;
    marks.push({
      id: event.id,
      event,
      lane,
      x: at(markAt),
      y: start + size * 0.65,
      radius,
      colour: lane.colour,
      box: { left: 0, right: width, top: start, bottom: y }
    });
  }
  const marked = marks.map((mark) => mark.y);
  if (marked.length > 1) rules.push({ x1: at(markAt), x2: at(markAt), y1: marked[0]!, y2: marked.at(-1)! });
  const bottom = y;
  if (said.leftOut !== undefined) {
    y += 6;
    for (const text of wrapText(said.leftOut, width, type.source)) {
      y += type.source * type.leading;
      texts.push(word(at(0), y, text, type.source, 400, anchor, 'muted'));
    }
  }
  const footer = placeFooter(props, y + 6);
  return {
    height: footer.bottom,
    type,
    narrow: true,
    header,
    area: { left: 0, right: width, top, bottom },
    marks,
    leaders: [],
    rules,
    texts,
    footer: footer.texts
  };
}

function word(
  x: number,
  y: number,
  text: string,
  size: number,
  weight: 400 | 600,
  anchor: PlacedText['anchor'],
  fill: PlacedText['fill']
): PlacedText {
  return { x, y, text, size, weight, anchor, fill };
}

/** The event under a position: the one whose label holds it, else the nearest mark within reach. Null where none is near. */
export function eventUnder(x: number, y: number, marks: readonly PlacedMark[], reach: number): string | null {
  const inside = marks.find(({ box }) => box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  let best: string | null = null;
  let nearest = reach * reach;
  for (const mark of marks) {
    const distance = (mark.x - x) ** 2 + (mark.y - y) ** 2;
    if (distance < nearest) [best, nearest] = [mark.id, distance];
  }
  return inside && nearest > (2 * radius) ** 2 ? inside.id : (best ?? inside?.id ?? null);
}

/**
 * Where a key leads: left and right to the event before and after in time, up and down to the nearest event of the lane above
 * or below (in a list: before and after), Home and End to the first and last. Null when the key is none of these.
 */
export function eventAfterKey(key: string, current: string | null, placed: PlacedTimeline): string | null {
  const { marks, narrow } = placed;
  const index = marks.findIndex(({ id }) => id === current);
  const here = marks[index];
  const step = (by: number): string | null => marks[Math.max(0, Math.min(marks.length - 1, index + by))]?.id ?? null;
  if (key === 'Home') return marks[0]?.id ?? null;
  if (key === 'End') return marks.at(-1)?.id ?? null;
  if (key === 'ArrowRight' || (narrow && key === 'ArrowDown')) return step(1);
  if (key === 'ArrowLeft' || (narrow && key === 'ArrowUp')) return index < 0 ? step(0) : step(-1);
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  if (!here) return step(1);
  const lanes = [...new Set(marks.toSorted((a, b) => a.y - b.y).map(({ lane }) => lane.id))];
  const wanted = lanes[lanes.indexOf(here.lane.id) + (key === 'ArrowUp' ? -1 : 1)];
  const others = marks.filter(({ lane }) => lane.id === wanted);
  return others.toSorted((a, b) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x))[0]?.id ?? here.id;
}

export interface PlacedEventCard {
  readonly card: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly texts: readonly PlacedText[];
}

/** What is said of an event, beside its mark and inside the drawing. */
export function placeEventCard(mark: PlacedMark, placed: PlacedTimeline, props: TimelineFigureProps): PlacedEventCard {
  const { type } = placed;
  const inset = 10;
  const size = type.label;
  const width = Math.min(320, props.width);
  const mirrored = props.direction === 'rtl';
  const room = (width - 2 * inset) * 0.98;
  const lines: Pick<PlacedText, 'text' | 'size' | 'weight' | 'fill'>[] = [
    ...wrapText(`${mark.event.when} · ${mark.lane.label}`, room, size, 600).map((text) => ({
      text,
      size,
      weight: 600 as const,
      fill: 'ink' as const
    })),
    ...wrapText(mark.event.text, room, size).map((text) => ({
      text,
      size,
      weight: 400 as const,
      fill: 'ink' as const
    })),
    ...wrapText(`${props.texts.source}: ${mark.event.source}`, room, type.tick).map((text) => ({
      text,
      size: type.tick,
      weight: 400 as const,
      fill: 'muted' as const
    }))
  ];
  const line = size * (type.leading + 0.05);
  const height = lines.length * line + 2 * inset - 2;
  const beside = mark.x + 14 + width <= props.width ? mark.x + 14 : Math.max(0, mark.x - 14 - width);
  const x = placed.narrow ? Math.max(0, (props.width - width) / 2) : beside;
  const below = (mark.box && placed.narrow ? mark.box.bottom : mark.y + 10) + 2;
  const above = (mark.box && placed.narrow ? mark.box.top : mark.y - 10) - 2 - height;
  const y = below + height <= placed.area.bottom || above < placed.area.top ? below : above;
  return {
    card: { x, y, width, height },
    texts: lines.map((each, index) => ({
      ...each,
      x: mirrored ? x + width - inset : x + inset,
      y: y + inset + line * (index + 1) - line * 0.3,
      anchor: mirrored ? 'end' : 'start'
    }))
  };
}

/** What a screen reader says of an event. */
export function sayEvent(mark: PlacedMark, source: string): string {
  return `${mark.event.when}. ${mark.lane.label}. ${mark.event.text} ${source}: ${mark.event.source}.`;
}
