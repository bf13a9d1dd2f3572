import type { Model } from './model';

/**
 * In which chapter a model's names are told of: a sector, the inputs, the events, or the terms that all sectors share. Every
 * name has one, and every chapter names what it tells of in the model's own order. An anchor is a name, or the id of a
 * parameter's cell.
 */
export type Chapter = 'inputs' | 'terms' | 'events' | { readonly sector: string };

export interface Standing {
  readonly chapter: Chapter;
  readonly anchor: string;
}

/**
 * Where a name of the model, or a cell of one, is told of; undefined for what is no name of it: sources, claims, checks,
 * presets.
 */
export function standingOf(model: Model, id: string): Standing | undefined {
  const name = id.split('.')[0] ?? id;
  const named = (entry: { readonly id: string }): boolean => entry.id === id;
  if (model.inputs.some(named) || model.composites.some(named)) return { chapter: 'inputs', anchor: id };
  const parameter = model.parameters.find((entry) => entry.id === id) ?? model.parameters.find((p) => p.name === name);
  if (parameter) return { chapter: { sector: parameter.sector }, anchor: parameter.id === id ? id : name };
  const quantity = [...model.stocks, ...model.variables].find((entry) => entry.name === name);
  if (quantity) return { chapter: { sector: quantity.sector }, anchor: name };
  if (model.events.some(named)) return { chapter: 'events', anchor: id };
  const terms = [model.switches, model.constants, model.lookups];
  if (terms.some((entries) => entries.some(named)) || model.sets.some((set) => set.name === id))
    return { chapter: 'terms', anchor: id };
  return undefined;
}
