import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonical,
  dateOf,
  decodeLink,
  defaultOf,
  describeNotice,
  diff,
  encodeLink,
  goTo,
  inputAt,
  isChanged,
  isStatusQuo,
  linkFits,
  monthOf,
  noticeCodes,
  parseScenario,
  profileAt,
  profileOf,
  standardEnsemble,
  statusQuo,
  storedBounds,
  toDocument,
  toRunInputs,
  withEnsemble,
  withEvents,
  withInitial,
  withNote,
  withParameter,
  withProfile,
  withSettings,
  withSwitch,
  withTitle,
  type Profile,
  type Scenario
} from '$lib/scenario';
import { exampleModel as model } from '../../../tests/links/example-model';
import { randomScenario } from '../../../tests/links/random-scenario';

const quiet = statusQuo(model);
const ramps = (...list: [number, number, number][]): Profile => ({
  kind: 'ramps',
  ramps: list.map(([target, start, ramp]) => ({ target, start, ramp }))
});

describe('profileAt(profile, initial, time)', () => {
  const two = ramps([80, 3, 24], [20, 15, 12]);
  const dated: Profile = {
    kind: 'points',
    points: [
      { month: 2, value: 10 },
      { month: 4, value: 20 },
      { month: 8, value: 0 }
    ]
  };
  it.each([
    [null, 50, 17],
    [ramps([80, 3, 24]), 0, 17],
    [ramps([80, 3, 24]), 2.75, 17],
    [ramps([80, 3, 24]), 3, 17],
    [ramps([80, 3, 24]), 15, 17 + (80 - 17) * (12 / 24)],
    [ramps([80, 3, 24]), 27, 80],
    [ramps([80, 3, 24]), 100, 80],
    [ramps([80, 3, 0]), 2.75, 17],
    [ramps([80, 3, 0]), 3, 80],
    // A second ramp starts from what the first gives at the same time, not from where the first stood when it began.
    [two, 21, 17 + (80 - 17) * (18 / 24) + (20 - (17 + (80 - 17) * (18 / 24))) * (6 / 12)],
    [two, 27, 20],
    [dated, 0, 10],
    [dated, 3, 15],
    [dated, 4, 20],
    [dated, 7, 5],
    [dated, 99, 0]
  ])('%j at month %d gives %d', (profile, time, value) => expect(profileAt(profile, 17, time)).toBe(value));
  it('reaches its target without rounding', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => x + 0);
    fc.assert(fc.property(value, value, (from, to) => void expect(profileAt(goTo(to, 0, 24), from, 24)).toBe(to)));
  });
});

describe('canonical(model, draft)', () => {
  it('does not change a canonical scenario', () => {
    fc.assert(
      fc.property(randomScenario(model), (scenario) => void expect(canonical(model, scenario)).toEqual(scenario))
    );
  });
  it('does not change what an input does', () => {
    const month = fc.double({ min: 0, max: 120, noNaN: true });
    const members = ['border_sudan', 'border_chad', 'border_niger'];
    const value = fc.constantFrom(13, 15, 40);
    const drafts = fc.dictionary(
      fc.constantFrom('border_coordination', ...members),
      value.map((target) => goTo(target))
    );
    fc.assert(
      fc.property(drafts, month, (profiles, time) => {
        const scenario = canonical(model, { profiles });
        for (const id of members) {
          const expected = profiles[id] ?? profiles['border_coordination'] ?? null;
          expect(inputAt(model, scenario, id, time)).toBe(profileAt(expected, defaultOf(model, id), time));
        }
      })
    );
  });
  it.each([
    ['an input at its default', { unified_force: goTo(17) }, []],
    ['ramps that go nowhere', { unified_force: ramps([17, 3, 24], [17, 40, 0]) }, []],
    ['an empty profile', { unified_force: ramps() }, []],
    ['points at the default', { unified_force: { kind: 'points', points: [{ month: 3, value: 17 }] } }, []],
    ['unknown ids', { hope: goTo(1), constructor: goTo(1) }, []],
    ['a member that follows', { border_coordination: goTo(60), border_chad: goTo(60) }, ['border_coordination']],
    [
      'a member of its own mind',
      { border_coordination: goTo(60), border_chad: goTo(15) },
      ['border_coordination', 'border_chad']
    ],
    [
      'a composite that nobody follows',
      { border_coordination: goTo(60), border_sudan: goTo(1), border_chad: goTo(15), border_niger: goTo(3) },
      ['border_sudan', 'border_niger']
    ],
    ['another order', { oil_price: goTo(50), unified_force: goTo(60) }, ['unified_force', 'oil_price']]
  ] as [string, Record<string, Profile>, string[]][])('knows %s', (_, profiles, left) => {
    expect(Object.keys(canonical(model, { profiles }).profiles)).toEqual(left);
  });
  it('brings numbers into their ranges and -0 to 0', () => {
    const scenario = canonical(model, {
      profiles: { unified_force: goTo(170), balance: goTo(-0, 3, -5), oil_price: goTo(NaN) },
      parameters: { decisiveness: 99 },
      initial: { trust: -1 }
    });
    expect(scenario).toMatchObject({
      profiles: { unified_force: goTo(100) },
      parameters: { decisiveness: 1.8 },
      initial: { trust: 0 }
    });
    expect(
      Object.is(
        profileAt(
          canonical(model, { profiles: { balance: ramps([1, 0, 0], [-0, 9, 0]) } }).profiles['balance'] ?? null,
          0,
          10
        ),
        0
      )
    ).toBe(true);
  });
  it('keeps one event a month and kind, in order of time', () => {
    const events = [
      { event: 'blockade', month: 5, magnitude: 0.2 },
      { event: 'relapse', month: 5, magnitude: 0.3 },
      { event: 'blockade', month: 2, magnitude: 0.1 },
      { event: 'relapse', month: 5, magnitude: 0.4 },
      { event: 'hope', month: 1, magnitude: 1 }
    ];
    expect(canonical(model, { events }).events).toEqual([
      { event: 'blockade', month: 2, magnitude: 0.1 },
      { event: 'relapse', month: 5, magnitude: 0.4 },
      { event: 'blockade', month: 5, magnitude: 0.2 }
    ]);
  });
  it('makes titles harmless and short', () => {
    expect(canonical(model, { title: '  a\u202e\u0000b\n c \ud800 ' }).title).toBe('ab c');
    expect(canonical(model, { title: 'x'.repeat(500) }).title?.length).toBe(120);
    expect(canonical(model, { note: ' one\r\ntwo ' }).note).toBe('one\ntwo');
  });
});

describe('changes', () => {
  it('a composite takes its members with it', () => {
    const own = withProfile(model, quiet, 'border_chad', goTo(70));
    expect(withProfile(model, own, 'border_coordination', goTo(60)).profiles).toEqual({
      border_coordination: goTo(60)
    });
    expect(withProfile(model, own, 'border_coordination', null)).toEqual(quiet);
  });
  it('a member may leave its composite and follow it again', () => {
    const together = withProfile(model, quiet, 'border_coordination', goTo(60));
    const apart = withProfile(model, together, 'border_chad', goTo(15));
    expect(inputAt(model, apart, 'border_chad', 50)).toBe(15);
    expect(inputAt(model, apart, 'border_coordination', 50)).toBe((60 + 15 + 60) / 3);
    expect(withProfile(model, apart, 'border_chad', null)).toEqual(together);
  });
  it('each is taken back by null or by the default', () => {
    expect(withParameter(model, withParameter(model, quiet, 'decisiveness', 1.5), 'decisiveness', null)).toEqual(quiet);
    expect(withParameter(model, quiet, 'decisiveness', 1.2)).toEqual(quiet);
    expect(withInitial(model, withInitial(model, quiet, 'trust', 0.5), 'trust', null)).toEqual(quiet);
    expect(withSwitch(model, withSwitch(model, quiet, 'violence_source', 'forced'), 'violence_source', null)).toEqual(
      quiet
    );
    expect(withTitle(model, withTitle(model, quiet, 'A'), '')).toEqual(quiet);
    expect(withNote(model, withNote(model, quiet, 'A'), '')).toEqual(quiet);
    expect(withEvents(model, withEvents(model, quiet, [{ event: 'relapse', month: 3, magnitude: 0.5 }]), [])).toEqual(
      quiet
    );
  });
  it('another method brings its own steps', () => {
    const turned = withSettings(model, quiet, { integrator: 'rk4' });
    expect(turned.settings).toEqual({
      integrator: 'rk4',
      stepsPerMonth: 1,
      months: 120,
      ensemble: standardEnsemble
    });
    expect(withSettings(model, turned, { integrator: 'euler' })).toEqual(quiet);
  });
  it('withEnsemble changes what is given, inside its bounds', () => {
    const drawn = withEnsemble(model, withSettings(model, quiet, { months: 12 }), { runs: 2e9, seed: 7.4 });
    expect(drawn.settings.ensemble).toEqual({ ...standardEnsemble, runs: 1_000_000, seed: 7 });
    expect(withEnsemble(model, drawn, { runs: NaN }).settings).toEqual({
      ...drawn.settings,
      ensemble: { ...standardEnsemble, seed: 7 }
    });
    expect(withEnsemble(model, drawn, standardEnsemble)).toEqual(withSettings(model, quiet, { months: 12 }));
  });
  it('of settings leaves the ensemble as it is', () => {
    const drawn = withEnsemble(model, quiet, { chance: true });
    expect(withSettings(model, drawn, { months: 12 }).settings.ensemble.chance).toBe(true);
  });
  it.each([
    ['withProfile', () => withProfile(model, quiet, 'hope', goTo(1))],
    ['withParameter', () => withParameter(model, quiet, 'hope', 1)],
    ['withInitial', () => withInitial(model, quiet, 'hope', 1)],
    ['withSwitch', () => withSwitch(model, quiet, 'hope', 'on')],
    ['inputAt', () => inputAt(model, quiet, 'hope', 1)]
  ])('%s refuses an id that is not there', (_, change) => expect(change).toThrow(RangeError));
});

describe('reading a scenario', () => {
  const scenario = canonical(model, {
    title: 'x',
    profiles: { border_coordination: goTo(60), border_niger: goTo(20), unified_force: goTo(80) }
  });
  it('isChanged sees profiles of its own and of its composite', () => {
    expect(
      ['border_coordination', 'border_sudan', 'border_niger', 'unified_force', 'oil_price', 'sahel_borders'].map((id) =>
        isChanged(model, scenario, id)
      )
    ).toEqual([true, true, true, true, false, true]);
  });
  it('profileOf gives the profile that moves an input', () => {
    expect(['border_sudan', 'border_niger', 'oil_price'].map((id) => profileOf(model, scenario, id))).toEqual([
      goTo(60),
      goTo(20),
      null
    ]);
  });
  it('isStatusQuo looks at runs, not at titles', () => {
    expect(
      [quiet, withTitle(model, quiet, 'x'), scenario, withSettings(model, quiet, { months: 12 })].map((one) =>
        isStatusQuo(model, one)
      )
    ).toEqual([true, true, false, false]);
  });
  it('isStatusQuo looks at the deterministic run, diff at the ensemble too', () => {
    const drawn = withEnsemble(model, quiet, { seed: 7, chance: true });
    expect(isStatusQuo(model, drawn)).toBe(true);
    expect(diff(quiet, drawn)).toEqual([
      { kind: 'ensemble', id: 'seed', before: 20_241_001, after: 7 },
      { kind: 'ensemble', id: 'chance', before: false, after: true }
    ]);
  });
  it('diff is empty for equal scenarios and names what differs', () => {
    expect(diff(scenario, withNote(model, scenario, 'y'))).toEqual([]);
    const other = withEvents(
      model,
      withParameter(model, withProfile(model, scenario, 'unified_force', null), 'decisiveness', 1.5),
      [{ event: 'relapse', month: 3, magnitude: 0.5 }]
    );
    expect(diff(scenario, other)).toEqual([
      { kind: 'profile', id: 'unified_force', before: goTo(80), after: null },
      { kind: 'parameter', id: 'decisiveness', before: null, after: 1.5 },
      { kind: 'event', id: 'relapse', month: 3, before: null, after: 0.5 }
    ]);
  });
  it('toRunInputs gives a function for each input that moves', () => {
    const { inputs, parameters } = toRunInputs(model, withSwitch(model, scenario, 'violence_source', 'forced'));
    expect(Object.fromEntries(Object.entries(inputs).map(([id, at]) => [id, at(3)]))).toEqual({
      unified_force: 80,
      border_sudan: 60,
      border_chad: 60,
      border_niger: 20
    });
    expect(parameters).toEqual({ violence_source: 2 });
  });
  it('toRunInputs turns the switches that hold with chance, unless the scenario sets them', () => {
    const turning = { ...model, withChance: { violence_source: 'events' } };
    const parametersOf = (one: Scenario, chance: boolean): unknown => toRunInputs(turning, one, { chance }).parameters;
    const forced = withSwitch(turning, scenario, 'violence_source', 'forced');
    expect([false, true].flatMap((chance) => [parametersOf(scenario, chance), parametersOf(forced, chance)])).toEqual([
      {},
      { violence_source: 2 },
      { violence_source: 1 },
      { violence_source: 2 }
    ]);
  });
  it('keeps a default that was chosen for a switch which the model turns with chance, and no other', () => {
    const turning = { ...model, withChance: { violence_source: 'events' } };
    const held = withSwitch(turning, statusQuo(turning), 'violence_source', 'expected');
    expect(held.switches).toEqual({ violence_source: 'expected' });
    expect(toRunInputs(turning, held, { chance: true }).parameters).toEqual({ violence_source: 0 });
    expect(isStatusQuo(turning, held)).toBe(false);
    const link = encodeLink(turning, held);
    expect(link).toContain('&s.violence_source=expected');
    expect(decodeLink(link, { find: () => turning }).scenario).toEqual(held);
    expect(parseScenario(toDocument(turning, held), turning)).toMatchObject({ scenario: held, notices: [] });
    expect(withSwitch(turning, held, 'violence_source', null)).toEqual(statusQuo(turning));
    expect(withSwitch(model, statusQuo(model), 'violence_source', 'expected')).toEqual(statusQuo(model));
  });
});

describe('dates', () => {
  it.each([
    ['2024-10', 0],
    ['2025-01', 3],
    ['2034-10', 120],
    ['2023-12', -10]
  ])('%s is month %d', (date, month) => {
    expect(monthOf(date, '2024-10')).toBe(month);
    expect(dateOf(month, '2024-10')).toBe(date);
  });
  it.each(['2025-1', '2025-13', '2025-00', '25-01', '2025-01-01', '', '２０２５-01'])('%s is no month', (date) =>
    expect(monthOf(date, '2024-10')).toBeNull()
  );
});

describe('storedBounds', () => {
  it('keeps a scenario that is too long to share', () => {
    const long = canonical(model, {
      profiles: Object.fromEntries(
        model.inputs.map(({ id, maximum }) => [
          id,
          {
            kind: 'points',
            points: Array.from({ length: 119 }, (_, month) => ({
              month,
              value: (maximum * (month + 0.123456789)) / 121
            }))
          }
        ])
      )
    });
    const link = encodeLink(model, long);
    expect(linkFits(link)).toBe(false);
    expect(decodeLink(link, { find: () => model }, storedBounds).scenario).toEqual(canonical(model, long));
  });
});

describe('describeNotice(notice, locale)', () => {
  const data = {
    key: 'k',
    text: 't',
    limit: 1,
    length: 2,
    count: 3,
    model: 'm',
    asked: 'a',
    used: 'u',
    choices: 'c',
    value: 4,
    minimum: 5,
    maximum: 6,
    from: 'f',
    until: 'l',
    line: 7,
    column: 8,
    expected: 'e'
  };
  it.each(noticeCodes)('has %s in both languages', (code) => {
    const [en, ar] = (['en', 'ar'] as const).map((locale) => describeNotice({ code, data }, locale));
    expect(en).toMatch(/^[A-Z“].*\.$/);
    expect(ar).toMatch(/\p{Script=Arabic}/u);
    expect(`${en}${ar}`).not.toMatch(/[{}]/);
  });
  it('suggests the name that was probably meant', () => {
    const [notice] = decodeLink('unified_forse=1', { find: () => model, standard: model }).notices;
    if (!notice) throw new Error('no notice');
    expect(describeNotice(notice, 'en')).toContain('Did you mean “unified_force”?');
    expect(describeNotice(notice, 'ar')).toContain('هل المقصود «\u2068unified_force\u2069»؟');
  });
});
