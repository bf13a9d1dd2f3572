/**
 * One bent arrow between two boxes: a quadratic Bézier from middle to middle, cut where it leaves the one and enters the
 * other, with its head, its sign beside the head and the strokes of a delay across its middle.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedArrow {
  readonly path: string;
  /** Triangle of the head. */
  readonly head: string;
  readonly signAt: Point;
  /** Two short strokes across the middle. */
  readonly strokes: string;
  readonly middle: Point;
}

type Quadratic = readonly [Point, Point, Point];

const gapBefore = 3;
const gapAfter = 4;

/** `bend` as a part of the length, to the left of the way. `weight` is the width of the line in pixels. */
export function placeArrow(from: Box, to: Box, bend: number, weight: number): PlacedArrow {
  const [start, end] = [centre(from), centre(to)];
  const control = {
    x: (start.x + end.x) / 2 + (end.y - start.y) * bend,
    y: (start.y + end.y) / 2 - (end.x - start.x) * bend
  };
  const whole: Quadratic = [start, control, end];
  const leaves = lastInside(whole, grown(from, gapBefore), 0);
  const enters = 1 - lastInside([end, control, start], grown(to, gapAfter), 0);
  const cut = part(whole, leaves, Math.max(enters, leaves + 0.02));
  const size = 5.5 + weight;
  const [tip, side] = [cut[2], unit(cut[1], cut[2])];
  const neck = { x: tip.x - side.x * size, y: tip.y - side.y * size };
  const half = size * 0.48;
  const head = [
    tip,
    { x: neck.x - side.y * half, y: neck.y + side.x * half },
    { x: neck.x + side.y * half, y: neck.y - side.x * half }
  ];
  // The line ends inside its head, so that a thick one does not stick out at the tip.
  const line: Quadratic = [cut[0], cut[1], { x: tip.x - side.x * size * 0.6, y: tip.y - side.y * size * 0.6 }];
  const outward = bend >= 0 ? 1 : -1;
  const back = 8 + size * 0.6;
  const aside = 7 + weight / 2;
  const middle = at(cut, 0.5);
  const along = unit(cut[0], cut[2]);
  return {
    path: `M${show(line[0])}Q${show(line[1])} ${show(line[2])}`,
    head: `M${head.map(show).join('L')}Z`,
    signAt: {
      x: tip.x - side.x * back + side.y * aside * outward,
      y: tip.y - side.y * back - side.x * aside * outward
    },
    strokes: [-2.2, 2.2].map((shift) => stroke(middle, along, shift, 4.5 + weight / 2)).join(''),
    middle
  };
}

function stroke({ x, y }: Point, along: Point, shift: number, half: number): string {
  const [cx, cy] = [x + along.x * shift, y + along.y * shift];
  const a = { x: cx - along.y * half, y: cy + along.x * half };
  const b = { x: cx + along.y * half, y: cy - along.x * half };
  return `M${show(a)}L${show(b)}`;
}

function centre({ left, right, top, bottom }: Box): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

function grown({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
}

/** Where the curve is inside the box for the last time after `from`, to a thousandth of its parameter. */
function lastInside(curve: Quadratic, box: Box, from: number): number {
  let [inside, outside] = [from, 1];
  for (let t = from; t <= 1; t += 0.02) {
    const { x, y } = at(curve, t);
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) inside = t;
    else {
      outside = t;
      break;
    }
  }
  for (let round = 0; round < 8; round++) {
    const t = (inside + outside) / 2;
    const { x, y } = at(curve, t);
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) inside = t;
    else outside = t;
  }
  return (inside + outside) / 2;
}

function at([a, b, c]: Quadratic, t: number): Point {
  const [p, q, r] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
  return { x: p * a.x + q * b.x + r * c.x, y: p * a.y + q * b.y + r * c.y };
}

/** The piece of a curve between two parameters (de Casteljau). */
function part([a, b, c]: Quadratic, from: number, to: number): Quadratic {
  const mix = (p: Point, q: Point, t: number): Point => ({ x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t });
  const control = mix(mix(a, b, from), mix(b, c, from), to);
  return [at([a, b, c], from), control, at([a, b, c], to)];
}

function unit(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

function show({ x, y }: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
