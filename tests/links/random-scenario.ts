import fc from 'fast-check';
import type { Model } from '$lib/model';
import {
  canonical,
  inputRange,
  initialRange,
  limits,
  parameterRange,
  samplings,
  uncertainties,
  type Interval,
  type Profile,
  type Scenario
} from '$lib/scenario';

/** Random canonical scenarios of a model, for properties: every kind of entry, any allowed double, texts in any script. */
export function randomScenario(model: Model): fc.Arbitrary<Scenario> {
  const month = fc.integer({ min: 0, max: model.time.months });
  const inside = ({ minimum, maximum }: Interval): fc.Arbitrary<number> => {
    const any = fc.double({ min: minimum, max: maximum, noNaN: true });
    const short = any.map((value) => Math.min(maximum, Math.max(minimum, Math.round(value * 100) / 100)));
    return fc.oneof(any, short);
  };
  const profile = (id: string): fc.Arbitrary<Profile> => {
    const value = inside(inputRange(model, id) as Interval);
    const ramp = fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 1200 }),
      fc.double({ min: 0, max: 1200, noNaN: true })
    );
    return fc.oneof(
      fc.record({
        kind: fc.constant('ramps' as const),
        ramps: fc.array(fc.record({ target: value, start: month, ramp }), { minLength: 1, maxLength: 4 })
      }),
      fc.record({
        kind: fc.constant('points' as const),
        points: fc.array(fc.record({ month, value }), { minLength: 1, maxLength: 4 })
      })
    );
  };
  const some = <T>(ids: readonly string[], value: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
    fc.record(Object.fromEntries(ids.map((id) => [id, value(id)])), { requiredKeys: [] }) as fc.Arbitrary<
      Record<string, T>
    >;
  const sample = (ids: readonly string[]): fc.Arbitrary<string[]> =>
    fc.subarray([...ids], { maxLength: Math.min(12, ids.length) });
  const profiled = [...model.composites, ...model.inputs].map((one) => one.id);
  const cells = model.stocks.flatMap((stock) => stock.initial.map((value) => value.cell));
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('What if?', 'ماذا لو توحّدت القوة؟', 'a & b = c + d', '100 %, "so"')
  );
  return fc
    .record({
      title: text,
      note: text,
      profiles: sample(profiled).chain((ids) => some(ids, profile)),
      parameters: sample(model.parameters.map((one) => one.id)).chain((ids) =>
        some(ids, (id) => inside(parameterRange(model, id) as Interval))
      ),
      initial: sample(cells).chain((ids) => some(ids, (id) => inside(initialRange(model, id) as Interval))),
      switches: sample(model.switches.map((one) => one.id)).chain((ids) =>
        some(ids, (id) => fc.constantFrom(...(model.switches.find((one) => one.id === id)?.choices ?? [])))
      ),
      events: fc.array(
        model.events.length > 0
          ? fc.record({
              event: fc.constantFrom(...model.events.map((one) => one.id)),
              month,
              magnitude: fc.double({ min: 0, max: 1, noNaN: true })
            })
          : fc.record({ event: fc.constant('none'), month, magnitude: fc.constant(0) }),
        { maxLength: 4 }
      ),
      settings: fc.record(
        {
          integrator: fc.constantFrom('euler' as const, 'rk4' as const),
          stepsPerMonth: fc.integer({ min: 1, max: 64 }),
          months: fc.integer({ min: 1, max: model.time.months }),
          ensemble: fc.record(
            {
              runs: fc.oneof(fc.constant(1_000), fc.integer({ min: 1, max: limits.runs })),
              seed: fc.oneof(fc.constant(20_241_001), fc.maxSafeNat()),
              uncertainty: fc.constantFrom(...uncertainties),
              sampling: fc.constantFrom(...samplings),
              chance: fc.boolean()
            },
            { requiredKeys: [] }
          )
        },
        { requiredKeys: [] }
      )
    })
    .map((draft) => canonical(model, draft));
}
