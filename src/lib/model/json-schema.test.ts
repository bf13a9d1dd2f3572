import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toJsonSchema } from './json-schema';
import * as schema from './schema';

/**
 * docs/schema/ holds what the loader's own schemas say, and every shipped file passes it. After a change of a schema,
 * `UPDATE_SCHEMAS=1 npx vitest run src/lib/model` writes the files anew.
 */
const documents = {
  model: toJsonSchema(schema.modelFile, 'Mizan: model.yaml'),
  inputs: toJsonSchema(schema.inputsFile, 'Mizan: inputs.yaml'),
  sector: toJsonSchema(schema.sectorFile, 'Mizan: a sector file'),
  events: toJsonSchema(schema.eventsFile, 'Mizan: events.yaml'),
  desk: toJsonSchema(schema.deskFile, 'Mizan: desk.yaml'),
  text: toJsonSchema(schema.textFile, 'Mizan: text.en.yaml and text.ar.yaml'),
  sources: toJsonSchema(schema.sourcesFile, 'Mizan: sources.yaml'),
  checks: toJsonSchema(schema.checksFile, 'Mizan: checks.yaml'),
  briefing: toJsonSchema(schema.briefingFile, 'Mizan: briefing.yaml'),
  reasons: toJsonSchema(schema.reasonsFile, 'Mizan: reasons.yaml'),
  documentation: toJsonSchema(schema.documentationFile, 'Mizan: documentation.yaml'),
  geography: toJsonSchema(schema.geographyFile, 'Mizan: geography.yaml'),
  claims: toJsonSchema(schema.claimsFile, 'Mizan: claims.yaml'),
  actors: toJsonSchema(schema.actorsFile, 'Mizan: actors.yaml'),
  timeline: toJsonSchema(schema.timelineFile, 'Mizan: timeline.yaml'),
  loops: toJsonSchema(schema.loopsFile, 'Mizan: loops.yaml'),
  mechanisms: toJsonSchema(schema.mechanismsFile, 'Mizan: mechanisms.yaml'),
  conclusions: toJsonSchema(schema.conclusionsFile, 'Mizan: conclusions.yaml'),
  history: toJsonSchema(schema.historyFile, 'Mizan: history.yaml'),
  observed: toJsonSchema(schema.observedFile, 'Mizan: observed.yaml'),
  preset: toJsonSchema(schema.scenarioDocument, 'Mizan: presets/<id>.yaml')
} as const;
type Kind = keyof typeof documents;

const folder = join('docs', 'schema');
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTuples: false });
const validate = Object.fromEntries(
  Object.entries(documents).map(([kind, document]) => [kind, ajv.compile(document)])
) as Record<Kind, ValidateFunction>;

const models = ['models', join('models', 'teaching'), join('tests', 'fixtures', 'broken-models')]
  .filter((root) => existsSync(root))
  .flatMap((root) => readdirSync(root).map((name) => join(root, name)))
  .filter((model) => existsSync(join(model, 'model.yaml')));

function kindsOf(model: string): readonly (readonly [string, Kind])[] {
  const { sectors, presets = [] } = parse(readFileSync(join(model, 'model.yaml'), 'utf8')) as {
    sectors: string[];
    presets?: string[];
  };
  const own: readonly (readonly [string, Kind])[] = [
    ['model.yaml', 'model'],
    ['inputs.yaml', 'inputs'],
    ['events.yaml', 'events'],
    ['desk.yaml', 'desk'],
    ['text.en.yaml', 'text'],
    ['text.ar.yaml', 'text'],
    ['sources.yaml', 'sources'],
    ['checks.yaml', 'checks'],
    ['briefing.yaml', 'briefing'],
    ['reasons.yaml', 'reasons'],
    ['documentation.yaml', 'documentation'],
    ['geography.yaml', 'geography'],
    ['claims.yaml', 'claims'],
    ['actors.yaml', 'actors'],
    ['timeline.yaml', 'timeline'],
    ['history.yaml', 'history'],
    ['observed.yaml', 'observed'],
    ['loops.yaml', 'loops'],
    ['mechanisms.yaml', 'mechanisms'],
    ['conclusions.yaml', 'conclusions'],
    ...sectors.map((sector) => [`${sector}.yaml`, 'sector'] as const),
    ...presets.map((preset) => [`presets/${preset}.yaml`, 'preset'] as const)
  ];
  return own.map(([file, kind]) => [join(model, file), kind] as const).filter(([path]) => existsSync(path));
}

describe('the JSON Schemas for editors', () => {
  it.each(Object.entries(documents))('docs/schema/%s.schema.json is up to date', (kind, document) => {
    const path = join(folder, `${kind}.schema.json`);
    if (process.env.UPDATE_SCHEMAS) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, `${JSON.stringify(document, null, 2)}\n`);
    }
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it.each(models.flatMap(kindsOf))('%s is a %s file', (path, kind) => {
    const valid = validate[kind](parse(readFileSync(path, 'utf8')) ?? {});
    expect(validate[kind].errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('refuse what the loader refuses', () => {
    const stock = { unit: 1, initial: 0.5, rate: '-trust' };
    expect(validate.sector({ stocks: { trust: stock } })).toBe(true);
    expect(validate.sector({ stocks: { trust: { ...stock, spraed: 0.1 } } })).toBe(false);
    expect(validate.sector({ stocks: { trust: { unit: 1, initial: 0.5 } } })).toBe(false);
    expect(validate.sector({ stocks: { '2trust': stock } })).toBe(false);
    expect(validate.events({ events: { flood: { rate: 1, magnitude: [0, 1], effects: [] } } })).toBe(false);
  });
});
