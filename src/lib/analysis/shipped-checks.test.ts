import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateCheck, type CheckContext } from '$lib/analysis';
import type { RunOutcome } from '$lib/engine';
import type { ModelBundle } from '$lib/model';
import { canonical, parseScenario, type Settings } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import reference from '../../../tests/links/margins.json';
import { shippedModel } from '../../../tests/links/shipped';

/** Every behaviour check of every shipped model, as the page and the command line evaluate them. */
async function contextOf(
  { model, presets, checkScenarios }: ModelBundle,
  settings: Partial<Settings> = {}
): Promise<CheckContext> {
  const simulator = directSimulator();
  await simulator.open(model);
  const scenarios = new Map(
    [...presets, ...checkScenarios].map(({ id, document }) => {
      const { scenario, notices } = parseScenario(document, model);
      if (!scenario || notices.length > 0) throw new Error(`${id}: ${JSON.stringify(notices)}`);
      return [id, Object.keys(settings).length > 0 ? canonical(model, { ...scenario, settings }) : scenario];
    })
  );
  const outcomes = new Map<string, RunOutcome>();
  for (const [id, scenario] of scenarios) outcomes.set(id, (await simulator.run(scenario, { save: 'all' })).outcome);
  const run = (id: string): RunOutcome => {
    const outcome = outcomes.get(id);
    if (!outcome) throw new Error(`no run of ${id}`);
    return outcome;
  };
  return { model, scenarios, run };
}

function folders(): string[] {
  const teaching = readdirSync('models', { encoding: 'utf8' }).includes('teaching');
  return ['libya', ...(teaching ? readdirSync('models/teaching').map((name) => `teaching/${name}`) : [])];
}

describe.each(
  folders().flatMap((name) => {
    const bundle = shippedModel(name);
    return bundle && bundle.checks.length > 0 ? [{ name, bundle }] : [];
  })
)('models/$name', ({ bundle }) => {
  const context = contextOf(bundle);
  it.each(bundle.checks.map((check) => ({ id: check.id, check })))('holds $id', async ({ check }) => {
    const found = evaluateCheck(check, await context);
    expect(found, JSON.stringify(found)).toMatchObject({ holds: true, failure: null });
    expect(found.margin).toBeGreaterThanOrEqual(0);
  });
});

const libya = shippedModel('libya');
describe.runIf(libya)('models/libya beside an independent implementation', () => {
  it('has the same margins with RK4', async () => {
    if (!libya) throw new Error('models/libya is not there');
    const context = await contextOf(libya, { integrator: 'rk4' });
    const margins = new Map(libya.checks.map((check) => [check.id, evaluateCheck(check, context).margin]));
    for (const [id, margin] of Object.entries(reference.margins)) {
      expect(Math.abs((margins.get(id) ?? NaN) / margin - 1), id).toBeLessThan(1e-9);
    }
  });
});
