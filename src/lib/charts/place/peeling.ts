import type { PeelingFigureProps } from '../discovery';
import { placeFooter, placeHeader, typeScale, type PlacedText } from './frame';
import { placeKeyRow } from './key-row';
import type { Line } from './ranked';
import { textWidth } from './text';

/**
 * The peeling trajectory, placed: coverage to the right, density upwards, a point for each step. The corner above and to
 * the right of the points is out of reach, so words of the chosen step stand there. Both axes run from 0 to 1 in both languages.
 */
export interface PlacedPeeling {
  readonly height: number;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly grid: readonly Line[];
  readonly all: Line;
  readonly thread: string;
  readonly keys: readonly Spot[];
  /** Points by step. */
  readonly points: readonly Spot[];
  /** Points that lie apart from the one before: others would be drawn on top of each other. */
  readonly drawn: readonly number[];
  readonly leader: string;
  readonly texts: readonly PlacedText[];
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];

export function placePeeling(props: PeelingFigureProps): PlacedPeeling {
  const { boxes, peeled, chosen, format, texts: words, width, direction } = props;
  const type = typeScale(props);
  const mirrored = direction === 'rtl';
  const header = placeHeader(props, []);
  const row = placeKeyRow(props, header.bottom + 6, [words.peeled, words.numbers]);
  const top = row.bottom + 18 + type.tick * type.leading;
  const left = Math.ceil(Math.max(...ticks.map((tick) => textWidth(format(tick), type.tick)))) + 10;
  const right = width - 14;
  const bottom = top + Math.round(Math.max(220, Math.min(380, (right - left) * 0.62)));
  const x = (coverage: number): number => left + coverage * (right - left);
  const y = (density: number): number => bottom - density * (bottom - top);
  const points = boxes.map(({ coverage, density }) => ({ x: x(coverage), y: y(density) }));
  const base = peeled[0]?.density ?? 0;
  const at = points[chosen] ?? { x: x(1), y: y(base) };
  const texts: PlacedText[] = [
    ...ticks.map((tick): PlacedText => ({
      x: left - 8,
      y: y(tick) + type.tick * 0.35,
      text: format(tick),
      size: type.tick,
      weight: 400,
      anchor: 'end',
      fill: 'muted'
    })),
    ...ticks.map((tick): PlacedText => ({
      x: x(tick),
      y: bottom + 6 + type.tick,
      text: format(tick),
      size: type.tick,
      weight: 400,
      anchor: tick === 1 ? 'end' : 'middle',
      fill: 'muted'
    })),
    {
      x: mirrored ? width : 0,
      y: top - 12,
      text: `↑ ${words.density}`,
      size: type.tick,
      weight: 600,
      anchor: mirrored ? 'end' : 'start',
      fill: 'ink'
    },
    {
      x: right,
      y: bottom + 12 + type.tick * 2.3,
      text: mirrored ? `→ ${words.coverage}` : `${words.coverage} →`,
      size: type.tick,
      weight: 600,
      anchor: 'end',
      fill: 'ink'
    },
    {
      x: left + 6,
      y: y(base) + (base < 0.12 ? -6 : 6 + type.tick * 0.8),
      text: words.all,
      size: type.tick,
      weight: 400,
      anchor: 'start',
      fill: 'statusQuo'
    },
    ...numbers(props, points, type.tick)
  ];
  const thread = peeled.map(({ coverage, density }) => ({ x: x(coverage), y: y(density) }));
  const leader = placeChosen(
    words.chosen,
    at,
    [...points, ...thread],
    { left, right, top, bottom, all: y(base) },
    type.label,
    texts
  );
  const footer = placeFooter(props, bottom + 18 + type.tick * 2.6);
  return {
    height: footer.bottom,
    plot: { left, right, top, bottom },
    grid: [
      ...ticks.map((tick) => ({ x1: left, x2: right, y1: y(tick), y2: y(tick) })),
      ...ticks.map((tick) => ({ x1: x(tick), x2: x(tick), y1: top, y2: bottom }))
    ],
    all: { x1: left, x2: right, y1: y(base), y2: y(base) },
    thread: thread.map((spot, step) => `${step === 0 ? 'M' : 'L'}${spot.x.toFixed(1)},${spot.y.toFixed(1)}`).join(''),
    keys: row.keys,
    points,
    drawn: apart(points),
    leader,
    texts: [...header.texts, ...row.texts, ...texts, ...footer.texts]
  };
}

/** Steps whose point does not lie on one that is drawn already. */
function apart(points: PlacedPeeling['points']): readonly number[] {
  const drawn: number[] = [];
  points.forEach(({ x, y }, step) => {
    if (drawn.every((other) => Math.hypot(points[other]!.x - x, points[other]!.y - y) > 0.5)) drawn.push(step);
  });
  return drawn;
}

/** How many ranges a box has, below the first point of those that have as many, where there is room. */
function numbers({ boxes }: PeelingFigureProps, points: PlacedPeeling['points'], size: number): PlacedText[] {
  const placed: PlacedText[] = [];
  const named = new Set<number>([0]);
  boxes.forEach(({ ranges }, step) => {
    if (named.has(ranges)) return;
    const { x, y } = points[step]!;
    const text = { x: x - 7, y: y + size + 3 };
    if (placed.some((other) => Math.hypot(other.x - text.x, other.y - text.y) < size * 1.5)) return;
    named.add(ranges);
    placed.push({ ...text, text: String(ranges), size, weight: 400, anchor: 'end', fill: 'muted' });
  });
  return placed;
}

/**
 * Words of the chosen step, above whatever is drawn under them, or below it where the points come too near to the top; gives
 * the line that leads to them.
 */
function placeChosen(
  lines: readonly string[],
  at: Spot,
  drawn: readonly Spot[],
  { left, right, top, bottom, all }: PlacedPeeling['plot'] & { readonly all: number },
  size: number,
  texts: PlacedText[]
): string {
  const widest = Math.max(0, ...lines.map((line, index) => textWidth(line, size, index === 0 ? 600 : 400))) * 1.04;
  const inside = (start: number): number => Math.max(left + 4, Math.min(start, right - widest));
  const near = (start: number): readonly Spot[] => drawn.filter(({ x }) => x > start - 10 && x < start + widest + 10);
  const height = (lines.length - 1) * size * 1.35 + size;
  let start = inside(at.x - 4);
  const ceiling = Math.min(at.y, ...near(start).map(({ y }) => y));
  let last = Math.max(top + height, ceiling - 18);
  const isBelow = last > ceiling - 6;
  if (isBelow) {
    start = inside(at.x - widest + 4);
    last = Math.min(bottom - 6, Math.max(at.y, ...near(start).map(({ y }) => y)) + 30 + height);
    // The line of all runs would strike the words through: they go below it.
    if (all > last - height - 6 && all < last + 6) last = Math.min(bottom - 6, all + 10 + height);
  }
  lines.forEach((text, index) =>
    texts.push({
      x: start,
      y: last - (lines.length - 1 - index) * size * 1.35,
      text,
      size,
      weight: index === 0 ? 600 : 400,
      anchor: 'start',
      fill: index === 0 ? 'accent' : 'ink'
    })
  );
  const foot = Math.max(start + 1, at.x).toFixed(1);
  if (isBelow) return `M${foot},${(at.y + 7).toFixed(1)}V${(last - height - 4).toFixed(1)}`;
  return at.y - last < 14 ? '' : `M${foot},${(at.y - 7).toFixed(1)}V${(last + 5).toFixed(1)}`;
}

/** The step whose point lies nearest; of points on top of each other the first. */
export function stepUnder(points: PlacedPeeling['points'], x: number, y: number): number {
  let best = 0;
  let least = Infinity;
  points.forEach((point, step) => {
    const distance = Math.hypot(point.x - x, point.y - y);
    if (distance < least - 0.5) {
      least = distance;
      best = step;
    }
  });
  return best;
}

/** Where a key leads: upwards and to the left inwards, as the points go. Null for keys that lead nowhere. */
export function stepAfterKey(key: string, step: number, last: number): number | null {
  const goals: Record<string, number> = {
    ArrowUp: step + 1,
    ArrowLeft: step + 1,
    ArrowDown: step - 1,
    ArrowRight: step - 1,
    PageUp: step + 5,
    PageDown: step - 5,
    Home: 0,
    End: last
  };
  const goal = goals[key];
  return goal === undefined ? null : Math.min(last, Math.max(0, goal));
}
