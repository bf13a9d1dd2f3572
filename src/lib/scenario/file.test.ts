import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonical,
  goTo,
  parseScenario,
  readScenarioFile,
  statusQuo,
  withEnsemble,
  writeScenarioFile,
  type LinkModels
} from '$lib/scenario';
import { exampleModel as model } from '../../../tests/links/example-model';
import { randomScenario } from '../../../tests/links/random-scenario';

const models: LinkModels = {
  find: (id, version) => (id === model.id && (version === null || version === model.version) ? model : null),
  standard: model
};
const codes = async (text: string): Promise<string[]> =>
  (await readScenarioFile(text, models)).notices.map((notice) => notice.code);

describe('readScenarioFile(text, models)', () => {
  const text = `
model: example@1.0.0
title: Force first
profiles:
  unified_force: { target: 80, start: 2025-01, ramp: 24 }
  border_sudan: [{ target: 90, start: 2025-01, ramp: 24 }, { target: 24, start: 2028-01 }]
  border_niger: 60
  oil_price: { points: { 2024-10: 100, 2027-01: 70 } }
parameters: { decisiveness: 1.5 }
initial: { capital.east: 0.4 }
switches: { violence_source: forced }
events: [{ event: relapse, month: 2026-10, magnitude: 0.55 }]
settings: { method: rk4, until: 2030-10 }
ensemble: { runs: 50, seed: 7, uncertainty: narrow, sampling: sobol, shocks: on }
`;
  const scenario = canonical(model, {
    title: 'Force first',
    profiles: {
      unified_force: goTo(80, 3, 24),
      border_niger: goTo(60),
      oil_price: {
        kind: 'points',
        points: [
          { month: 0, value: 100 },
          { month: 27, value: 70 }
        ]
      },
      border_sudan: {
        kind: 'ramps',
        ramps: [
          { target: 90, start: 3, ramp: 24 },
          { target: 24, start: 39, ramp: 0 }
        ]
      }
    },
    parameters: { decisiveness: 1.5 },
    initial: { 'capital.east': 0.4 },
    switches: { violence_source: 'forced' },
    events: [{ event: 'relapse', month: 24, magnitude: 0.55 }],
    settings: {
      integrator: 'rk4',
      months: 72,
      ensemble: { runs: 50, seed: 7, uncertainty: 'narrow', sampling: 'sobol', chance: true }
    }
  });

  it('reads every kind of entry', async () =>
    expect(await readScenarioFile(text, models)).toEqual({ scenario, model, notices: [] }));

  it.each([
    ['title: [1', ['file-syntax']],
    ['title: a\ntitle: b', ['file-syntax']],
    ['just words', ['not-a-scenario']],
    ['- 1', ['not-a-scenario']],
    ['model: other@1.0.0', ['unknown-model']],
    ['model: example@2.0.0', ['unknown-version']],
    ['model: 7', ['bad-entry']],
    ['colour: red', ['unknown-entry']],
    ['profiles: 7', ['bad-entry']],
    ['profiles: { unified_forse: 7 }', ['unknown-input']],
    ['profiles: { unified_force: seven }', ['bad-entry']],
    ['profiles: { unified_force: .nan }', ['bad-entry']],
    ['profiles: { unified_force: { target: 7, begin: 2025-01 } }', ['bad-entry']],
    ['profiles: { unified_force: [] }', ['bad-entry']],
    ['profiles: { unified_force: { target: 7, start: 2025 } }', ['bad-entry']],
    ['profiles: { unified_force: { target: 7, start: soon } }', ['bad-date']],
    ['profiles: { unified_force: { target: 700 } }', ['value-out-of-range']],
    ['profiles: { unified_force: { points: { 2044-01: 7 } } }', ['date-out-of-range']],
    ['parameters: { decisiveness: high }', ['bad-entry']],
    ['switches: { violence_source: never }', ['unknown-choice']],
    ['events: { event: relapse }', ['bad-entry']],
    ['events: [{ event: relapse, month: 2026-10 }]', ['bad-entry']],
    ['settings: { speed: 2 }', ['unknown-entry']],
    ['settings: { steps: 0 }', ['value-out-of-range']],
    ['ensemble: 1000', ['bad-entry']],
    ['ensemble: { runs: many }', ['bad-entry']],
    ['ensemble: { runs: 1e9 }', ['value-out-of-range']],
    ['ensemble: { seed: 1.5 }', ['not-whole']],
    [
      'ensemble: { uncertainty: broad, sampling: grid, shocks: sometimes }',
      ['unknown-choice', 'unknown-choice', 'unknown-choice']
    ],
    ['ensemble: { chance: true }', ['unknown-entry']],
    ['__proto__: { polluted: 1 }', ['unknown-entry']],
    ['profiles: { __proto__: 1, constructor: 2 }', ['unknown-input', 'unknown-input']]
  ])('names what it cannot use in %s', async (source, expected) => expect(await codes(source)).toEqual(expected));

  it.each(['on', 'true', '"on"'])('takes shocks: %s for on', async (on) =>
    expect((await readScenarioFile(`ensemble: { shocks: ${on} }`, models)).scenario).toEqual(
      withEnsemble(model, statusQuo(model), { chance: true })
    )
  );
  it('gives line and column of a broken file', async () => {
    expect((await readScenarioFile('title: a\nprofiles: {\n', models)).notices[0]).toEqual({
      code: 'file-syntax',
      data: { line: 3, column: 1 }
    });
  });
  it('applies the rest', async () => {
    const { scenario: read } = await readScenarioFile(
      'colour: red\nprofiles: { unified_force: 80, border_niger: 999 }',
      models
    );
    expect(read).toEqual(canonical(model, { profiles: { unified_force: goTo(80) } }));
  });
  it('never throws on any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (source) => {
        const { scenario: read, notices } = await readScenarioFile(source, models);
        expect(read === null ? notices.length : 1).toBeGreaterThan(0);
      }),
      { numRuns: 500 }
    );
  });
});

describe('writeScenarioFile(model, scenario, form)', () => {
  it.each(['yaml', 'json'] as const)('is undone by readScenarioFile, as %s', async (form) => {
    await fc.assert(
      fc.asyncProperty(randomScenario(model), async (scenario) => {
        const text = await writeScenarioFile(model, scenario, form);
        expect(await readScenarioFile(text, models)).toEqual({ scenario, model, notices: [] });
      }),
      { numRuns: 300 }
    );
  });
});

describe('parseScenario(document, model)', () => {
  it('takes an empty document for the status quo', () =>
    expect(parseScenario(null, model)).toEqual({ scenario: statusQuo(model), notices: [] }));
});
