import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { computesTheSame, freeze, parseModel, type Model } from '$lib/model';
import { loadFolder } from './libya/load';

/** Every frozen version of every model, and the model as it stands in the files. */
const folders = ['models', 'models/teaching'].flatMap((shelf) =>
  existsSync(shelf)
    ? readdirSync(shelf)
        .map((name) => join(shelf, name))
        .filter((folder) => existsSync(join(folder, 'model.yaml')))
    : []
);

describe.each(folders)('%s', (folder) => {
  const { model } = loadFolder(folder);
  const released = join(folder, 'released');
  const files = existsSync(released) ? readdirSync(released) : [];

  it('freezes into text that reads back as the same model', () => {
    const back = parseModel(JSON.parse(freeze(model)));
    expect(back).toEqual(model);
    expect(computesTheSame(model, back)).toBe(true);
  });

  it('is told apart from a model that computes otherwise, but not from a tidier file', () => {
    const first = model.stocks[0]!;
    const elsewhere: Model = {
      ...model,
      stocks: [
        { ...first, rate: { ...first.rate, text: '…', at: { ...first.rate.at, line: 9_999 } } },
        ...model.stocks.slice(1)
      ]
    };
    expect(computesTheSame(model, elsewhere)).toBe(true);
    const other: Model = { ...model, stocks: [{ ...first, unit: 'furlong' }, ...model.stocks.slice(1)] };
    expect(computesTheSame(model, other)).toBe(false);
  });

  it.each(files)('released/%s is a model of that version', (name) => {
    const frozen = parseModel(JSON.parse(readFileSync(join(released, name), 'utf8')));
    expect(frozen.id).toBe(model.id);
    expect(`${frozen.version}.json`).toBe(name);
  });

  it('computes as released, or has another version', () => {
    if (!files.includes(`${model.version}.json`)) return;
    const frozen = parseModel(JSON.parse(readFileSync(join(released, `${model.version}.json`), 'utf8')));
    expect(computesTheSame(model, frozen), `raise the version of ${folder}: ${model.version} is released`).toBe(true);
  });
});
