import * as v from 'valibot';

/**
 * The vocabulary that the file schemas are written in: valibot with expectations in place of prose. The message of every
 * rule is an expectation key (`number`, `name`, `choice fixed|uniform`), which diagnostics render in both languages, and
 * every alternative is registered, so that the editors' JSON Schemas can be read off the same values.
 */
export type AnySchema = v.GenericSchema;

const registered = new WeakMap<object, readonly AnySchema[]>();

/** The alternatives among which a schema made by `either` or `fields` chooses. */
export function alternativesOf(schema: object): readonly AnySchema[] | undefined {
  return registered.get(schema);
}

/** A schema that depends on what it is given, so that messages speak of the alternative that was meant. */
export function either<const Schemas extends readonly AnySchema[]>(
  choose: (input: unknown) => Schemas[number],
  alternatives: Schemas
) {
  const schema = v.lazy<v.GenericSchema<v.InferInput<Schemas[number]>, v.InferOutput<Schemas[number]>>>(
    (input) => choose(input) as v.GenericSchema<v.InferInput<Schemas[number]>, v.InferOutput<Schemas[number]>>
  );
  registered.set(schema, alternatives);
  return schema;
}

export function isMapping(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

const noMapping = v.custom<never>(() => false, 'map');

/** Valibot takes a list for a mapping whose keys are numbers; a person means something else. */
function mapping<Inner extends AnySchema>(inner: Inner) {
  return either((input) => (isMapping(input) ? inner : (noMapping as unknown as Inner)), [inner]);
}

/** A mapping with exactly these fields. */
export function fields<const Entries extends v.ObjectEntries>(entries: Entries) {
  const inner = v.strictObject(entries, `fields ${Object.keys(entries).join('|')}`);
  return mapping(inner);
}

/** A mapping in which more than the named fields may stand. */
export function openFields<const Entries extends v.ObjectEntries>(entries: Entries) {
  const inner = v.looseObject(entries, 'map');
  return mapping(inner);
}

/** A mapping from ids of a pattern to values of one kind. */
export function table<Value extends AnySchema>(value: Value, key: v.GenericSchema<string, string> = idKey) {
  const inner = v.record(key, value, 'map');
  return mapping(inner);
}

export const list = <Item extends AnySchema>(item: Item) => v.array(item, 'list');
export const text = () => v.pipe(v.string('text'), v.nonEmpty('filled'));
export const number = () => v.pipe(v.number('number'), v.finite('number'));
export const truth = () => v.boolean('truth');
export const whole = (least: number, most: number) =>
  v.pipe(
    v.number('number'),
    v.integer('whole'),
    v.minValue(least, `between ${least}|${most}`),
    v.maxValue(most, `between ${least}|${most}`)
  );
export const choice = <const Options extends readonly (string | number)[]>(options: Options) =>
  v.picklist(options, `choice ${options.join('|')}`);
export const numbers = () => v.pipe(list(number()), v.minLength(2, 'two-or-more'));
export const range = () => exactly(v.tuple([number(), number()], 'range'), 2, 'range');
export const exactPair = <const Item extends AnySchema>(item: Item) =>
  exactly(v.tuple([item, item], 'pair'), 2, 'pair');
export const triple = () => exactly(v.tuple([number(), number(), number()], 'triple'), 3, 'triple');

/** Valibot speaks of the entries that are missing from a tuple; a person is told what the whole should be. */
function exactly<Tuple extends AnySchema>(tuple: Tuple, length: number, expectation: string) {
  const wrong = v.custom<never>(() => false, expectation) as unknown as Tuple;
  return either((input) => (Array.isArray(input) && input.length === length ? tuple : wrong), [tuple]);
}

export const namePattern = /^[A-Za-z]\w*$/;
export const cellPattern = /^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/;
export const name = () => v.pipe(v.string('name'), v.regex(namePattern, 'name'));
export const cell = () => v.pipe(v.string('cell'), v.regex(cellPattern, 'cell'));
export const idKey = v.pipe(v.string('name'), v.regex(namePattern, 'name'));
export const cellKey = v.pipe(v.string('cell'), v.regex(cellPattern, 'cell'));
export const leftSide = v.pipe(v.string('left-side'), v.regex(/^[A-Za-z]\w*\s*(\[[^[\]]*\])?$/, 'left-side'));
export const freeKey = v.pipe(v.string('text'), v.nonEmpty('filled'));

const plainText = text();
const plainNumber = number();

/** A formula; a bare number is one too. */
export const formula = () =>
  either((input) => (typeof input === 'number' ? plainNumber : formulaText), [formulaText, plainNumber]);
const formulaText = v.string('formula');

/** Unit text; the unit `1` is a number to YAML. */
export const unit = () =>
  either((input) => (typeof input === 'number' ? plainNumber : plainText), [plainText, plainNumber]);

/** Text that YAML may have read as a number, such as a version `1.0`. */
export const loosely = () => unit();

/** The same schema with a description for editors. */
export function note<Schema extends AnySchema>(schema: Schema, description: string) {
  const noted = v.pipe(schema, v.description(description));
  return noted as v.GenericSchema<v.InferInput<Schema>, v.InferOutput<Schema>>;
}

/** An optional field: absent stays absent. */
export const optional = <Schema extends AnySchema>(schema: Schema) => v.exactOptional(schema);
