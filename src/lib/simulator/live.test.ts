import { describe, expect, it } from 'vitest';
import type { EnsembleResult } from '$lib/analysis';
import { goTo, statusQuo, withEnsemble, withProfile } from '$lib/scenario';
import {
  directSimulator,
  live,
  SimulatorError,
  workerSimulator,
  type EnsembleOptions,
  type LiveEvent,
  type LiveRequest,
  type Simulator
} from '$lib/simulator';
import { ChannelWorker, idle } from '../../../tests/links/channel-worker';
import { exampleModel as model } from '../../../tests/links/example-model';

const ensemble = { outputs: ['trust'], reference: statusQuo(model) };
const requestOf = (target: number, runs = 400): LiveRequest => ({
  scenario: withEnsemble(model, withProfile(model, statusQuo(model), 'unified_force', goTo(target)), { runs }),
  ensemble
});

/** A simulator whose every step a test takes by hand. */
function byHand(kind: 'wasm' | 'interpreter') {
  const runs: { finish(): void; fail(): void }[] = [];
  const bands: { options: EnsembleOptions; coarse(): void; finish(): void }[] = [];
  const result = {} as EnsembleResult;
  const simulator: Simulator = {
    ...directSimulator(),
    backend: () => kind,
    run: () =>
      new Promise((resolve, reject) =>
        runs.push({
          finish: () =>
            resolve({
              outcome: {
                ok: false,
                failure: { kind: 'not-finite', cell: 'x', value: 'NaN', date: '2024-10', time: 0 }
              },
              fingerprint: null
            }),
          fail: () => reject(new SimulatorError('failed'))
        })
      ),
    ensemble: (_, options) =>
      new Promise((resolve, reject) => {
        options.signal?.addEventListener('abort', () => reject(new SimulatorError('aborted')));
        bands.push({
          options,
          coarse: () => options.onProgress?.({ done: 128, planned: 400, partial: result }),
          finish: () => resolve({ result, members: [], bytes: null })
        });
      })
  };
  const told: string[] = [];
  const scheduler = live(simulator, (generation, event) => told.push(`${generation} ${event.kind}`));
  return { runs, bands, told, scheduler };
}

describe('live(simulator, answer)', () => {
  it('gives the single run, the coarse band, then the whole plan', async () => {
    const simulator = workerSimulator({ createWorker: () => new ChannelWorker(), workers: 2 });
    await simulator.open(model);
    const events: LiveEvent[] = [];
    await new Promise<void>((done) => {
      const scheduler = live(simulator, (generation, event) => {
        expect(generation).toBe(1);
        events.push(event);
        if (event.kind === 'ensemble' || event.kind === 'failed') done();
      });
      expect(scheduler.request(requestOf(80))).toBe(1);
    });
    expect(events.map(({ kind }) => kind)).toEqual(['run', 'partial', 'ensemble']);
    const [, coarse, whole] = events;
    if (coarse?.kind !== 'partial' || whole?.kind !== 'ensemble') throw new Error('another order');
    expect([coarse.done >= 128, coarse.planned, coarse.result.runs, whole.report.result.runs]).toEqual([
      true,
      400,
      128,
      400
    ]);
    simulator.close();
  });

  it('answers the newest of many requests in full, and never goes back', async () => {
    const simulator = workerSimulator({ createWorker: () => new ChannelWorker(), workers: 2 });
    await simulator.open(model);
    const seen: Record<string, number[]> = { run: [], partial: [], ensemble: [], failed: [] };
    await new Promise<void>((done) => {
      const scheduler = live(simulator, (generation, { kind }) => {
        seen[kind]!.push(generation);
        if (kind === 'ensemble' && generation === 30) done();
      });
      void (async () => {
        for (let target = 1; target <= 30; target++) {
          scheduler.request(requestOf(target));
          await idle(target % 7);
        }
      })();
    });
    for (const generations of Object.values(seen)) expect(generations).toEqual([...generations].sort((a, b) => a - b));
    expect([seen['run']!.at(-1), seen['partial']!.at(-1), seen['ensemble']!.at(-1)]).toEqual([30, 30, 30]);
    expect(seen['failed']).toEqual([]);
    simulator.close();
  });

  it('finishes a quick coarse band that was overtaken, and begins the newest after it', async () => {
    const { runs, bands, told, scheduler } = byHand('wasm');
    scheduler.request(requestOf(1));
    runs[0]!.finish();
    await idle(1);
    scheduler.request(requestOf(2));
    scheduler.request(requestOf(3));
    runs[1]!.finish();
    await idle(1);
    scheduler.request(requestOf(4));
    runs[2]!.finish();
    await idle(1);
    runs[3]!.finish();
    await idle(1);
    expect([runs.length, bands.length, bands[0]!.options.signal?.aborted]).toEqual([4, 1, false]);
    bands[0]!.coarse();
    await idle(1);
    expect([bands.length, bands[0]!.options.signal?.aborted]).toEqual([2, true]);
    bands[1]!.coarse();
    bands[1]!.finish();
    await idle(1);
    expect(told).toEqual(['1 run', '2 run', '3 run', '4 run', '1 partial', '4 partial', '4 ensemble']);
  });

  it('drops a refinement, and a slow coarse band, at once', async () => {
    for (const kind of ['wasm', 'interpreter'] as const) {
      const { runs, bands, told, scheduler } = byHand(kind);
      scheduler.request(requestOf(1));
      runs[0]!.finish();
      await idle(1);
      if (kind === 'wasm') bands[0]!.coarse();
      scheduler.request(requestOf(2));
      expect(bands[0]!.options.signal?.aborted).toBe(true);
      runs[1]!.finish();
      await idle(1);
      bands[1]!.finish();
      await idle(1);
      expect(told.filter((one) => one !== '1 partial')).toEqual(['1 run', '2 run', '2 ensemble']);
    }
  });

  it('goes on after a failure, and is silent after stop', async () => {
    const { runs, bands, told, scheduler } = byHand('wasm');
    scheduler.request(requestOf(1));
    runs[0]!.fail();
    await idle(1);
    scheduler.request({ ...requestOf(2), ensemble: null });
    runs[1]!.finish();
    await idle(1);
    scheduler.request(requestOf(3));
    scheduler.stop();
    runs[2]!.finish();
    await idle(1);
    expect(bands.length).toBe(0);
    scheduler.request(requestOf(4));
    runs[3]!.finish();
    await idle(1);
    scheduler.stop();
    await idle(1);
    expect(bands[0]!.options.signal?.aborted).toBe(true);
    expect(told).toEqual(['1 failed', '2 run', '4 run']);
  });
});
