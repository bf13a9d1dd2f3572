import { catalogue, home } from 'virtual:mizan/catalogue';
import { describe, expect, it } from 'vitest';
import { compile } from '$lib/engine';
import { computesTheSame } from '$lib/model';

/** The catalogue that the build ships, as pages see it. It holds for any set of models, none included. */
describe('the catalogue of models', () => {
  it('has a home exactly where it has models', () => {
    expect(catalogue.map(({ id }) => id).includes(home)).toBe(catalogue.length > 0);
  });

  it('names each model once, with a title in both languages', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
    for (const { title } of catalogue) expect([title.en, title.ar].every(Boolean)).toBe(true);
  });

  it('loads each part of each model', async () => {
    for (const entry of catalogue) {
      const model = (await entry.model()).default;
      expect([model.id, model.version]).toEqual([entry.id, entry.version]);
      expect([(await entry.text.en()).default.locale, (await entry.text.ar()).default.locale]).toEqual(['en', 'ar']);
      expect(Array.isArray((await entry.evidence()).default.sources)).toBe(true);
      expect(Array.isArray((await entry.presets()).default)).toBe(true);
    }
  });

  it('gives pages a lean model that computes as the whole one does', async () => {
    for (const entry of catalogue) {
      const { default: model } = await entry.model();
      const { default: whole } = await entry.whole();
      // All but the evidence for parameters, which is not computed with.
      const parameters = whole.parameters.map((one) => ({ ...one, pedigree: 0, sources: [], at: expect.anything() }));
      expect(model.parameters).toEqual(parameters);
      expect(computesTheSame({ ...model, parameters: [] }, { ...whole, parameters: [] })).toBe(true);
      expect(compile(model)).toEqual(compile(whole));
      expect((await entry.model()).default).toBe(model);
      expect(whole.variables.every(({ equation }) => equation.text !== '' && equation.at.line > 0)).toBe(true);
    }
  });

  it('gives pages a name for whatever a message can name, and a meaning of each output', async () => {
    for (const entry of catalogue) {
      const { default: model } = await entry.model();
      for (const locale of ['en', 'ar'] as const) {
        const { default: text } = await entry.text[locale]();
        const { default: words } = await entry.words[locale]();
        for (const { name } of [...model.variables, ...model.stocks])
          expect(text.quantities[name]?.name).toBe(words.quantities[name]?.name);
        for (const { cell } of model.outputs) {
          const [quantity = ''] = cell.split('.');
          expect(text.quantities[quantity]).toEqual(words.quantities[quantity]);
          expect(text.quantities[cell]).toEqual(words.quantities[cell]);
        }
        expect(text.inputs).toEqual(words.inputs);
      }
    }
  });

  it('opens frozen versions, and only those', async () => {
    for (const entry of catalogue) {
      for (const version of entry.released) expect((await entry.release(version)).default.version).toBe(version);
      await expect(entry.release('0.0.0-none')).rejects.toThrow('has no frozen version');
    }
  });
});
