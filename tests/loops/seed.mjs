/**
 * Proposes where the nodes of a causal-loop diagram might stand: `node tests/loops/seed.mjs models/libya [diagram …]` prints
 * an `at:` and a `badges:` for loops.yaml, to be tidied by hand. Forces (d3-force) give a first layout; a search over the
 * grid then takes crossings, arrows behind words and long arrows out of it. The same input gives the same output.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { forceCenter, forceLink, forceManyBody, forceSimulation } from 'd3-force';
import { runnerImport } from 'vite';

const [folder = 'models/libya', ...wanted] = process.argv.slice(2);
const config = { configFile: false, logLevel: 'error', resolve: { alias: { $lib: resolve('src/lib') } } };
const room = async (name) => (await runnerImport(resolve(`src/lib/${name}/index.ts`), config)).module;
const [{ loadModel }, engine, analysis, scenarios] = await Promise.all(
  ['model', 'engine', 'analysis', 'scenario'].map(room)
);

const own = /^(model|inputs|desk|text\.\w\w|sources|events|loops|checks)\.yaml$/;
const heading = readFileSync(join(folder, 'model.yaml'), 'utf8');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .filter((path) => own.test(path) || path.startsWith('presets') || heading.includes(path.replace('.yaml', '')))
  .map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
const { bundle, diagnostics } = loadModel(new Map(files));
if (!bundle) throw new Error(JSON.stringify(diagnostics.slice(0, 5)));
const { model, loops } = bundle;
const program = engine.compile(model);
const graph = analysis.influenceGraph(program);
const inputs = scenarios.toRunInputs(model, scenarios.statusQuo(model));
const { trajectory } = engine.interpret(program, {
  ...inputs,
  chance: null,
  save: analysis.coursesNeeded(graph)
});
const run = analysis.influenceRun(graph, inputs, trajectory);

/** A small congruential generator (Numerical Recipes): the search must not depend on chance. */
let state = 12345;
const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;

for (const diagram of loops.diagrams) {
  if (wanted.length > 0 && !wanted.includes(diagram.id)) continue;
  const links = drawnLinks(diagram);
  const [columns, rows] = diagram.grid;
  const places = layOut(diagram.nodes, links, columns, rows);
  console.log(`  ${diagram.id}: # ${links.length} links, ${count(links, places)} crossings`);
  console.log('    at:');
  diagram.nodes.forEach(({ id }, index) => console.log(`      ${id}: [${places[index].x}, ${places[index].y}]`));
  const taken = [];
  const badges = diagram.badges.map(({ loop }) => {
    const named = loops.loops.find(({ id }) => id === loop);
    const [way = []] = analysis.loopWays(named, diagram.nodes, analysis.foldLinks(run, diagram.nodes));
    const nodes = way.map((id) => places[diagram.nodes.findIndex((node) => node.id === id)]);
    const mean = (key) => nodes.reduce((sum, node) => sum + node[key], 0) / nodes.length;
    const at = freePlace({ x: mean('x'), y: mean('y') }, places, links, taken);
    taken.push(at);
    return `${loop}: [${at.x}, ${at.y}]`;
  });
  console.log(`    badges: { ${badges.join(', ')} }`);
}

function drawnLinks({ nodes, links, badges }) {
  const folded = analysis.foldLinks(run, nodes).filter(({ sign }) => sign !== 'none');
  if (links === 'all') return folded.map(indexed);
  const wantedPairs = new Set(
    badges.flatMap(({ loop: id }) => {
      const loop = loops.loops.find((each) => each.id === id);
      const ways = analysis.loopWays(loop, nodes, folded);
      return ways.flatMap((way) => analysis.pairsOf(way, loop.kind === 'closed').map((pair) => pair.join('>')));
    })
  );
  return folded.filter(({ from, to }) => wantedPairs.has(`${from}>${to}`)).map(indexed);
  function indexed({ from, to }) {
    return [nodes.findIndex(({ id }) => id === from), nodes.findIndex(({ id }) => id === to)];
  }
}

function layOut(nodes, links, columns, rows) {
  const points = nodes.map((_, index) => ({ index, x: 3 * Math.cos(index * 2.4), y: 3 * Math.sin(index * 2.4) }));
  forceSimulation(points)
    .force('charge', forceManyBody().strength(-12))
    .force('link', forceLink(links.map(([source, target]) => ({ source, target }))).distance(2.2))
    .force('centre', forceCenter(0, 0))
    .stop()
    .tick(400);
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  let places = points.map(({ x, y }) => ({
    x: Math.round(1 + ((x - left) / (right - left)) * (columns - 2)),
    y: Math.round(1 + ((y - top) / (bottom - top)) * (rows - 2))
  }));
  let cost = costOf(places, links);
  let best = { places, cost };
  const rounds = 60_000;
  for (let round = 0; round < rounds; round++) {
    const heat = 6 * (1 - round / rounds) ** 2 + 0.01;
    const index = Math.floor(random() * nodes.length);
    const next = places.map((place) => ({ ...place }));
    if (random() < 0.25) {
      const other = Math.floor(random() * nodes.length);
      [next[index], next[other]] = [next[other], next[index]];
    } else if (random() < 0.5) {
      next[index] = { x: 1 + Math.floor(random() * (columns - 1)), y: 1 + Math.floor(random() * (rows - 1)) };
    } else {
      next[index].x = clamp(next[index].x + Math.floor(random() * 3) - 1, 1, columns - 1);
      next[index].y = clamp(next[index].y + Math.floor(random() * 3) - 1, 1, rows - 1);
    }
    const candidate = costOf(next, links);
    if (candidate < cost || random() < Math.exp((cost - candidate) / heat)) {
      places = next;
      cost = candidate;
      if (cost < best.cost) best = { places, cost };
    }
  }
  return best.places;
}

/** Near the middle of a loop, clear of words, arrows and other badges. */
function freePlace(middle, places, links, taken) {
  let best = null;
  for (let dx = -2; dx <= 2; dx += 0.25) {
    for (let dy = -2; dy <= 2; dy += 0.25) {
      const at = { x: Math.round((middle.x + dx) * 4) / 4, y: Math.round((middle.y + dy) * 4) / 4 };
      let cost = Math.hypot(dx, 1.3 * dy);
      for (const place of places) if (Math.abs(place.x - at.x) < 1.4 && Math.abs(place.y - at.y) < 0.8) cost += 10;
      for (const place of taken) if (Math.hypot(place.x - at.x, place.y - at.y) < 0.8) cost += 10;
      for (const [from, to] of links) if (distance(at, places[from], places[to]) < 0.4) cost += 2;
      if (!best || cost < best.cost) best = { ...at, cost };
    }
  }
  return { x: best.x, y: best.y };
}

function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}

/** Words are about two columns wide and under a row high. */
function costOf(places, links) {
  let cost = 14 * count(links, places);
  for (let a = 0; a < places.length; a++) {
    for (let b = a + 1; b < places.length; b++) {
      const [dx, dy] = [Math.abs(places[a].x - places[b].x), Math.abs(places[a].y - places[b].y)];
      if (dx < 2.4 && dy < 1) cost += 60;
      else if (dx < 2.4 && dy < 2) cost += 7;
    }
  }
  for (const [from, to] of links) {
    const [a, b] = [places[from], places[to]];
    const length = Math.hypot(a.x - b.x, 1.2 * (a.y - b.y));
    cost += 0.5 * length + 0.06 * length * length;
    // The arrow bends: it must not pass behind words (half sizes in columns and rows).
    for (const t of [0.2, 0.35, 0.5, 0.65, 0.8]) {
      const along = 2 * t * (1 - t) * 0.16;
      const x = a.x + (b.x - a.x) * t + ((b.y - a.y) * along) / 1.6;
      const y = a.y + (b.y - a.y) * t - (b.x - a.x) * along * 1.6;
      places.forEach((place, index) => {
        if (index === from || index === to) return;
        if (Math.abs(place.x - x) < 0.95 && Math.abs(place.y - y) < 0.5) cost += 14;
      });
    }
  }
  return cost;
}

function distance(p, a, b) {
  // Words are wider than high.
  const [px, py, ax, ay, bx, by] = [p.x / 1.7, p.y, a.x / 1.7, a.y, b.x / 1.7, b.y];
  const [dx, dy] = [bx - ax, by - ay];
  const along = clamp(((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1), 0, 1);
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}

function count(links, places) {
  let crossings = 0;
  links.forEach(([a, b], index) => {
    for (const [c, d] of links.slice(index + 1)) {
      if (a === c || a === d || b === c || b === d) continue;
      if (crosses(places[a], places[b], places[c], places[d])) crossings++;
    }
  });
  return crossings;
}

function crosses(a, b, c, d) {
  const side = (p, q, r) => Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
