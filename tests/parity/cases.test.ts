import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '$lib/engine';
import {
  caseScenario,
  goTo,
  statusQuo,
  withProfile,
  withSettings,
  type Alternative,
  type Cases,
  type Factor
} from '$lib/scenario';
import { directSimulator, SimulatorError, workerSimulator, type Simulator } from '$lib/simulator';
import { quantilesOf } from '../../src/lib/simulator/cases/family';
import { loadFolder } from '../libya/load';
import { ChannelWorker } from '../links/channel-worker';

/** Families of the Libya model: every case has the bits of its own scenario's run, whoever computes it. */
const { model } = loadFolder('models/libya');
const base = withSettings(model, withProfile(model, statusQuo(model), 'border_coordination', goTo(80, 6, 12)), {
  months: 24
});
const alternatives: readonly Alternative[] = [
  {},
  { profiles: { unified_force: goTo(80, 3, 24), border_niger: null } },
  {
    profiles: { us_balance: goTo(90) },
    parameters: { russian_reaction: 0.7 },
    switches: { stability_aggregation: 'arithmetic' }
  },
  { initial: { violence: 0.4 }, events: [{ event: 'oil_blockade', month: 5, magnitude: 0.5 }] }
];
const factors: readonly Factor[] = [
  { kind: 'input', id: 'russian_effort', start: 3, ramp: 12 },
  { kind: 'parameter', cell: 'hazard_base' },
  { kind: 'initial', cell: 'trust' },
  { kind: 'quantile', cell: 'force_build', uncertainty: 'narrow' },
  { kind: 'choice', alternatives }
];
const count = 70;
const values = Float64Array.from({ length: count * factors.length }, (_, at) => {
  const share = ((at * 37) % 101) / 101;
  const low = [0, 0.05, 0.05, 0.01, 0][at % factors.length]!;
  const high = [100, 0.16, 0.5, 0.99, 0][at % factors.length]!;
  return at % factors.length === 4 ? Math.floor(at / factors.length) % 4 : low + share * (high - low);
});
const cases: Cases = { base, factors, count, values, futures: null };
const asked = {
  outputs: ['stability_index', 'border_control.niger', 'influence_share.russia.east'],
  months: [0, 7, 24]
};

function pool(workers: number): Simulator {
  return workerSimulator({ createWorker: () => new ChannelWorker(), workers });
}

describe('the cases of a family', () => {
  const quantileOf = quantilesOf(compile(model));
  let book: Float64Array;

  beforeAll(async () => {
    const simulator = directSimulator({ prefer: 'interpreter' });
    await simulator.open(model);
    book = new Float64Array(count * 9);
    for (let i = 0; i < count; i++) {
      const { outcome } = await simulator.run(caseScenario(model, cases, i, quantileOf), { save: asked.outputs });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
      const { rows, values: saved } = outcome.trajectory;
      asked.outputs.forEach((_, o) =>
        asked.months.forEach((month, m) => (book[i * 9 + o * 3 + m] = saved[o * rows + month]!))
      );
    }
  });

  it.each([
    ['on this thread', () => directSimulator()],
    ['by the interpreter', () => directSimulator({ prefer: 'interpreter' })],
    ['in a pool of three', () => pool(3)]
  ])('have the bits of their own scenarios %s', async (_, create) => {
    const simulator = create();
    await simulator.open(model);
    const told: number[] = [];
    const { values: found, failures } = await simulator.cases(cases, {
      ...asked,
      onProgress: ({ done }) => told.push(done)
    });
    expect(failures).toEqual([]);
    expect(found).toEqual(book);
    expect(told.at(-1)).toBe(count);
    expect(new Set(found).size).toBeGreaterThan(count);
    simulator.close();
  });

  it('take the futures of an ensemble, the same for the same run', async () => {
    const simulator = directSimulator();
    await simulator.open(model);
    const settings = { runs: 40, seed: 9, uncertainty: 'wide', sampling: 'sobol', chance: true } as const;
    const runs = Uint32Array.from([3, 17, 3, 39]);
    const four: Cases = { base, factors: [], count: 4, values: new Float64Array(0), futures: { settings, runs } };
    const { values: found } = await simulator.cases(four, asked);
    const ensemble = await simulator.ensemble(
      { ...base, settings: { ...base.settings, ensemble: settings } },
      { outputs: asked.outputs, members: [3, 17, 39] }
    );
    const of = (run: number): number[] => {
      const member = ensemble.members.find((each) => each.run === run)!;
      if (!member.outcome.ok) throw new Error('a run stopped');
      const { rows, values: saved } = member.outcome.trajectory;
      return asked.outputs.flatMap((_, o) => asked.months.map((month) => saved[o * rows + month]!));
    };
    expect([...found]).toEqual([...of(3), ...of(17), ...of(3), ...of(39)]);
    expect(of(3)).not.toEqual(of(17));
    simulator.close();
  });

  it('are refused with a reason where they cannot be run', async () => {
    const simulator = directSimulator();
    await simulator.open(model);
    const refusal = (changes: Partial<Cases>, options = asked): Promise<unknown> =>
      simulator.cases({ ...cases, ...changes }, options).then(
        () => null,
        (error: unknown) => (error instanceof SimulatorError ? [error.code, error.data['reason']] : error)
      );
    expect(await refusal({ count: 71 })).toEqual(['run-refused', 'no-such-case']);
    expect(
      await refusal({ factors: [{ kind: 'input', id: 'nobody', start: 0, ramp: 0 }], values: new Float64Array(count) })
    ).toEqual(['run-refused', 'no-such-case']);
    expect(
      await refusal({ factors: [{ kind: 'parameter', cell: 'nobody' }], values: new Float64Array(count) })
    ).toEqual(['run-refused', 'unknown-cell']);
    expect(
      await refusal({
        factors: [{ kind: 'quantile', cell: 'nobody', uncertainty: 'wide' }],
        values: new Float64Array(count)
      })
    ).toEqual(['run-refused', 'not-uncertain']);
    expect(await refusal({}, { ...asked, months: [25] })).toEqual(['run-refused', 'out-of-range']);
    simulator.close();
  });

  it('stop when they are told to, wherever that is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 }), async (workers, blocks) => {
        const simulator = pool(workers);
        await simulator.open(model);
        const stop = new AbortController();
        let seen = 0;
        const report = simulator.cases(cases, {
          ...asked,
          signal: stop.signal,
          onProgress: () => void (++seen > blocks && stop.abort())
        });
        if (blocks === 0) stop.abort();
        await expect(report).rejects.toMatchObject({ code: 'aborted' });
        simulator.close();
      }),
      { numRuns: 9 }
    );
  });
});
