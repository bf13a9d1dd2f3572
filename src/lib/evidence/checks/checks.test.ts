import { describe, expect, it } from 'vitest';
import { evaluateCheck } from '$lib/analysis';
import type { RunOutcome } from '$lib/engine';
import { checkSubject, directSimulator, workerSimulator } from '$lib/simulator';
import { ChannelWorker } from '../../../../tests/links/channel-worker';
import { shippedModel } from '../../../../tests/links/shipped';
import { compareResults, computeChecks } from './results';
import { checkViews } from './view';

const bundle = shippedModel('libya');

describe.runIf(bundle)('the page of behaviour checks', () => {
  const subject = checkSubject(bundle!);
  const { model, checks, mechanisms, texts } = bundle!;
  const few = mechanisms.slice(0, 3);

  it('has the same figures, to the bit, on one thread and in workers for the same seed, and others for another', async () => {
    const asked = { runs: 6, seed: 11 };
    const direct = directSimulator();
    await direct.open(model);
    const published = await computeChecks(direct, subject, few, asked);
    const pool = workerSimulator({ createWorker: () => new ChannelWorker({}), patience: 30_000, workers: 2 });
    await pool.open(model);
    const steps: number[] = [];
    const again = await computeChecks(pool, subject, few, { ...asked, onProgress: (share) => steps.push(share) });
    expect(compareResults(again, published)).toEqual({ all: 2 * 46 + 2 * 7 * 46 + 2 * 3, differ: 0 });
    expect(steps.at(-1)).toBe(1);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    const other = await computeChecks(direct, subject, few, { runs: 6, seed: 12 });
    expect(compareResults(other, published).differ).toBeGreaterThan(0);
    pool.close();
    direct.close();
  });

  it.each(['en', 'ar'] as const)('says every check in %s, with its figures and scenarios', async (locale) => {
    const simulator = directSimulator();
    await simulator.open(model);
    const runs = new Map<string, RunOutcome>();
    for (const { id, scenario } of subject.scenarios) {
      runs.set(id, (await simulator.run(scenario, { save: 'all' })).outcome);
    }
    const context = {
      model,
      scenarios: new Map(subject.scenarios.map(({ id, scenario }) => [id, scenario])),
      run: (id: string) => runs.get(id)!
    };
    const views = checkViews(
      subject,
      bundle!,
      texts[locale],
      checks.map((check) => evaluateCheck(check, context))
    );
    expect(views).toHaveLength(46);
    for (const view of views) {
      const said = [view.name, view.statement, ...view.scenarios.map(({ name, changes }) => `${name} ${changes}`)].join(
        ' '
      );
      expect(said, view.id).not.toMatch(/[a-z]_[a-z]|undefined|NaN/);
      if (locale === 'ar') expect(view.statement).toMatch(/[\u0621-\u064a]{3}/);
    }
    const first = views[0]!;
    expect(first.sides).toHaveLength(1);
    expect(first.sides[0]!.text).toMatch(/^39\.7\d* < 41\.8\d*$/);
    expect(first.scenarios.map(({ name }) => name)).toEqual([texts[locale].presets['status_quo']!.name]);
  });
});
