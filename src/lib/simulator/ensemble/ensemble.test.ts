import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandLine, EnsembleSummary, type Threshold } from '$lib/analysis';
import { compile, openBackend, type Backend, type RunOutcome } from '$lib/engine';
import { goTo, statusQuo, toRunInputs, withEnsemble, withProfile, withSwitch, type Scenario } from '$lib/scenario';
import {
  directSimulator,
  SimulatorError,
  workerSimulator,
  type EnsembleOptions,
  type EnsembleReport,
  type Member,
  type Simulator
} from '$lib/simulator';
import { ChannelWorker, idle, type Manners } from '../../../../tests/links/channel-worker';
import { exampleModel as model } from '../../../../tests/links/example-model';
import { shippedModel } from '../../../../tests/links/shipped';
import { createService, type Service } from '../service';
import { createReferences } from './references';
import { specOf, taskOf } from './task';

const quiet = statusQuo(model);
const drawn = (runs: number, chance = true): Scenario =>
  withEnsemble(model, withProfile(model, quiet, 'unified_force', goTo(80, 12, 6)), { runs, seed: 7, chance });
const thresholds: readonly Threshold[] = [
  { kind: 'passage', id: 'high', output: 'trust', side: 'above', level: 5, within: 60 },
  { kind: 'event', id: 'relapse', event: 'relapse', within: 24 }
];
const asked: EnsembleOptions = { outputs: ['trust', 'growth'], thresholds, reference: quiet, bytes: true };

/** The same ensemble as it is written in a book: every run by itself through the interpreter, one summary. */
async function byTheBook(scenario: Scenario, options: EnsembleOptions): Promise<EnsembleSummary> {
  const program = compile(model);
  const backend = await openBackend(program, 'interpreter');
  const task = taskOf(0, scenario, options);
  const summary = new EnsembleSummary(specOf(model, program, task));
  const outcomes = (one: Scenario): RunOutcome[] => {
    const list: RunOutcome[] = [];
    const { plan, outputs } = task;
    const base = { ...toRunInputs(model, one, { chance: plan.chance }), chance: null, save: outputs };
    backend.ensemble({ base, plan, from: 0, to: plan.runs }, (_, outcome) => list.push(structuredClone(outcome)));
    return list;
  };
  const references = options.reference ? outcomes(options.reference) : [];
  outcomes(scenario).forEach((outcome, run) => {
    const reference = references[run];
    if (outcome.ok) summary.add(run, outcome.trajectory, reference?.ok ? reference.trajectory : undefined);
  });
  return summary;
}

function pool(
  workers: number,
  manners: (nth: number) => Manners = () => ({})
): { simulator: Simulator; hired: ChannelWorker[] } {
  const hired: ChannelWorker[] = [];
  const createWorker = (): ChannelWorker => {
    const worker = new ChannelWorker(manners(hired.length));
    hired.push(worker);
    return worker;
  };
  return { simulator: workerSimulator({ createWorker, patience: 30_000, workers }), hired };
}

async function ensembleOf(simulator: Simulator, scenario: Scenario, options = asked): Promise<EnsembleReport> {
  await simulator.open(model);
  return simulator.ensemble(scenario, options);
}

async function refusalOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'fulfilled',
    (error: unknown) =>
      error instanceof SimulatorError ? `${error.code} ${error.data['name'] ?? ''}`.trim() : 'untyped'
  );
}

describe('ensemble(scenario, options)', async () => {
  const runs = 300;
  const book = await byTheBook(drawn(runs), asked);
  const bookBytes = book.toBytes();
  const isBook = (bytes: Uint8Array | null): boolean => bytes !== null && Buffer.compare(bytes, bookBytes) === 0;

  it.each([
    ['directSimulator()', () => directSimulator()],
    ["directSimulator({ prefer: 'interpreter' })", () => directSimulator({ prefer: 'interpreter' })],
    ['a pool of one', () => pool(1).simulator],
    ['a pool of two', () => pool(2).simulator],
    ['a pool of three', () => pool(3).simulator],
    ['a pool larger than the work', () => pool(40).simulator]
  ])('gives the bits of the book in %s', async (_, create) => {
    const simulator = create();
    const { result, bytes } = await ensembleOf(simulator, drawn(runs));
    expect(isBook(bytes)).toBe(true);
    expect(result).toEqual(book.result());
    simulator.close();
  });

  it('gives the same bits in whatever order blocks come back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.infiniteStream(fc.nat(6)), async (workers, delays) => {
        const { simulator } = pool(workers, () => ({ delay: () => delays.next().value ?? 0 }));
        expect(isBook((await ensembleOf(simulator, drawn(runs))).bytes)).toBe(true);
        simulator.close();
      }),
      { numRuns: 12 }
    );
  });

  it('gives the same bits whoever dies, and whenever', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 25 })), { minLength: 1, maxLength: 3 }),
        async (workers, deaths) => {
          const { simulator, hired } = pool(workers, (nth) => ({ delay: () => nth % 3 }));
          await simulator.open(model);
          const report = simulator.ensemble(drawn(runs), asked);
          for (const [who, when] of deaths) {
            const victim = hired[who % hired.length]!;
            const base = victim.onSend;
            victim.onSend = () => {
              base?.();
              if (victim.sent >= when && !victim.terminated) queueMicrotask(() => victim.die());
            };
          }
          expect(isBook((await report).bytes)).toBe(true);
          simulator.close();
        }
      ),
      { numRuns: 40 }
    );
  });

  it('gives up where workers die over and over', async () => {
    const hired: ChannelWorker[] = [];
    const createWorker = (): ChannelWorker => {
      const worker = new ChannelWorker();
      worker.onSend = () => void (worker.sent > 1 && queueMicrotask(() => worker.die()));
      hired.push(worker);
      return worker;
    };
    const simulator = workerSimulator({ createWorker, workers: 2 });
    await simulator.open(model);
    expect(await refusalOf(simulator.ensemble(drawn(runs), asked))).toBe('worker-died');
    expect(hired.length).toBeLessThan(8);
    simulator.close();
  });

  it('adds up from ranges', async () => {
    const simulator = directSimulator();
    await simulator.open(model);
    const whole = new EnsembleSummary(book.spec);
    for (const [from, to] of [
      [250, 300],
      [0, 1],
      [1, 133],
      [133, 250]
    ] as const) {
      const { bytes, result } = await simulator.ensemble(drawn(runs), { ...asked, range: { from, to } });
      if (!bytes) throw new Error('no bytes');
      expect(result.runs).toBe(to - from);
      whole.merge(EnsembleSummary.fromBytes(bytes));
    }
    expect(isBook(whole.toBytes())).toBe(true);
  });

  it('gives whole runs on request, in order', async () => {
    const { simulator } = pool(2, (nth) => ({ delay: () => (nth === 0 ? 5 : 0) }));
    const { members } = await ensembleOf(simulator, drawn(runs), { ...asked, members: [299, 7, 64, 7] });
    expect(members.map(({ run }) => run)).toEqual([7, 64, 299]);
    const seen: Member[] = [];
    const all: EnsembleOptions = { ...asked, members: 'all', onMember: (member) => seen.push(member) };
    const report = await simulator.ensemble(drawn(runs), all);
    expect(report.members).toEqual([]);
    expect(seen.map(({ run }) => run)).toEqual(Array.from({ length: runs }, (_, run) => run));
    expect(members).toEqual([7, 64, 299].map((run) => seen[run]));
    const middle = seen
      .flatMap(({ outcome }) => (outcome.ok ? [outcome.trajectory.values[60] ?? NaN] : []))
      .sort((a, b) => a - b);
    const median = bandLine(report.result, report.result.bands, 50, 'trust')[60]!;
    expect([middle[149]! <= median, median <= middle[150]!]).toEqual([true, true]);
    simulator.close();
  });

  it('tells what the first runs say before the rest is in', async () => {
    const { simulator } = pool(2, (nth) => ({ delay: () => nth }));
    await simulator.open(model);
    const partials: number[] = [];
    let first: Float64Array | null = null;
    let done = 0;
    const { result } = await simulator.ensemble(drawn(2_000), {
      ...asked,
      onProgress: ({ done: now, planned, partial }) => {
        expect([now >= done, planned]).toEqual([true, 2_000]);
        done = now;
        if (partial) partials.push(partial.runs);
        if (partial?.runs === 128) first = partial.bands.values;
      }
    });
    expect([...partials, result.runs]).toEqual([128, 1_024, 2_000]);
    const alone = await simulator.ensemble(drawn(2_000), { ...asked, range: { from: 0, to: 128 } });
    expect(first).toEqual(alone.result.bands.values);
    simulator.close();
  });

  it('answers a single run after one block at most', async () => {
    const { simulator } = pool(1);
    await simulator.open(model);
    let blocks = 0;
    let waited: Promise<number> | null = null;
    await simulator.ensemble(drawn(1_000), {
      ...asked,
      onProgress: ({ partial }) => {
        blocks += partial ? 0 : 1;
        const begun = blocks;
        if (blocks === 5) waited = simulator.run(quiet).then(() => blocks - begun);
      }
    });
    expect(blocks).toBe(32);
    expect(await waited).toBeLessThanOrEqual(2);
    simulator.close();
  });

  it('stops within one block when it is told to', async () => {
    let computed = 0;
    const counting = (): Service => {
      const service = createService();
      return {
        ...service,
        block: async (task, block) => {
          const answer = await service.block(task, block);
          computed += answer.ok ? 1 : 0;
          return answer;
        }
      };
    };
    const { simulator } = pool(2, () => ({ service: counting() }));
    await simulator.open(model);
    const controller = new AbortController();
    let atAbort = 0;
    const report = simulator.ensemble(drawn(20_000), {
      ...asked,
      signal: controller.signal,
      onProgress: ({ done }) => {
        if (done < 320 || atAbort > 0) return;
        atAbort = computed;
        controller.abort();
      }
    });
    expect(await refusalOf(report)).toBe('aborted');
    await idle(20);
    expect(atAbort).toBeGreaterThan(5);
    expect(computed - atAbort).toBeLessThanOrEqual(2);
    expect(await refusalOf(simulator.ensemble(drawn(10), { ...asked, signal: AbortSignal.abort() }))).toBe('aborted');
    expect(isBook((await simulator.ensemble(drawn(runs), asked)).bytes)).toBe(true);
    simulator.close();
  });

  it.each<[string, Scenario, EnsembleOptions]>([
    ['run-refused', drawn(10), { outputs: ['nothing'] }],
    [
      'run-refused trust',
      drawn(10),
      { outputs: [], thresholds: [{ kind: 'at', id: 'x', output: 'trust', side: 'above', level: 1, month: 3 }] }
    ],
    ['run-refused to', drawn(10), { outputs: ['trust'], range: { from: 0, to: 11 } }],
    ['run-refused from', drawn(10), { outputs: ['trust'], range: { from: -1, to: 4 } }],
    ['run-refused member', drawn(10), { outputs: ['trust'], members: [10] }],
    ['run-refused runs', drawn(10), { outputs: ['trust'], runs: 0 }],
    ['unknown-model', { ...drawn(10), model: { id: 'example', version: '0' } }, { outputs: ['trust'] }]
  ])('rejects with %s', async (code, scenario, options) => {
    for (const simulator of [directSimulator(), pool(2).simulator]) {
      await simulator.open(model);
      expect((await refusalOf(simulator.ensemble(scenario, options))).startsWith(code)).toBe(true);
      expect(isBook((await simulator.ensemble(drawn(runs), asked)).bytes)).toBe(true);
      simulator.close();
    }
  });

  it('rejects what is under way when it is closed', async () => {
    const { simulator } = pool(2);
    await simulator.open(model);
    const report = refusalOf(simulator.ensemble(drawn(1_000), asked));
    simulator.close();
    expect(await report).toBe('closed');
    expect(await refusalOf(simulator.ensemble(drawn(10), asked))).toBe('closed');
  });

  it('says what computes', async () => {
    const [fast, slow] = [directSimulator(), directSimulator({ prefer: 'interpreter' })];
    expect(fast.backend()).toBeNull();
    await Promise.all([fast.open(model), slow.open(model)]);
    expect([fast.backend(), slow.backend()]).toEqual(['wasm', 'interpreter']);
  });
});

describe('ensembles of a shipped model', () => {
  it.runIf(existsSync('models/libya'))('turn the switches that hold with chance, and only then', async () => {
    const libya = shippedModel('libya');
    if (!libya) throw new Error('no model');
    const simulator = directSimulator();
    await simulator.open(libya.model);
    const outputs = libya.model.outputs.slice(0, 4).map(({ cell }) => cell);
    const bandsOf = async (violence: string | null, chance: boolean): Promise<Float64Array> => {
      const base = withEnsemble(libya.model, statusQuo(libya.model), { runs: 8, chance });
      const { result } = await simulator.ensemble(withSwitch(libya.model, base, 'violence_source', violence), {
        outputs
      });
      return result.bands.values;
    };
    expect(await bandsOf(null, true)).toEqual(await bandsOf('events', true));
    expect(await bandsOf(null, false)).not.toEqual(await bandsOf('events', false));
  });
});

describe('createReferences(mostBytes)', () => {
  it('keeps runs of the newest reference, within its bounds', async () => {
    const backend = await openBackend(compile(model));
    let computed = 0;
    const counting: Backend = {
      ...backend,
      ensemble: (request, visit) => {
        computed += 1;
        backend.ensemble(request, visit);
      }
    };
    const base = { ...toRunInputs(model, quiet), chance: null, save: ['trust'] };
    const { runs, ...plan } = quiet.settings.ensemble;
    const block = 8 * 121 * 8;
    const references = createReferences(2 * block);
    const countOf = (key: string, ...from: number[]): number => {
      computed = 0;
      for (const one of from) references.of(key, counting, { base, plan: { ...plan, runs }, from: one, to: one + 8 });
      return computed;
    };
    expect(countOf('a', 0, 8, 0, 8)).toBe(2);
    expect(countOf('a', 16, 0, 8, 16)).toBe(2);
    expect(countOf('b', 0, 0)).toBe(1);
    expect(countOf('b', 0, 8, 0, 8)).toBe(1);
    expect(countOf('a', 0)).toBe(1);
  });
});
