import { ticks } from 'd3-array';
import type { FrontFigureProps, FrontPoint } from '../front';
import { placeGrid, valueGutter, type PlacedGrid, type Plot } from './axes';
import { straight } from './curve';
import { valueAxis } from './domain';
import { placeFooter, placeHeader, typeScale, type PlacedText, type TypeScale } from './frame';
import type { Line } from './ranked';
import { textWidth, wrapText } from './text';

/**
 * A front, placed: cost to the right, the output upwards with the goal's level across it, and on the same costs below it
 * the share of futures in which the goal holds. Costs and values grow to the right and upwards in both languages.
 */
export interface PlacedFront {
  readonly height: number;
  readonly texts: readonly PlacedText[];
  readonly grids: readonly PlacedGrid[];
  readonly upright: readonly Line[];
  readonly left: number;
  readonly right: number;
  readonly goal: Line;
  /** Lines through the points, panel by panel. */
  readonly paths: readonly string[];
  readonly whiskers: readonly Line[];
  readonly dots: readonly FrontDot[];
  /** Through each panel at the point that is looked at. */
  readonly mark: readonly Line[];
  readonly labels: readonly PlacedText[];
  readonly footer: readonly PlacedText[];
  /** Where points are chosen: the plots, and where each point lies across them. */
  readonly area: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly stops: readonly { readonly id: string; readonly x: number }[];
}

export interface FrontDot {
  readonly id: string;
  readonly panel: 'output' | 'share';
  readonly x: number;
  readonly y: number;
  readonly isMet: boolean;
  readonly isFound: boolean;
  readonly isChosen: boolean;
}

export function placeFront(props: FrontFigureProps): PlacedFront {
  const { cost, output, goal, share, points, found, chosen, width, direction } = props;
  const type = typeScale(props);
  const mirrored = direction === 'rtl';
  const header = placeHeader(props, []);
  const narrow = width < 520;
  const texts: PlacedText[] = [...header.texts];
  const heading = (text: string, top: number): number => {
    let y = top;
    for (const line of wrapText(text, width, type.label, 600)) {
      y += type.label * type.leading;
      const x = mirrored ? width : 0;
      const anchor = mirrored ? 'end' : 'start';
      texts.push({ x, y, text: line, size: type.label, weight: 600, anchor, fill: 'ink' });
    }
    return y;
  };

  const high = Math.max(...points.map((point) => point.cost), 1e-9);
  const costTicks = ticks(0, high, narrow ? 4 : 8);
  const reach = Math.max(high, costTicks.at(-1) ?? 0);
  const values = points.map((point) => point.value);
  const up = valueAxis([[...values, goal.level]], output.scale, 5);
  const shareScale = { formatTick: share?.format ?? String };
  const shares = { low: 0, high: 1, ticks: narrow ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1], focused: false };
  const hasShares = share !== null;
  const gutter = Math.max(valueGutter(up, output.scale, type), hasShares ? valueGutter(shares, shareScale, type) : 0);
  const left = gutter + 6;
  const right = width - 14;
  const x = straight([0, reach], [left, right]);

  const top = heading(`↑ ${output.label}`, header.bottom + 12) + 12;
  const bottom = top + Math.round(Math.max(200, Math.min(300, width * 0.34)));
  const plot: Plot = { left, right, top, bottom, x, y: straight([up.low, up.high], [bottom, top]) };
  const below = share ? heading(`↑ ${share.label}`, bottom + 14) + 12 : bottom;
  const end = hasShares ? below + Math.round(Math.max(96, Math.min(140, width * 0.16))) : bottom;
  const lower: Plot = { left, right, top: below, bottom: end, x, y: straight([0, 1], [end, below]) };

  const upright: Line[] = costTicks.flatMap((tick) => [
    { x1: x(tick), x2: x(tick), y1: top, y2: bottom },
    ...(hasShares ? [{ x1: x(tick), x2: x(tick), y1: below, y2: end }] : [])
  ]);
  const half = textWidth(cost.format(reach), type.tick) / 2;
  for (const tick of costTicks) {
    const last = x(tick) + half > width;
    texts.push({
      x: last ? width : x(tick),
      y: end + 6 + type.tick,
      text: cost.format(tick),
      size: type.tick,
      weight: 400,
      anchor: last ? 'end' : 'middle',
      fill: 'muted'
    });
  }
  const axis = end + 10 + type.tick * 2.3;
  texts.push({
    x: right,
    y: axis,
    text: mirrored ? `→ ${cost.label}` : `${cost.label} →`,
    size: type.tick,
    weight: 600,
    anchor: 'end',
    fill: 'ink'
  });

  const known = points.filter(({ value }) => Number.isFinite(value));
  const judged = known.filter(({ share: own }) => own !== null);
  const chosenPoint = known.find(({ id }) => id === chosen) ?? null;
  const goalY = plot.y(goal.level);
  const dot = (point: FrontPoint, panel: FrontDot['panel'], y: number): FrontDot => ({
    id: point.id,
    panel,
    x: x(point.cost),
    y,
    isMet: point.isMet,
    isFound: point.id === found?.id,
    isChosen: point.id === chosen
  });
  const footer = placeFooter(props, axis + 8);
  return {
    height: footer.bottom,
    texts,
    grids: [
      placeGrid(plot, up, output.scale, type),
      ...(hasShares ? [placeGrid(lower, shares, shareScale, type)] : [])
    ],
    upright,
    left,
    right,
    goal: { x1: left, x2: right, y1: goalY, y2: goalY },
    paths: [
      pathOf(known.map((point) => [x(point.cost), plot.y(point.value)])),
      ...(hasShares ? [pathOf(judged.map((point) => [x(point.cost), lower.y(point.share!.value)]))] : [])
    ],
    whiskers: judged.map((point) => ({
      x1: x(point.cost),
      x2: x(point.cost),
      y1: lower.y(point.share!.low),
      y2: lower.y(point.share!.high)
    })),
    dots: [
      ...known.map((point) => dot(point, 'output', plot.y(point.value))),
      ...judged.map((point) => dot(point, 'share', lower.y(point.share!.value)))
    ],
    mark: (hasShares ? [plot, lower] : [plot]).flatMap((panel) =>
      chosenPoint ? [{ x1: x(chosenPoint.cost), x2: x(chosenPoint.cost), y1: panel.top, y2: panel.bottom }] : []
    ),
    labels: labelsOf(props, plot, hasShares ? lower : null, type),
    footer: footer.texts,
    area: { left: left - 8, right: right + 8, top, bottom: end },
    stops: known.map((point) => ({ id: point.id, x: x(point.cost) }))
  };
}

function pathOf(points: readonly (readonly number[])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x!.toFixed(1)},${y!.toFixed(1)}`).join('');
}

/** The goal's name at the far end of its line, the found way's over its point, and what the chosen point comes to. */
function labelsOf(
  { goal, output, share, points, found, chosen, cost, texts }: FrontFigureProps,
  plot: Plot,
  lower: Plot | null,
  type: TypeScale
): readonly PlacedText[] {
  const size = type.tick;
  // The line is free of points at the end of the front that lies farther from it.
  const known = points.filter(({ value }) => Number.isFinite(value));
  const away = (point: FrontPoint | undefined): number =>
    point ? Math.abs(plot.y(point.value) - plot.y(goal.level)) : Infinity;
  const isAhead = away(known[0]) >= away(known.at(-1));
  const labels: PlacedText[] = [
    {
      x: isAhead ? plot.left + 4 : plot.right,
      y: plot.y(goal.level) - 5,
      text: goal.label,
      size,
      weight: 600,
      anchor: isAhead ? 'start' : 'end',
      fill: 'ink'
    }
  ];
  // Beside a rising line there is room below on its right and above on its left.
  const beside = (point: FrontPoint, own: Plot, y: number, text: string, rises: boolean): void => {
    const width = textWidth(text, size, 600);
    const at = own.x(point.cost);
    const toLeft = at + 12 + width > own.right;
    labels.push({
      x: toLeft ? at - 11 : at + 11,
      y: toLeft === rises ? Math.max(own.top + size, y - size * 0.7) : Math.min(own.bottom - 4, y + size * 1.25),
      text,
      size,
      weight: 600,
      anchor: toLeft ? 'end' : 'start',
      fill: 'accent'
    });
  };
  const named = points.find(({ id }) => id === (chosen ?? found?.id)) ?? null;
  if (named && Number.isFinite(named.value)) {
    const what = named.id === found?.id ? `${found.label}: ` : '';
    const rises = plot.y(points.at(-1)!.value) <= plot.y(points[0]!.value);
    const said = texts.at(output.scale.format(named.value), cost.format(named.cost));
    beside(named, plot, plot.y(named.value), `${what}${said}`, rises);
    if (lower && share && named.share)
      beside(named, lower, lower.y(named.share.value), share.format(named.share.value), true);
  }
  return labels;
}

/** The point nearest to a place across the plots. */
export function pointUnder(x: number, stops: PlacedFront['stops']): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const stop of stops) {
    const distance = Math.abs(stop.x - x);
    if (distance < least) {
      least = distance;
      best = stop.id;
    }
  }
  return best;
}

/** Where a key leads from a point: along the front and no further than its ends; null when the key does not lead anywhere. */
export function pointAfterKey(key: string, id: string, ids: readonly string[]): string | null {
  const at = ids.indexOf(id);
  const goals: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    Home: 0,
    End: ids.length - 1
  };
  const goal = goals[key];
  return goal === undefined ? null : (ids[Math.max(0, Math.min(ids.length - 1, goal))] ?? null);
}
