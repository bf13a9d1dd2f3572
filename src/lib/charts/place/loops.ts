import type { LoopBadgeProps, LoopFigureProps, LoopLinkProps, LoopNodeProps } from '../loop-figure';
import { placeArrow, type Box, type PlacedArrow, type Point } from './arrow';
import { placeFooter, placeHeader, typeScale, type PlacedHeader, type PlacedText, type TypeScale } from './frame';
import { textWidth, wrapText } from './text';

/**
 * A causal-loop diagram on its grid: words where the model puts them, bent arrows between them, badges in the loops. The
 * grid runs from the reading edge, so that the Arabic diagram is the mirror image of the English one; a loop that turns
 * clockwise in the one turns the other way in the other.
 */
export interface PlacedLoops {
  readonly height: number;
  readonly type: TypeScale;
  readonly header: PlacedHeader;
  readonly nodes: readonly PlacedLoopNode[];
  readonly links: readonly PlacedLoopLink[];
  readonly badges: readonly PlacedBadge[];
  readonly footer: readonly PlacedText[];
}

export interface PlacedLoopNode {
  readonly id: string;
  readonly kind: LoopNodeProps['kind'];
  readonly box: Box;
  readonly texts: readonly PlacedText[];
}

export interface PlacedLoopLink extends PlacedArrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly glyph: string;
  readonly weight: number;
  readonly delayed: boolean;
}

export interface PlacedBadge {
  readonly id: string;
  readonly at: Point;
  readonly radius: number;
  /** The turning arrow: its arc and its head. */
  readonly arc: string;
  readonly head: string;
  readonly text: PlacedText;
  readonly label: string;
}

const rowHeight = 62;
const defaultBend = 0.16;
const glyphs = { positive: '+', negative: '−', changing: '±' } as const;

/** Width of a line in pixels for a strength of 0 to 1. */
export function weightOf(strength: number): number {
  return 0.8 + 4.2 * Math.min(1, Math.max(0, strength));
}

/** `bare`: the diagram alone, without title, key and source. */
export function placeLoops(props: LoopFigureProps, bare = false): PlacedLoops {
  const type = typeScale(props);
  const [columns, rows] = props.grid;
  const header = bare ? { texts: [], keys: [], bottom: 0 } : placeHeader(props, []);
  const top = header.bottom + (bare ? 0 : 8);
  const rowStep = rowHeight * (props.locale === 'ar' ? 1.06 : 1);
  const columnStep = props.width / columns;
  const point = ([column, row]: readonly [number, number]): Point => {
    const x = column * columnStep;
    return { x: props.direction === 'rtl' ? props.width - x : x, y: top + row * rowStep };
  };
  const nodes = props.nodes.map((node) => placeNode(node, point(node.at), props.width, columnStep, type));
  const boxOf = new Map(nodes.map(({ id, box }) => [id, box]));
  const links = props.links.flatMap((link) => placeLink(link, boxOf, props));
  const badges = props.badges.map((badge) => placeBadge(badge, point(badge.at), boxOf, type));
  const bottom = top + rows * rowStep;
  if (bare) return { height: Math.ceil(bottom), type, header, nodes, links, badges, footer: [] };
  const key = placeKey(props, bottom + 6, type);
  const footer = placeFooter(props, key.bottom + 4);
  return { height: footer.bottom, type, header, nodes, links, badges, footer: [...key.texts, ...footer.texts] };
}

function placeNode(
  { id, label, kind }: LoopNodeProps,
  middle: Point,
  width: number,
  columnStep: number,
  type: TypeScale
): PlacedLoopNode {
  const size = type.label;
  const lines = wrapText(label, Math.min(150, Math.max(96, columnStep * 1.75)), size, kind === 'stock' ? 600 : 400);
  const weight = kind === 'stock' ? 600 : 400;
  const broad = Math.max(...lines.map((line) => textWidth(line, size, weight) * 1.03));
  const [padX, padY] = kind === 'stock' ? [8, 5] : [4, 2];
  const lineHeight = size * (type.leading - 0.08);
  const half = { x: broad / 2 + padX, y: (lines.length * lineHeight) / 2 + padY };
  // Words at the edge move in as far as they must.
  const x = Math.min(width - half.x - 1, Math.max(half.x + 1, middle.x));
  return {
    id,
    kind,
    box: { left: x - half.x, right: x + half.x, top: middle.y - half.y, bottom: middle.y + half.y },
    texts: lines.map((text, index) => ({
      x,
      y: middle.y + (index - (lines.length - 1) / 2) * lineHeight + size * 0.35,
      text,
      size,
      weight,
      anchor: 'middle',
      fill: kind === 'input' ? 'muted' : 'ink'
    }))
  };
}

function placeLink(
  { from, to, sign, strength, delayed, bend = defaultBend }: LoopLinkProps,
  boxOf: ReadonlyMap<string, Box>,
  { direction }: LoopFigureProps
): readonly PlacedLoopLink[] {
  const [source, target] = [boxOf.get(from), boxOf.get(to)];
  if (!source || !target) return [];
  const weight = weightOf(strength);
  const arrow = placeArrow(source, target, direction === 'rtl' ? -bend : bend, weight);
  return [{ ...arrow, id: `${from}>${to}`, from, to, glyph: glyphs[sign], weight, delayed }];
}

function placeBadge(
  { id, label, ways, closed }: LoopBadgeProps,
  at: Point,
  boxOf: ReadonlyMap<string, Box>,
  type: TypeScale
): PlacedBadge {
  const size = type.tick;
  const radius = textWidth(label, size, 600) / 2 + 7;
  const points = (ways[0] ?? []).flatMap((node) => {
    const box = boxOf.get(node);
    return box ? [{ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }] : [];
  });
  const text: PlacedText = {
    x: at.x,
    y: at.y + size * 0.36,
    text: label,
    size,
    weight: 600,
    anchor: 'middle',
    fill: 'ink'
  };
  const turning = closed ? turningArrow(at, radius, turnOf(points)) : { arc: '', head: '' };
  return { id, at, radius, ...turning, text, label };
}

/** 1 clockwise on the screen, -1 the other way: by the area that the nodes enclose in their order. */
export function turnOf(points: readonly Point[]): 1 | -1 {
  const area = points.reduce((sum, { x, y }, index) => {
    const next = points[(index + 1) % points.length]!;
    return sum + x * next.y - next.x * y;
  }, 0);
  return area < 0 ? -1 : 1;
}

function turningArrow({ x, y }: Point, radius: number, turn: 1 | -1): { arc: string; head: string } {
  const on = (degrees: number, r = radius): Point => {
    const angle = (turn * degrees * Math.PI) / 180;
    return { x: x + r * Math.cos(angle), y: y + r * Math.sin(angle) };
  };
  const show = (point: Point): string => `${point.x.toFixed(1)},${point.y.toFixed(1)}`;
  const [start, end] = [on(-70), on(215)];
  const head = [on(232), on(212, radius - 3.6), on(212, radius + 3.6)];
  return {
    arc: `M${show(start)}A${radius.toFixed(1)},${radius.toFixed(1)} 0 1 ${turn > 0 ? 1 : 0} ${show(end)}`,
    head: `M${head.map(show).join('L')}Z`
  };
}

function placeKey(props: LoopFigureProps, top: number, type: TypeScale): { texts: PlacedText[]; bottom: number } {
  const mirrored = props.direction === 'rtl';
  let y = top;
  const texts = wrapText(props.key, props.width, type.tick).map((text): PlacedText => {
    y += type.tick * type.leading;
    return {
      x: mirrored ? props.width : 0,
      y,
      text,
      size: type.tick,
      weight: 400,
      anchor: mirrored ? 'end' : 'start',
      fill: 'muted'
    };
  });
  return { texts, bottom: y };
}

/** What belongs to a followed node or loop: the nodes and links that stay in full colour. Null where nothing is followed. */
export interface Followed {
  readonly nodes: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

export function followedBy(
  id: string | null,
  { links, badges }: Pick<LoopFigureProps, 'links' | 'badges'>
): Followed | null {
  if (id === null) return null;
  const badge = badges.find((each) => each.id === id);
  if (badge) {
    const pairs = badge.ways.flatMap((way) =>
      way.flatMap((to, index) => {
        const from = index > 0 ? way[index - 1]! : badge.closed && way.at(-1)!;
        return from === false ? [] : [`${from}>${to}`];
      })
    );
    return { nodes: new Set(badge.ways.flat()), links: new Set(pairs) };
  }
  const touching = links.filter(({ from, to }) => from === id || to === id);
  return {
    nodes: new Set([id, ...touching.flatMap(({ from, to }) => [from, to])]),
    links: new Set(touching.map(({ from, to }) => `${from}>${to}`))
  };
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
};

/** The item that an arrow key leads to: the nearest in its direction, what lies aside counting double. Null for other keys. */
export function itemAfterKey(
  key: string,
  current: string,
  items: readonly { readonly id: string; readonly at: Point }[]
): string | null {
  const direction = directions[key];
  const from = items.find(({ id }) => id === current);
  if (!direction || !from) return null;
  let best: { id: string; cost: number } | null = null;
  for (const { id, at } of items) {
    const [dx, dy] = [at.x - from.at.x, at.y - from.at.y];
    const ahead = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    if (id === current || ahead <= 0) continue;
    const cost = ahead + 2 * aside;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? current;
}
