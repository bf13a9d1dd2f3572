import { describe, expect, it } from 'vitest';
import { canonical, fingerprint, goTo, statusQuo, withProfile, type Scenario } from '$lib/scenario';
import {
  directSimulator,
  latest,
  SimulatorError,
  workerSimulator,
  type RunReport,
  type Simulator
} from '$lib/simulator';
import { ChannelWorker } from '../../../tests/links/channel-worker';
import { exampleModel as model } from '../../../tests/links/example-model';

const scenario = withProfile(model, statusQuo(model), 'unified_force', goTo(80, 12, 0));

function staffed(...serving: boolean[]): { simulator: Simulator; workers: ChannelWorker[] } {
  const workers: ChannelWorker[] = [];
  const createWorker = (): ChannelWorker => {
    const worker = new ChannelWorker({ serving: serving[workers.length] ?? true });
    workers.push(worker);
    return worker;
  };
  return { simulator: workerSimulator({ createWorker, patience: 300 }), workers };
}

function valuesOf(report: RunReport): Float64Array {
  if (!report.outcome.ok) throw new Error('the run failed');
  return report.outcome.trajectory.values;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'fulfilled',
    (error: unknown) => (error instanceof SimulatorError ? error.code : 'untyped')
  );
}

describe.each([
  ['directSimulator()', directSimulator],
  ['workerSimulator()', () => staffed().simulator]
])('%s', (_, create) => {
  it('runs a scenario and saves the outputs', async () => {
    const simulator = create();
    await simulator.open(model);
    const report = await simulator.run(scenario);
    if (!report.outcome.ok) throw new Error('the run failed');
    const { rows, columns, values } = report.outcome.trajectory;
    expect({ rows, columns }).toEqual({ rows: 121, columns: ['trust', 'growth'] });
    // growth is the input: 0.17 for a year, then 0.8; trust adds it up month by month.
    expect([values[121], values[121 + 11], values[121 + 12]]).toEqual([17 * 0.01, 17 * 0.01, 80 * 0.01]);
    expect(values[12]).toBeCloseTo(0.19 + 12 * 0.17, 12);
    expect(values[120]).toBeCloseTo(0.19 + 12 * 0.17 + 108 * 0.8, 9);
    expect(report.fingerprint).toBe(fingerprint([values.subarray(0, 121), values.subarray(121)]));
    simulator.close();
  });
  it('saves what is asked for, in that order, with the same fingerprint', async () => {
    const simulator = create();
    await simulator.open(model);
    const all = await simulator.run(scenario, { save: 'all' });
    const some = await simulator.run(scenario, { save: ['capital.west', 'trust'] });
    if (!all.outcome.ok || !some.outcome.ok) throw new Error('a run failed');
    expect(all.outcome.trajectory.columns).toEqual(['trust', 'growth', 'capital.east', 'capital.west']);
    expect(some.outcome.trajectory.columns).toEqual(['capital.west', 'trust']);
    expect(some.outcome.trajectory.values.subarray(121)).toEqual(all.outcome.trajectory.values.subarray(0, 121));
    expect(new Set([all.fingerprint, some.fingerprint, (await simulator.run(scenario)).fingerprint]).size).toBe(1);
    simulator.close();
  });
  it('knows overrides, events and settings', async () => {
    const simulator = create();
    await simulator.open(model);
    const changed = canonical(model, {
      initial: { trust: 0.5, 'capital.east': 2 },
      parameters: { weight: 0.75 },
      events: [{ event: 'relapse', month: 1, magnitude: 0.5 }],
      settings: { integrator: 'rk4', months: 2 }
    });
    const values = valuesOf(await simulator.run(changed, { save: ['trust', 'capital.east', 'capital.west'] }));
    expect([values[0], values[3], values[6]]).toEqual([0.5, 2, 0.75]);
    expect(values[1]).toBeCloseTo(0.67, 12);
    expect(values[2]).toBeCloseTo(0.67 * (1 - 0.7 * 0.5) + 0.17, 12);
    expect(values.length).toBe(9);
    simulator.close();
  });
  it('rejects a model that was not opened', async () =>
    expect(await codeOf(create().run(scenario))).toBe('unknown-model'));
  it('rejects a cell that is not there', async () => {
    const simulator = create();
    await simulator.open(model);
    expect(await codeOf(simulator.run(scenario, { save: ['nothing'] }))).toBe('run-refused');
    simulator.close();
  });
  it('rejects a model that cannot be compiled, every time', async () => {
    const simulator = create();
    const broken = { ...model, order: [] };
    expect([await codeOf(simulator.open(broken)), await codeOf(simulator.open(broken))]).toEqual([
      'model-refused',
      'model-refused'
    ]);
    simulator.close();
  });
  it('rejects after close', async () => {
    const simulator = create();
    await simulator.open(model);
    simulator.close();
    expect(await codeOf(simulator.run(scenario))).toBe('closed');
  });
});

describe('workerSimulator({ createWorker, patience })', () => {
  it('gives the bits of directSimulator', async () => {
    const direct = directSimulator();
    const { simulator } = staffed();
    await Promise.all([direct.open(model), simulator.open(model)]);
    expect(await simulator.run(scenario, { save: 'all' })).toEqual(await direct.run(scenario, { save: 'all' }));
    simulator.close();
  });
  it('replaces a worker that dies, opens its models again and repeats the run', async () => {
    const { simulator, workers } = staffed();
    await simulator.open(model);
    const run = simulator.run(scenario);
    workers[0]?.die();
    expect((await run).outcome.ok).toBe(true);
    expect(workers.map((worker) => worker.terminated)).toEqual([true, false]);
    simulator.close();
  });
  it('replaces a worker that died while nothing ran', async () => {
    const { simulator, workers } = staffed();
    await simulator.open(model);
    workers[0]?.die();
    expect((await simulator.run(scenario)).outcome.ok).toBe(true);
    expect(workers.length).toBe(2);
    simulator.close();
  });
  it('replaces a worker that does not answer', async () => {
    const { simulator, workers } = staffed(false, true);
    await simulator.open(model);
    expect((await simulator.run(scenario)).outcome.ok).toBe(true);
    expect(workers.map((worker) => worker.terminated)).toEqual([true, false]);
    simulator.close();
  });
  it('gives up after the second death', async () => {
    const { simulator, workers } = staffed(false, false);
    expect(await codeOf(simulator.open(model))).toBe('worker-died');
    expect(workers.length).toBe(2);
  });
  it('rejects what is under way when it is closed', async () => {
    const { simulator } = staffed();
    await simulator.open(model);
    const run = codeOf(simulator.run(scenario));
    simulator.close();
    expect(await run).toBe('closed');
  });
  it('says so where no worker can be made', async () => {
    const simulator = workerSimulator({
      createWorker: () => {
        throw new Error('forbidden');
      }
    });
    expect(await codeOf(simulator.open(model))).toBe('no-worker');
  });
});

describe('latest(simulator)', () => {
  /** Answers one run at a time, when told to. */
  function slow(): { simulator: Simulator; begun: Scenario[]; finish: (fail?: boolean) => void } {
    const begun: Scenario[] = [];
    const waiting: ((fail: boolean) => void)[] = [];
    const run = (one: Scenario): Promise<RunReport> => {
      begun.push(one);
      return new Promise((resolve, reject) =>
        waiting.push((fail) =>
          fail
            ? reject(new SimulatorError('failed'))
            : resolve({
                outcome: {
                  ok: false,
                  failure: { kind: 'not-finite', cell: one.title ?? '', value: 'NaN', date: '2024-10', time: 0 }
                },
                fingerprint: null
              })
        )
      );
    };
    const simulator: Simulator = { ...directSimulator(), run };
    return { simulator, begun, finish: (fail = false) => waiting.shift()?.(fail) };
  }
  const titled = (title: string): Scenario => canonical(model, { title });
  const nameOf = (answer: RunReport | 'superseded'): string => {
    if (answer === 'superseded') return answer;
    return answer.outcome.ok ? 'ok' : answer.outcome.failure.cell;
  };

  it('keeps one run in flight and only the newest request', async () => {
    const { simulator, begun, finish } = slow();
    const scheduler = latest(simulator);
    const answers = ['first', 'second', 'third', 'fourth'].map((title) =>
      scheduler.request(titled(title)).then(nameOf)
    );
    expect(begun.map((one) => one.title)).toEqual(['first']);
    finish();
    await answers[0];
    expect(begun.map((one) => one.title)).toEqual(['first', 'fourth']);
    finish();
    expect(await Promise.all(answers)).toEqual(['first', 'superseded', 'superseded', 'fourth']);
  });
  it('goes on after a run that was rejected', async () => {
    const { simulator, finish } = slow();
    const scheduler = latest(simulator);
    const first = codeOf(scheduler.request(titled('first')));
    const second = scheduler.request(titled('second')).then(nameOf);
    finish(true);
    expect(await first).toBe('failed');
    finish();
    expect(await second).toBe('second');
  });
  it('answers the last request of any sequence', async () => {
    const simulator = directSimulator();
    await simulator.open(model);
    const scheduler = latest(simulator);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        scheduler.request(withProfile(model, statusQuo(model), 'unified_force', goTo(i)))
      )
    );
    const last = answers.at(-1);
    if (last === 'superseded' || !last) throw new Error('the last request was dropped');
    expect(valuesOf(last)[121]).toBe(19 * 0.01);
  });
});
