import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The house: a folder of src/lib is a room with one door (`$lib/room`), imports run downwards only. The table is the
 * rule; an edge that is not in it fails. Tests may look anywhere.
 */
const allowed: Record<string, readonly string[]> = {
  'hooks.server.ts': ['i18n'],
  language: [],
  i18n: ['language'],
  model: ['language'],
  ui: ['i18n'],
  scenario: ['language', 'model'],
  engine: ['language', 'model'],
  analysis: ['language', 'model', 'engine', 'scenario'],
  store: ['model', 'scenario'],
  simulator: ['model', 'scenario', 'engine', 'analysis'],
  charts: ['i18n', 'model'],
  export: ['i18n', 'model', 'scenario', 'engine', 'analysis', 'charts'],
  desk: ['language', 'i18n', 'model', 'ui', 'scenario', 'engine', 'analysis', 'store', 'simulator', 'charts', 'export'],
  evidence: [
    'language',
    'i18n',
    'model',
    'ui',
    'scenario',
    'engine',
    'analysis',
    'simulator',
    'charts',
    'export',
    'desk'
  ],
  explore: [
    'language',
    'i18n',
    'model',
    'ui',
    'scenario',
    'engine',
    'analysis',
    'store',
    'simulator',
    'charts',
    'export',
    'desk'
  ],
  routes: [
    'language',
    'i18n',
    'model',
    'ui',
    'scenario',
    'engine',
    'analysis',
    'store',
    'simulator',
    'charts',
    'export',
    'desk',
    'evidence',
    'explore'
  ],
  cli: ['language', 'i18n', 'model', 'scenario', 'engine', 'analysis', 'simulator', 'charts', 'export']
};

/** What a room may take from npm. Rooms that are not named here take nothing. */
const packages: Record<string, RegExp> = {
  'hooks.server.ts': /^@sveltejs\/kit$/,
  model: /^(yaml|valibot)$/,
  scenario: /^(valibot|yaml)$/,
  simulator: /^(comlink|node:)/,
  charts: /^(d3-|svelte|topojson-|geojson$)/,
  export: /^(d3-dsv|svelte|hyparquet|fflate|write-excel-file)/,
  ui: /^(svelte|bits-ui|\$app\/)/,
  store: /^idb$/,
  desk: /^(svelte|d3-|\$app\/|uqr$|virtual:)/,
  evidence: /^(svelte|d3-|\$app\/|topojson-client$)/,
  explore: /^(svelte|d3-|\$app\/)/,
  routes: /^(svelte|\$app\/|\$types|virtual:|@sveltejs\/kit|@fontsource|\.\/\$types)/,
  cli: /^(commander|hyparquet-writer$|node:|yaml|vite$)/
};

const source = resolve('src');

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

function roomOf(path: string): string {
  const parts = relative(source, path).split(sep);
  if (parts[0] !== 'lib') return parts[0]!;
  return parts.length > 2 ? parts[1]! : '';
}

const importPattern =
  /(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+)['"]/g;

interface Edge {
  file: string;
  from: string;
  specifier: string;
  /** By `import()`. */
  isLate: boolean;
}

const edges: Edge[] = filesBelow(source)
  .filter((path) => /\.(ts|svelte|mjs)$/.test(path) && !/\.test\.ts$/.test(path) && !path.endsWith('.d.ts'))
  .flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(importPattern)].map((match) => ({
      file: path,
      from: roomOf(path),
      specifier: (match[1] ?? match[2] ?? match[3] ?? match[4])!,
      isLate: match[3] !== undefined
    }))
  );

describe('the house', () => {
  it('is found at all', () => {
    expect(edges.length).toBeGreaterThan(100);
  });

  it('has only rooms that the table names', () => {
    const rooms = new Set(filesBelow(source).map(roomOf).filter(Boolean));
    const known = new Set([
      ...Object.keys(allowed),
      'app.d.ts',
      'app.css',
      'virtual.d.ts',
      'app.html',
      'hooks.server.ts',
      'hooks.ts',
      'params',
      'service-worker.ts'
    ]);
    expect([...rooms].filter((room) => !known.has(room))).toEqual([]);
  });

  it('lets imports run downwards only, and through doors', () => {
    const broken = edges.flatMap(({ file, from, specifier }) => {
      const place = `${relative('.', file)} imports ${specifier}`;
      if (specifier.startsWith('$lib/')) {
        const [room, ...inside] = specifier.slice('$lib/'.length).split('/');
        if (inside.length > 0 && !specifier.endsWith('.css')) return [`${place}: past the door`];
        return room === from || (allowed[from] ?? []).includes(room!)
          ? []
          : [`${place}: ${from} may not import ${room}`];
      }
      if (specifier.startsWith('.') && allowed[from]) {
        const target = roomOf(resolve(dirname(file), specifier));
        return target === from || specifier.startsWith('./$types') ? [] : [`${place}: leaves its room by a side way`];
      }
      return [];
    });
    expect(broken).toEqual([]);
  });

  it('loads no door late: all behind it would become one file, for every page that uses any of it', () => {
    // The one thing behind this door that a page uses is what it loads late.
    const small = new Set(['$lib/store']);
    const late = edges.filter(({ isLate, specifier }) => isLate && /^\$lib\/[a-z]+$/.test(specifier));
    expect(late.length).toBeGreaterThan(0);
    expect(late.filter(({ specifier }) => !small.has(specifier)).map(({ file }) => relative('.', file))).toEqual([]);
  });

  it('takes from npm only what a room is there for', () => {
    const foreign = edges
      .filter(({ from, specifier }) => allowed[from] && !specifier.startsWith('.') && !specifier.startsWith('$lib/'))
      .filter(({ from, specifier }) => !packages[from]?.test(specifier))
      .map(({ file, specifier }) => `${relative('.', file)} imports ${specifier}`);
    expect(foreign).toEqual([]);
  });

  it('has no circles between rooms', () => {
    const visiting = new Set<string>();
    const walk = (room: string, path: string[]): void => {
      expect(visiting.has(room), [...path, room].join(' -> ')).toBe(false);
      visiting.add(room);
      for (const next of allowed[room] ?? []) walk(next, [...path, room]);
      visiting.delete(room);
    };
    for (const room of Object.keys(allowed)) walk(room, []);
  });
});
