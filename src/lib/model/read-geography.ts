import { nearest } from '$lib/language';
import type { Checked } from './check-schema';
import type { Reading } from './formula';
import { mapObjects, type Geography, type MapObject, type MapTopology } from './geography';
import { hint } from './report';
import type { GeographyFile } from './schema';
import type { Path } from './yaml-file';

/**
 * The map of a model, held against the model and against its shapes. `texts` are the files of the folder: the topology is
 * one of them. Null, with diagnostics, where the topology is missing or is none.
 */
export function readGeography(
  { yaml, value }: Checked<GeographyFile>,
  texts: ReadonlyMap<string, string>,
  sourceKeys: readonly string[] | null,
  { names, report }: Reading
): Geography | null {
  const at = yaml.placeOf(['topology']);
  const text = texts.get(value.topology);
  if (text === undefined) {
    const others = [...texts.keys()].filter((path) => path.endsWith('.json')).sort();
    report.error('missing-file', at, { path: value.topology, ...hint(nearest(value.topology, others)) });
    return null;
  }
  const topology = parseTopology(text);
  if (!topology) {
    report.error('bad-topology', at, { path: value.topology, objects: mapObjects.join(', ') });
    return null;
  }

  const shape = (object: MapObject, id: string, path: Path, atKey = false): void => {
    const known = shapesOf(topology.objects[object]);
    if (known.includes(id)) return;
    const place = atKey ? yaml.keyPlaceOf(path) : yaml.placeOf(path);
    report.error('unknown-shape', place, { name: id, object, ...hint(nearest(id, known)) });
  };
  const element = (name: string, path: Path, atKey = false): boolean => {
    if (names.hasElement(name)) return true;
    const place = atKey ? yaml.keyPlaceOf(path) : yaml.placeOf(path);
    report.error('unknown-subscript', place, { name, ...hint(nearest(name, names.elements)) });
    return false;
  };
  const cited = (sources: readonly string[], path: Path): void => {
    sources.forEach((name, index) => {
      if (!sourceKeys || sourceKeys.includes(name)) return;
      report.error('unknown-source', yaml.placeOf([...path, index]), { name, ...hint(nearest(name, sourceKeys)) });
    });
  };
  const quantities = new Set(
    (['influence', 'control'] as const).filter((field) => names.find(value[field], yaml.placeOf([field]), report))
  );
  const hasCell = (field: 'influence' | 'control', id: string, path: Path): void => {
    if (!quantities.has(field) || names.isSpoilt(value[field])) return;
    const cells = [...(names.quantities.get(value[field])?.cells.keys() ?? [])];
    if (cells.some((cell) => cell.startsWith(`${value[field]}.`) && cell.endsWith(`.${id}`))) return;
    report.error('no-cell-there', yaml.keyPlaceOf(path), { name: value[field], element: id });
  };

  cited(value.sources, ['sources']);
  for (const [id, place] of Object.entries(value.places)) {
    if (element(id, ['places', id], true)) hasCell('influence', id, ['places', id]);
    shape('regions', place.shape, ['places', id, 'shape']);
  }
  for (const [id, border] of Object.entries(value.borders)) {
    if (element(id, ['borders', id], true)) hasCell('control', id, ['borders', id]);
    shape('borders', border.shape, ['borders', id, 'shape']);
  }
  for (const id of Object.keys(value.neighbours ?? {})) shape('neighbours', id, ['neighbours', id], true);
  for (const [id, district] of Object.entries(value.districts ?? {})) {
    const path = ['districts', id];
    shape('districts', id, path, true);
    element(district.place, [...path, 'place']);
    element(district.held_by, [...path, 'held_by']);
    cited(district.sources, [...path, 'sources']);
  }

  const listed = <Entry>(entries: Readonly<Record<string, Entry>> = {}): (Entry & { id: string })[] =>
    Object.entries(entries).map(([id, entry]) => ({ id, ...entry }));
  return {
    topology,
    about: value.about,
    sources: value.sources,
    influence: value.influence,
    control: value.control,
    places: listed(value.places),
    borders: listed(value.borders),
    neighbours: listed(value.neighbours),
    waters: listed(value.waters),
    districts: listed(value.districts).map(({ held_by: heldBy, ...district }) => ({ ...district, heldBy }))
  };
}

function parseTopology(text: string): MapTopology | null {
  try {
    const json = JSON.parse(text) as Partial<MapTopology> | null;
    const objects = json?.objects;
    const sound =
      json?.type === 'Topology' &&
      Array.isArray(json.arcs) &&
      typeof objects === 'object' &&
      mapObjects.every((name) => name === 'country' || shapesOf(objects[name]).length > 0);
    return sound ? (json as MapTopology) : null;
  } catch {
    return null;
  }
}

/** Ids of the shapes of a collection. */
function shapesOf(object: unknown): readonly string[] {
  const { geometries } = (object ?? {}) as { readonly geometries?: readonly { readonly id?: unknown }[] };
  return (Array.isArray(geometries) ? geometries : []).flatMap((geometry: { readonly id?: unknown }) =>
    geometry.id === undefined ? [] : [String(geometry.id)]
  );
}
