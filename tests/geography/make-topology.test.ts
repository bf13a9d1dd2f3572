import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { expect, it } from 'vitest';

/** A country of two regions between two neighbours; its districts are drawn more coarsely than its outline, and apart. */
const square = (west: number, south: number, east: number, north: number): number[][] => [
  [west, south],
  [west, north],
  [east, north],
  [east, south],
  [west, south]
];

function collection(name: string, rings: Readonly<Record<string, number[][]>>): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: Object.entries(rings).map(([id, ring]) => ({
      type: 'Feature',
      properties: { [name]: id },
      geometry: { type: 'Polygon', coordinates: [ring] }
    }))
  });
}

function topologyOf(): Topology {
  const folder = mkdtempSync(join(tmpdir(), 'mizan-geography-'));
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const states = write(
    'states.json',
    collection('iso3', {
      HOM: [
        [0, 0],
        [0, 10],
        [20, 10],
        [20, 4],
        [20, 0],
        [0, 0]
      ],
      NXT: [
        [20, 0],
        [20, 4],
        [20, 10],
        [30, 10],
        [30, 0],
        [20, 0]
      ],
      FAR: square(60, 60, 70, 70)
    })
  );
  const districts = write(
    'districts.json',
    collection('ISO', {
      // Ends a little off the outline; a sliver lies between the two on the east.
      'HO-A': [
        [0, 0.1],
        [0, 10],
        [9.9, 10],
        [10, 5],
        [10, 0.1],
        [0, 0.1]
      ],
      'HO-B': [
        [9.9, 10],
        [20, 10],
        [20, 6],
        [15, 5],
        [10, 5],
        [9.9, 10]
      ],
      'HO-C': [
        [10, 5],
        [20, 6],
        [20, 0.1],
        [10, 0.1],
        [10, 5]
      ]
    })
  );
  const regions = write('map.csv', 'code,name,region\nHO-A,A,Left\nHO-B,B,Right\nHO-C,C,Right\n');
  const said = execFileSync(
    process.execPath,
    [
      join('tests', 'geography', 'make-topology.mjs'),
      ...['--states', states, '--districts', districts, '--regions', regions, '--country', 'HOM'],
      ...['--segments', 'side=NXT', '--marked', 'HO-C', '--window=-5,-5,35,15']
    ],
    { encoding: 'utf8' }
  );
  return JSON.parse(said) as Topology;
}

function area(shape: Feature<Polygon>): number {
  const [ring = []] = shape.geometry.coordinates;
  return Math.abs(
    ring.slice(1).reduce((sum, [x = 0, y = 0], i) => {
      const [fromX = 0, fromY = 0] = ring[i]!;
      return sum + (fromX * y - x * fromY) / 2;
    }, 0)
  );
}

it('makes shapes that share their arcs out of files that do not fit', () => {
  const topology = topologyOf();
  const shapes = (name: string): Map<string, Feature<Polygon>> =>
    new Map(
      feature(topology, topology.objects[name] as GeometryCollection).features.map((one) => [
        String(one.id),
        one as Feature<Polygon>
      ])
    );
  const country = feature(topology, topology.objects['country'] as GeometryObject) as Feature<Polygon>;
  const regions = shapes('regions');
  expect([...regions.keys()]).toEqual(['left', 'right']);
  expect(area(country)).toBeCloseTo(200, 1);
  expect(area(regions.get('left')!) + area(regions.get('right')!)).toBeCloseTo(200, 1);
  expect(area(regions.get('left')!)).toBeCloseTo(100, 0);
  // The marked district has the sliver, and lies inside its region.
  expect(area(shapes('districts').get('ho_c')!)).toBeGreaterThan(50);
  expect([...shapes('neighbours').keys()]).toEqual(['NXT']);
  const [border] = (topology.objects['borders'] as GeometryCollection).geometries;
  expect(border?.id).toBe('side');
});
