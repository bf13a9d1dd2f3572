import { alternativesOf, type AnySchema } from './schema/shape';

/**
 * The editors' JSON Schemas (draft-07), read off the valibot schemas that the loader itself uses, so that the two cannot
 * drift apart. Only the vocabulary of schema/shape.ts is known; anything else is refused by name.
 */
export type JsonSchema = Readonly<Record<string, unknown>>;

interface Inside {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A complete schema document with a title. */
export function toJsonSchema(schema: AnySchema, title: string): JsonSchema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...convert(schema) };
}

function convert(schema: unknown): JsonSchema {
  const inside = schema as Inside;
  const alternatives = alternativesOf(inside);
  if (alternatives) {
    const [only, ...more] = alternatives;
    return more.length === 0 ? convert(only) : { anyOf: alternatives.map(convert) };
  }
  const actions = (inside.pipe as readonly Inside[] | undefined)?.slice(1) ?? [];
  if (actions.length > 0) {
    const [first] = inside.pipe as readonly Inside[];
    return Object.assign({}, convert(first), ...actions.map(refine));
  }
  return convertPlain(inside);
}

function convertPlain(schema: Inside): JsonSchema {
  switch (schema.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type: schema.type };
    case 'unknown':
      return {};
    case 'literal':
      return { const: schema.literal };
    case 'picklist':
      return { enum: schema.options };
    case 'exact_optional':
      return convert(schema.wrapped);
    case 'array':
      return { type: 'array', items: convert(schema.item) };
    case 'tuple': {
      const items = (schema.items as readonly unknown[]).map(convert);
      return { type: 'array', items, minItems: items.length, maxItems: items.length };
    }
    case 'record':
      return { type: 'object', propertyNames: convert(schema.key), additionalProperties: convert(schema.value) };
    case 'strict_object':
    case 'loose_object': {
      const entries = Object.entries(schema.entries as Readonly<Record<string, Inside>>);
      const required = entries.filter(([, entry]) => !isOptional(entry)).map(([key]) => key);
      return {
        type: 'object',
        properties: Object.fromEntries(entries.map(([key, entry]) => [key, convert(entry)])),
        ...(required.length > 0 ? { required } : {}),
        additionalProperties: schema.type === 'loose_object'
      };
    }
    default:
      throw new Error(`No JSON Schema is known for ${schema.type}.`);
  }
}

/** An optional field may carry a description around it. */
function isOptional(schema: Inside): boolean {
  return schema.type === 'exact_optional';
}

function refine(action: Inside): JsonSchema {
  const { requirement } = action;
  switch (action.type) {
    case 'description':
      return { description: action.description };
    case 'regex':
      return { pattern: (requirement as RegExp).source };
    case 'non_empty':
      return { minLength: 1 };
    case 'min_length':
      return { minItems: requirement };
    case 'min_value':
      return { minimum: requirement };
    case 'max_value':
      return { maximum: requirement };
    case 'integer':
      return { type: 'integer' };
    case 'finite':
      return {};
    default:
      throw new Error(`No JSON Schema is known for ${action.type}.`);
  }
}
