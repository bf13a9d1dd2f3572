/**
 * Makes the map of a model: one TopoJSON in which a country's regions, marked districts, border segments and neighbours share
 * their arcs, so that everything fits however it is drawn. Run once, by hand; what it writes is kept with the model.
 *
 *   node tests/geography/make-topology.mjs --states neighbours.geojson --districts admin1.geojson --regions map.csv \
 *     --country LBY --segments sudan=SDN,chad=TCD,niger=NER --marked LY-SR,LY-JU --window 4,17,30,37.2 \
 *     > models/libya/geography/libya.topo.json
 *
 * Inputs, WGS84: states with the property iso3 whose shared borders have the same vertices; districts of the country with the
 * property ISO, likewise; a table district code, name, region. The country's outline is that of the states file, so that
 * neighbours fit; borders between districts are those of the districts file, their ends moved to the nearest point of the
 * outline, which is divided there. Lines are simplified (Douglas and Peucker 1973) and rounded to a grid.
 *
 * Objects written: country, regions, districts (the marked ones), borders (the segments, as lines), neighbours.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values: given } = parseArgs({
  options: {
    states: { type: 'string' },
    districts: { type: 'string' },
    regions: { type: 'string' },
    country: { type: 'string' },
    segments: { type: 'string' },
    marked: { type: 'string', default: '' },
    window: { type: 'string' },
    tolerance: { type: 'string', default: '0.012' },
    grid: { type: 'string', default: '10000' }
  }
});
for (const name of ['states', 'districts', 'regions', 'country', 'segments', 'window'])
  if (!given[name]) throw new Error(`--${name} is missing.`);

const country = given.country;
const [west, south, east, north] = given.window.split(',').map(Number);
const near = Number(given.tolerance);
/** Coasts and borders that are not the country's own may be coarser, in degrees. */
const far = 0.05;

const features = (path) => JSON.parse(readFileSync(path, 'utf8')).features;
const ringsOf = ({ geometry: { type, coordinates } }) =>
  (type === 'MultiPolygon' ? coordinates : [coordinates]).flatMap((polygon) => polygon);
const key = ([x, y]) => `${x.toFixed(5)},${y.toFixed(5)}`;
const distance = (a, b) => Math.hypot((a[0] - b[0]) * Math.cos((a[1] * Math.PI) / 180), a[1] - b[1]);

// Segments with their owners: a segment that two areas share is an inner one.
class Mesh {
  segments = new Map();

  add(ring, owner) {
    for (let i = 1; i < ring.length; i++) this.line(ring[i - 1], ring[i], [owner]);
  }

  line(a, b, owners) {
    if (key(a) === key(b)) return;
    const name = [key(a), key(b)].sort().join(' ');
    const segment = this.segments.get(name) ?? { a, b, owners: new Set() };
    for (const owner of owners) segment.owners.add(owner);
    this.segments.set(name, segment);
  }

  /** Longest lines without a node on the way: all their segments have the same owners. */
  arcs() {
    const at = new Map();
    for (const segment of this.segments.values())
      for (const end of [segment.a, segment.b]) at.set(key(end), [...(at.get(key(end)) ?? []), segment]);
    const owners = (segment) => [...segment.owners].sort().join(' ');
    const isNode = (point) => at.get(point).length !== 2 || new Set(at.get(point).map(owners)).size > 1;
    const used = new Set();
    const walk = (start, first) => {
      const line = [start];
      let segment = first;
      for (;;) {
        used.add(segment);
        const next = key(segment.a) === key(line.at(-1)) ? segment.b : segment.a;
        line.push(next);
        if (isNode(key(next)) || key(next) === key(start)) break;
        const following = at.get(key(next)).find((other) => !used.has(other));
        if (!following) break;
        segment = following;
      }
      return { line, owners: first.owners };
    };
    const found = [];
    const begin = (points) => {
      for (const point of points)
        for (const segment of at.get(point) ?? [])
          if (!used.has(segment)) found.push(walk(key(segment.a) === point ? segment.a : segment.b, segment));
    };
    begin([...at.keys()].filter(isNode));
    begin([...at.keys()]);
    return found;
  }
}

/** The areas that segments enclose, each with its signed area and its edges: the one outside is negative. */
function facesOf(segments) {
  const from = new Map();
  for (const segment of segments)
    for (const [a, b] of [
      [segment.a, segment.b],
      [segment.b, segment.a]
    ]) {
      const half = { a, b, segment, angle: Math.atan2(b[1] - a[1], b[0] - a[0]) };
      from.set(key(a), [...(from.get(key(a)) ?? []), half]);
    }
  for (const halves of from.values()) halves.sort((one, other) => one.angle - other.angle);
  const seen = new Set();
  const found = [];
  for (const start of [...from.values()].flat()) {
    if (seen.has(start)) continue;
    const edges = [];
    let area = 0;
    for (let half = start; !seen.has(half);) {
      seen.add(half);
      edges.push(half.segment);
      area += (half.a[0] * half.b[1] - half.b[0] * half.a[1]) / 2;
      // The next one clockwise from the way back keeps the same area on the left.
      const halves = from.get(key(half.b));
      const back = halves.findIndex((other) => other.segment === half.segment);
      half = halves[(back + halves.length - 1) % halves.length];
    }
    found.push({ area, edges });
  }
  return found;
}

function simplify(line, tolerance) {
  const keep = new Set([0, line.length - 1]);
  // A ring has no ends that are apart: its farthest point stands in for the other end.
  const closed = key(line[0]) === key(line.at(-1));
  const middle = closed ? farthest(line, 0, line.length - 1).index : 0;
  if (closed) keep.add(middle);
  const spans = closed
    ? [
        [0, middle],
        [middle, line.length - 1]
      ]
    : [[0, line.length - 1]];
  while (spans.length > 0) {
    const [from, to] = spans.pop();
    const { index, away } = farthest(line, from, to);
    if (away <= tolerance) continue;
    keep.add(index);
    spans.push([from, index], [index, to]);
  }
  return line.filter((_, index) => keep.has(index));
}

function farthest(line, from, to) {
  let [index, away] = [from, 0];
  for (let i = from + 1; i < to; i++) {
    const d = distance(line[i], nearest(line[i], line[from], line[to]));
    if (d > away) [index, away] = [i, d];
  }
  return { index, away };
}

/** The point of a segment that is nearest to a point. */
function nearest(point, a, b) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length;
  const inside = Math.max(0, Math.min(1, t));
  return [a[0] + inside * dx, a[1] + inside * dy];
}

// Cells: the marked districts one by one, the rest of each region as one.
const rows = readFileSync(given.regions, 'utf8').trim().split(/\r?\n/).slice(1);
const regionOf = new Map(rows.map((row) => [row.split(',')[0], row.split(',').at(-1).toLowerCase()]));
const marked = given.marked.split(',').filter(Boolean);
const idOf = (code) => code.toLowerCase().replace(/\W/g, '_');
const cellOf = (code) => (marked.includes(code) ? code : regionOf.get(code));
const cellsOfRegion = (region) => [region, ...marked.filter((code) => regionOf.get(code) === region)];
const regions = [...new Set(regionOf.values())].sort();
const cells = [...regions, ...marked];

const inside = new Mesh();
for (const district of features(given.districts))
  for (const ring of ringsOf(district)) inside.add(ring, district.properties.ISO);
// Where districts were simplified apart, slivers lie between them: each goes to the district that has most of its edge.
const lone = [...inside.segments].filter(([, { owners }]) => owners.size === 1);
const faces = facesOf(lone.map(([, segment]) => segment)).sort((a, b) => b.area - a.area);
for (const { area, edges } of faces.slice(1)) {
  if (area < 0) continue;
  const share = new Map();
  for (const { a, b, owners } of edges)
    for (const owner of owners) share.set(owner, (share.get(owner) ?? 0) + distance(a, b));
  const [taker] = [...share].sort((one, other) => other[1] - one[1])[0];
  for (const { a, b, owners } of edges) {
    if (owners.has(taker)) inside.segments.delete([key(a), key(b)].sort().join(' '));
    else inside.line(a, b, [taker]);
  }
}
const edge = [];
const between = new Mesh();
for (const { a, b, owners } of inside.segments.values()) {
  const sides = [...new Set([...owners].map(cellOf))];
  if (owners.size === 1) edge.push({ at: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], cell: sides[0] });
  else if (sides.length === 2) between.line(a, b, sides);
}

// Where borders between cells reach the outline, the outline is divided, in every state that has it.
const states = features(given.states).map(({ properties, ...rest }) => ({
  iso: properties.iso3,
  rings: ringsOf(rest)
}));
const outline = states.find(({ iso }) => iso === country).rings;
const inner = between.arcs();
const onEdge = new Set(
  [...inside.segments.values()].filter(({ owners }) => owners.size === 1).flatMap(({ a, b }) => [key(a), key(b)])
);
const breaks = new Set();
for (const arc of inner) {
  for (const index of [0, arc.line.length - 1]) {
    const end = arc.line[index];
    if (!onEdge.has(key(end))) continue;
    let best = null;
    for (const ring of outline)
      for (let i = 1; i < ring.length; i++) {
        const point = nearest(end, ring[i - 1], ring[i]).map((value) => Number(value.toFixed(4)));
        const away = distance(point, end);
        if (!best || away < best.away) best = { away, point, a: ring[i - 1], b: ring[i] };
      }
    divide(best.a, best.b, best.point);
    breaks.add(key(best.point));
    arc.line[index] = best.point;
  }
}

function divide(a, b, point) {
  if (key(point) === key(a) || key(point) === key(b)) return;
  for (const { rings } of states)
    for (const ring of rings)
      for (let i = 1; i < ring.length; i++) {
        const pair = [key(ring[i - 1]), key(ring[i])];
        if (pair.includes(key(a)) && pair.includes(key(b))) ring.splice(i++, 0, point);
      }
}

// The pieces of the outline between the breaks belong to the cell whose own edge lies nearest to most of their vertices.
const whole = new Mesh();
for (const { iso, rings } of states) {
  if (iso === country) continue;
  for (const ring of rings) if (overlaps(ring)) whole.add(ring, iso);
}
for (const ring of outline) {
  const first = ring.findIndex((point) => breaks.has(key(point)));
  const turned = first < 0 ? ring : [...ring.slice(first, -1), ...ring.slice(0, first), ring[first]];
  let piece = [turned[0]];
  for (const point of turned.slice(1)) {
    piece.push(point);
    if (!breaks.has(key(point)) && point !== turned.at(-1)) continue;
    whole.add(piece, cellAlong(piece));
    piece = [point];
  }
}
for (const { line, owners } of inner) for (let i = 1; i < line.length; i++) whole.line(line[i - 1], line[i], owners);

function cellAlong(piece) {
  const votes = new Map();
  for (let i = 1; i < piece.length; i++) {
    const at = [(piece[i - 1][0] + piece[i][0]) / 2, (piece[i - 1][1] + piece[i][1]) / 2];
    const { cell } = edge.reduce((best, one) => (distance(one.at, at) < distance(best.at, at) ? one : best));
    votes.set(cell, (votes.get(cell) ?? 0) + distance(piece[i - 1], piece[i]));
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0][0];
}

function overlaps(ring) {
  const [xs, ys] = [0, 1].map((axis) => ring.map((point) => point[axis]));
  return Math.max(...xs) > west && Math.min(...xs) < east && Math.max(...ys) > south && Math.min(...ys) < north;
}

// Arcs, simplified and on the grid.
const arcs = whole.arcs().map(({ line, owners }) => ({
  owners,
  line: simplify(line, [...owners].some((owner) => cells.includes(owner)) ? near : far)
}));
const points = arcs.flatMap(({ line }) => line);
const low = [0, 1].map((axis) => Math.min(...points.map((point) => point[axis])));
const high = [0, 1].map((axis) => Math.max(...points.map((point) => point[axis])));
const scale = [0, 1].map((axis) => (high[axis] - low[axis]) / (Number(given.grid) - 1));
const onGrid = (point) => [0, 1].map((axis) => Math.round((point[axis] - low[axis]) / scale[axis]));
const placed = arcs.map(({ line }) =>
  line
    .map(onGrid)
    .filter(([x, y], i, all) => i === 0 || i === all.length - 1 || x !== all[i - 1][0] || y !== all[i - 1][1])
);

/** Rings around a set of owners, as lists of arcs: those that have one of them on one side only. */
function ringsAround(owners) {
  const ours = arcs.flatMap((arc, index) => {
    const [one, other] = [...arc.owners].map((owner) => owners.includes(owner));
    return one !== (other ?? false) ? [index] : [];
  });
  const left = new Set(ours);
  const rings = [];
  while (left.size > 0) {
    const ring = [];
    const [start] = left;
    left.delete(start);
    ring.push(start);
    const origin = String(placed[start][0]);
    let end = String(placed[start].at(-1));
    while (end !== origin) {
      const next = [...left].find((index) => [placed[index][0], placed[index].at(-1)].map(String).includes(end));
      if (next === undefined) throw new Error(`The outline of ${owners.join(', ')} does not close at ${end}.`);
      left.delete(next);
      const forwards = String(placed[next][0]) === end;
      ring.push(forwards ? next : ~next);
      end = String(forwards ? placed[next].at(-1) : placed[next][0]);
    }
    rings.push(clockwise(ring));
  }
  return rings;
}

/** D3 takes the inside of a ring to lie on its right. */
function clockwise(ring) {
  const line = ring.flatMap((index) => (index >= 0 ? placed[index] : placed[~index].toReversed()));
  let area = 0;
  for (let i = 1; i < line.length; i++) area += line[i - 1][0] * line[i][1] - line[i][0] * line[i - 1][1];
  return area <= 0 ? ring : ring.toReversed().map((index) => ~index);
}

const polygons = (id, owners) => {
  const rings = ringsAround(owners);
  return rings.length === 1
    ? { type: 'Polygon', id, arcs: rings }
    : { type: 'MultiPolygon', id, arcs: rings.map((ring) => [ring]) };
};
const collection = (geometries) => ({ type: 'GeometryCollection', geometries });
const segments = given.segments.split(',').map((pair) => pair.split('='));
const neighbours = [...new Set(arcs.flatMap(({ owners }) => [...owners]))].filter((owner) => !cells.includes(owner));
const topology = {
  type: 'Topology',
  bbox: [...low, ...high].map((value) => Number(value.toFixed(4))),
  transform: { scale, translate: low },
  objects: {
    country: polygons(country, cells),
    regions: collection(regions.map((region) => polygons(region, cellsOfRegion(region)))),
    districts: collection(marked.map((code) => polygons(idOf(code), [code]))),
    borders: collection(
      segments.map(([id, iso]) => ({
        type: 'MultiLineString',
        id,
        arcs: arcs.flatMap(({ owners }, index) =>
          owners.has(iso) && cells.some((cell) => owners.has(cell)) ? [[index]] : []
        )
      }))
    ),
    neighbours: collection(neighbours.sort().map((iso) => polygons(iso, [iso])))
  },
  arcs: placed.map((line) => line.map(([x, y], i) => (i === 0 ? [x, y] : [x - line[i - 1][0], y - line[i - 1][1]])))
};
process.stdout.write(`${JSON.stringify(topology)}\n`);
