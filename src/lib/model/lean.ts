import type { Model, ModelText, Named, Parameter } from './model';

/**
 * What a page needs before it computes: a model without the places and the spelling of its formulas nor the evidence for
 * its parameters, and the texts of what the desk shows. `filled` gives back a whole Model that computes the same, with empty
 * texts, no sources of parameters and places at nought; who shows equations or evidence loads the whole.
 */
const aboutTheFile = new Set(['at', 'span', 'nameSpan', 'setSpan', 'choiceSpan', 'text']);

/** Of a parameter: the evidence, and what its id says too (`yield.defence.south` is `yield` at `defence`, `south`). */
const aboutParameters = new Set<string>(['name', 'elements', 'pedigree', 'sources'] satisfies (keyof Parameter)[]);

/** JSON value of the model without all that; `filled` reads it. */
export function lean(model: Model): unknown {
  const parameters = model.parameters.map((parameter) =>
    Object.fromEntries(Object.entries(parameter).filter(([key]) => !aboutParameters.has(key)))
  );
  return JSON.parse(
    JSON.stringify({ ...model, parameters }, (key, value: unknown) => (aboutTheFile.has(key) ? undefined : value))
  );
}

const nowhere = { file: '', line: 0, column: 0, length: 0 };
const noSpan = { start: 0, end: 0 };

/** The Model that `lean` was made of, but for what was left out. The value itself is completed and given back. */
export function filled(json: unknown): Model {
  complete(json);
  const model = json as Model;
  for (const parameter of model.parameters) {
    const [name, ...elements] = parameter.id.split('.');
    Object.assign(parameter, { name, elements, pedigree: 0, sources: [] });
  }
  return model;
}

function complete(value: unknown): void {
  if (Array.isArray(value)) for (const member of value) complete(member);
  else if (typeof value === 'object' && value !== null) completeRecord(value as Record<string, unknown>);
}

function completeRecord(record: Record<string, unknown>): void {
  Object.values(record).forEach(complete);
  if ('expression' in record) Object.assign(record, { text: '', at: nowhere });
  else if (typeof record['kind'] === 'string') Object.assign(record, { span: noSpan });
  else if ('id' in record && !('version' in record)) Object.assign(record, { at: nowhere });
}

/**
 * The texts that a desk shows: names of whatever can appear in a message, meanings of inputs and of what a person can
 * choose to see. The same keys, so that it is a ModelText like the whole one.
 */
export function deskText(text: ModelText, model: Model): ModelText {
  const shown = new Set(model.outputs.flatMap(({ cell }) => [cell, cell.split('.')[0] ?? cell]));
  const quantities = Object.fromEntries(
    Object.entries(text.quantities).map(([id, { meaning, ...names }]) => [
      id,
      shown.has(id) && meaning !== undefined ? { ...names, meaning } : names
    ])
  );
  return { ...text, quantities, parameters: {}, constants: {}, lookups: {}, checks: {} };
}

/**
 * Of those, what stands on the desk before anything is opened: names without their meanings, of what is shown at once and
 * of what a message about a link can name. Outputs in `shown` keep their meaning, and so do presets.
 */
export function firstText(text: ModelText, model: Model, shown: readonly string[]): ModelText {
  const outputs = new Set(model.outputs.flatMap(({ cell }) => [cell, cell.split('.')[0] ?? cell]));
  const meant = new Set(shown.flatMap((cell) => [cell, cell.split('.')[0] ?? cell]));
  const quantities = Object.entries(deskText(text, model).quantities).filter(([id]) => outputs.has(id));
  return {
    ...text,
    about: '',
    groups: namesOf(text.groups),
    sectors: {},
    elements: namesOf(text.elements),
    inputs: namesOf(text.inputs),
    switches: Object.fromEntries(
      Object.entries(text.switches).map(([id, one]) => [id, { ...nameOf(one), choices: one.choices }])
    ),
    constants: {},
    parameters: {},
    quantities: Object.fromEntries(quantities.map(([id, one]) => [id, meant.has(id) ? one : nameOf(one)])),
    lookups: {},
    events: namesOf(text.events),
    checks: {}
  };
}

function nameOf({ name, short }: Named): Named {
  return short === undefined ? { name } : { name, short };
}

function namesOf(texts: Readonly<Record<string, Named>>): Record<string, Named> {
  return Object.fromEntries(Object.entries(texts).map(([id, one]) => [id, nameOf(one)]));
}
