import type { Checked } from './check-schema';
import { nearest } from '$lib/language';
import type { Reading } from './formula';
import type { DeskLayout, Output } from './model';
import type { QuantityKind } from './names';
import { hint } from './report';
import type { DeskFile } from './schema';
import type { Path } from './yaml-file';

/** Outputs: cells of any kind that changes over time. */
export function readOutputs({ yaml, value }: Checked<DeskFile>, { names, report }: Reading): readonly Output[] {
  return value.outputs.flatMap(({ cell, display, headline }, index) => {
    const at = yaml.placeOf(['outputs', index, 'cell']);
    if (value.outputs.findIndex((other) => other.cell === cell) < index)
      report.error('listed-twice', at, { name: cell });
    if (!names.requireCell(cell, ['variable', 'stock', 'input'], at, report)) return [];
    return [{ cell, display, headline: headline ?? false }];
  });
}

/** The layout of the desk; null where the file holds outputs only. Whoever gives one of its parts gives all three. */
export function readDesk(
  { yaml, value }: Checked<DeskFile>,
  { names, report }: Reading,
  events: readonly string[]
): DeskLayout | null {
  const { actors, stability, influence } = value;
  if (!actors && !stability && !influence) return null;
  if (!actors || !stability || !influence) {
    const absent = Object.entries({ actors, stability, influence }).filter(([, part]) => part === undefined);
    for (const [field] of absent) report.error('missing-field', yaml.placeOf([]), { field });
    return null;
  }
  const cell = (id: string, kinds: readonly QuantityKind[], path: Path): void => {
    names.requireCell(id, kinds, yaml.placeOf(path), report);
  };
  const element = (name: string, path: Path, atKey = false): void => {
    if (names.hasElement(name)) return;
    const at = atKey ? yaml.keyPlaceOf(path) : yaml.placeOf(path);
    report.error('unknown-subscript', at, { name, ...hint(nearest(name, names.elements)) });
  };
  const quantity = (name: string, path: Path): void => {
    names.find(name, yaml.placeOf(path), report);
  };
  const better = value.better ?? {};
  for (const id of Object.keys(better)) {
    names.requireCell(id, ['variable', 'stock'], yaml.keyPlaceOf(['better', id]), report);
  }
  for (const actor of Object.keys(actors)) element(actor, ['actors', actor], true);
  cell(stability.output, ['variable', 'stock'], ['stability', 'output']);
  stability.parts.forEach((id, index) => cell(id, ['variable', 'stock'], ['stability', 'parts', index]));
  stability.weights.forEach((id, index) => cell(id, ['parameter'], ['stability', 'weights', index]));
  value.switches?.forEach((id, index) => cell(id, ['switch'], ['switches', index]));
  value.events?.forEach((name, index) => {
    if (events.includes(name)) return;
    report.error('unknown-event', yaml.placeOf(['events', index]), { name, ...hint(nearest(name, events)) });
  });
  quantity(influence.quantity, ['influence', 'quantity']);
  quantity(influence.national, ['influence', 'national']);
  influence.places.forEach((place, index) => element(place, ['influence', 'places', index]));
  const starting = influence.starting.map((entry, index) => {
    const path = ['influence', 'starting', index];
    element(entry.place, [...path, 'place']);
    element(entry.actor, [...path, 'actor']);
    const { place, actor } = entry;
    if ('stock' in entry) {
      cell(entry.stock, ['stock'], [...path, 'stock']);
      return { place, actor, edits: { stock: entry.stock } };
    }
    cell(entry.parameter, ['parameter'], [...path, 'parameter']);
    return { place, actor, edits: { parameter: entry.parameter } };
  });
  return {
    actors: Object.entries(actors).map(([name, colour]) => ({ element: name, colour })),
    headline: value.outputs.filter(({ headline }) => headline).map((output) => output.cell),
    ...(value.better ? { better } : {}),
    ...(value.events ? { events: value.events } : {}),
    ...(value.switches ? { switches: value.switches } : {}),
    stability,
    influence: { ...influence, starting }
  };
}
