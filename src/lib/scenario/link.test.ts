import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonical,
  decodeLink,
  encodeLink,
  goTo,
  linkFits,
  standardEnsemble,
  statusQuo,
  withEnsemble,
  withProfile,
  type LinkModels,
  type Scenario
} from '$lib/scenario';
import { exampleModel as model } from '../../../tests/links/example-model';
import { randomScenario } from '../../../tests/links/random-scenario';

const models: LinkModels = {
  find: (id, version) => (id === model.id && (version === null || version === model.version) ? model : null),
  standard: model
};

const codes = (query: string): string[] => decodeLink(query, models).notices.map((notice) => notice.code);
const scenarioOf = (query: string): Scenario => {
  const { scenario } = decodeLink(query, models);
  if (!scenario) throw new Error(`no scenario in ${query}`);
  return scenario;
};

describe('encodeLink(model, scenario)', () => {
  const full = canonical(model, {
    title: 'Force & border',
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
      },
      title: goTo(1)
    },
    parameters: { decisiveness: 1.5 },
    initial: { 'capital.east': 0.4 },
    switches: { violence_source: 'forced' },
    events: [{ event: 'relapse', month: 24, magnitude: 0.55 }],
    settings: { integrator: 'rk4', months: 72 }
  });
  const query =
    'm=example@1.0.0&unified_force=80~2025-01~24&border_sudan=90~2025-01~24,24~2028-01&border_niger=60&x.title=1&oil_price=2024-10:100,2027-01:70' +
    '&p.decisiveness=1.5&i.capital.east=0.4&s.violence_source=forced&e.relapse=0.55~2026-10&method=rk4&until=2030-10&title=Force+%26+border';

  it('writes one readable parameter per change, in the order of the model', () =>
    expect(encodeLink(model, full)).toBe(query));
  it('is read back', () =>
    expect(decodeLink(query, models)).toEqual({ scenario: full, model, extras: {}, notices: [] }));
  it('writes what an ensemble is drawn by, where it is not the default', () => {
    const drawn = { runs: 5_000, seed: 7, uncertainty: 'narrow', sampling: 'latin-hypercube', chance: true } as const;
    const scenario = withEnsemble(model, statusQuo(model), drawn);
    expect(encodeLink(model, scenario)).toBe(
      'm=example@1.0.0&runs=5000&seed=7&uncertainty=narrow&sampling=latin-hypercube&shocks=on'
    );
    expect(scenarioOf('seed=7&shocks=on').settings.ensemble).toEqual({ ...standardEnsemble, seed: 7, chance: true });
  });
  it('means by silence what it always meant', () =>
    expect(scenarioOf('m=example@1.0.0').settings.ensemble).toEqual({
      runs: 1_000,
      seed: 20_241_001,
      uncertainty: 'wide',
      sampling: 'random',
      chance: false
    }));
  it('writes the model alone for the status quo', () =>
    expect(encodeLink(model, statusQuo(model))).toBe('m=example@1.0.0'));
  it('carries what pages add', () => {
    const extras = { fingerprint: '0123456789abc', lock: 'a,b', view: 'x=1&y' };
    const link = encodeLink(model, full, extras);
    expect(link.endsWith('&lock=a,b&view=x%3D1%26y&fp=0123456789abc')).toBe(true);
    expect(decodeLink(link, models)).toEqual({ scenario: full, model, extras, notices: [] });
  });

  it('is undone by decodeLink for every scenario', () => {
    fc.assert(
      fc.property(randomScenario(model), (scenario) => {
        const link = encodeLink(model, scenario);
        expect(decodeLink(link, models)).toEqual({ scenario, model, extras: {}, notices: [] });
        expect(link).toMatch(/^[A-Za-z0-9\-._~:,@%+=&]+$/);
        expect(linkFits(link)).toBe(true);
      }),
      { numRuns: 1000 }
    );
  });
});

describe('decodeLink(text)', () => {
  it.each([
    ['unified_force=80', []],
    ['', []],
    ['?m=example&unified_force=80&utm_source=mail&fbclid=1', []],
    ['https://example.org/mizan/?m=example@1.0.0&unified_force=80#part', []],
    ['m=example@1.0.0&unified_forse=80', ['unknown-key']],
    ['unified_force=eighty', ['not-a-number']],
    ['unified_force=NaN', ['not-a-number']],
    ['unified_force=Infinity', ['not-a-number']],
    ['unified_force=0x10', ['not-a-number']],
    ['unified_force=1e999', ['not-a-number']],
    ['runs=5000&seed=9007199254740991&uncertainty=none&sampling=sobol&shocks=on', []],
    ['runs=0', ['value-out-of-range']],
    ['runs=1000001', ['value-out-of-range']],
    ['runs=2.5', ['not-whole']],
    ['runs=many', ['not-a-number']],
    ['seed=-1', ['value-out-of-range']],
    ['seed=9007199254740992', ['value-out-of-range']],
    ['seed=0.5', ['not-whole']],
    ['uncertainty=broad', ['unknown-choice']],
    ['sampling=grid', ['unknown-choice']],
    ['shocks=true', ['unknown-choice']],
    ['runs=5&runs=6', ['duplicate']],
    ['unified_force=', ['not-a-number']],
    ['unified_force', ['malformed']],
    ['=80', ['malformed']],
    ['unified_force=101', ['value-out-of-range']],
    ['unified_force=-1', ['value-out-of-range']],
    ['unified_force=80~2025-13', ['bad-date']],
    ['unified_force=80~2025-1', ['bad-date']],
    ['unified_force=80~2024-09', ['date-out-of-range']],
    ['unified_force=80~2034-11', ['date-out-of-range']],
    ['unified_force=80~2025-01~-3', ['ramp-out-of-range']],
    ['unified_force=80~2025-01~x', ['not-a-number']],
    ['unified_force=80~2025-01~3~4', ['malformed']],
    ['unified_force=80,,', ['not-a-number', 'not-a-number']],
    ['unified_force=2025-01:80,70', ['malformed']],
    ['unified_force=2025-01:80,2025-01:70', ['repeated-month']],
    ['unified_force=80&unified_force=70', ['duplicate']],
    ['unified_force=80&x.unified_force=70', ['duplicate']],
    ['unified_force=%E0%A4%A', ['bad-encoding']],
    ['%=1', ['bad-encoding']],
    ['p.decisiveness=9', ['value-out-of-range']],
    ['p.nothing=1', ['unknown-parameter']],
    ['i.trust=2', ['value-out-of-range']],
    ['i.nothing=2', ['unknown-stock']],
    ['s.violence_source=never', ['unknown-choice']],
    ['s.nothing=never', ['unknown-switch']],
    ['e.relapse=0.5', ['malformed']],
    ['e.relapse=1.5~2026-10', ['value-out-of-range']],
    ['e.relapse=0.5~2026-10&e.relapse=0.4~2026-10', ['duplicate']],
    ['e.relapse=0.5~2026-10&e.relapse=0.4~2026-11', []],
    ['e.nothing=0.5~2026-10', ['unknown-event']],
    ['method=magic', ['unknown-choice']],
    ['steps=2.5', ['not-whole']],
    ['steps=65', ['value-out-of-range']],
    ['until=2024-10', ['date-out-of-range']],
    ['fp=short', ['bad-fingerprint']],
    ['m=other@1.0.0&unified_force=80', ['unknown-model']],
    ['m=example@9.0.0', ['unknown-version']],
    ['m=example&m=other', ['duplicate']],
    ['constructor=1&__proto__=2&p.toString=3', ['unknown-key', 'unknown-key', 'unknown-parameter']],
    [`title=${'a'.repeat(121)}`, ['shortened']]
  ])('names what it cannot use in %s', (query, expected) => expect(codes(query)).toEqual(expected));

  it('applies the rest', () => {
    const scenario = scenarioOf('m=example@7.7.7&nonsense=1&unified_force=80&border_niger=900&p.decisiveness=1.5');
    expect(scenario).toEqual(
      canonical(model, { profiles: { unified_force: goTo(80) }, parameters: { decisiveness: 1.5 } })
    );
  });
  it('leaves a profile out whole when one piece of it is wrong', () =>
    expect(scenarioOf('unified_force=80,999~2026-01')).toEqual(statusQuo(model)));
  it('gives no scenario for a model that is not there', () =>
    expect(decodeLink('m=other&unified_force=80', models).scenario).toBeNull());
  it('cuts a link that is too long at a whole parameter', () => {
    const { scenario, notices } = decodeLink(`unified_force=80&note=${'a'.repeat(9000)}`, models);
    expect(notices.map((notice) => notice.code)).toEqual(['link-too-long']);
    expect(scenario).toEqual(withProfile(model, statusQuo(model), 'unified_force', goTo(80)));
  });
  it('reads the first 200 parameters', () => {
    expect(codes(Array.from({ length: 201 }, (_, i) => `utm_${'a'.repeat(i % 9)}x=1`).join('&'))).toEqual([
      'too-many-parameters'
    ]);
  });

  it('never throws, and says so whenever something was not understood', () => {
    const token = fc.oneof(
      fc.constantFrom(
        'm=',
        'example@1.0.0',
        '&',
        '=',
        '~',
        ',',
        ':',
        '%',
        '%zz',
        '%D8',
        '+',
        'unified_force',
        'border_coordination',
        'p.',
        'e.relapse=',
        '2025-01',
        '80',
        '-0',
        'NaN',
        'title',
        'x.',
        '#',
        '?',
        'fp=',
        'until='
      ),
      fc.string({ unit: 'binary', maxLength: 12 })
    );
    const garbage = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(token, { maxLength: 30 }).map((tokens) => tokens.join(''))
    );
    fc.assert(
      fc.property(garbage, (text) => {
        const { scenario, notices, extras } = decodeLink(text, models);
        expect(scenario === null ? notices.length : 1).toBeGreaterThan(0);
        // Without a notice all was understood, so writing what was read and reading it again must lose nothing.
        if (scenario && notices.length === 0) {
          const again = decodeLink(encodeLink(model, scenario, extras), models);
          expect(again).toEqual({ scenario, model, extras, notices: [] });
        }
      }),
      { numRuns: 3000 }
    );
  });
  it('says so for every single parameter that is no word of links', () => {
    const known = new Set([
      'm',
      'title',
      'note',
      'fp',
      'method',
      'steps',
      'until',
      ...model.inputs.map((one) => one.id),
      ...model.composites.map((one) => one.id)
    ]);
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,3}[a-z0-9_.]{9,20}$/), fc.string(), (key, value) => {
        fc.pre(!known.has(key) && !/^(utm_|uncertainty)/.test(key));
        expect(codes(`${key}=${encodeURIComponent(value)}`).length).toBeGreaterThan(0);
      })
    );
  });
});
