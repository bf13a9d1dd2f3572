import { describe, expect, it } from 'vitest';
import { blank, surveyorOf, widthOf, type SurveySpec } from '$lib/analysis';
import { compile, interpret } from '$lib/engine';
import { goTo, standardEnsemble, statusQuo, toRunInputs, withProfile } from '$lib/scenario';
import { directSimulator, SimulatorError, workerSimulator, type Simulator, type SurveyOptions } from '$lib/simulator';
import { ChannelWorker } from '../../../../tests/links/channel-worker';
import { exampleModel as model } from '../../../../tests/links/example-model';

const quiet = statusQuo(model);
const busy = withProfile(model, quiet, 'unified_force', goTo(80, 12, 6));
const months = quiet.settings.months;
const spec: SurveySpec = {
  figures: [
    { scenario: 'quiet', cell: 'trust', from: 5, to: 5 },
    { scenario: 'busy', cell: 'trust', from: 0, to: months }
  ],
  everywhere: [{ id: 'ranges', kind: 'structure', basis: [], test: { kind: 'within-ranges' } }]
};
const asked: SurveyOptions = {
  scenarios: [
    { id: 'quiet', scenario: quiet },
    { id: 'busy', scenario: busy }
  ],
  spec,
  plan: { ...standardEnsemble, runs: 70, seed: 3 }
};

async function surveyOf(simulator: Simulator, options = asked): Promise<Float64Array> {
  await simulator.open(model);
  const { rows } = await simulator.survey(options);
  simulator.close();
  return rows;
}

function pool(workers: number): Simulator {
  return workerSimulator({ createWorker: () => new ChannelWorker({}), patience: 30_000, workers });
}

describe('survey(options)', () => {
  it('gives the figures of the deterministic runs where nothing is drawn', async () => {
    const program = compile(model);
    const row = await surveyOf(directSimulator(), { ...asked, plan: null });
    const wanted = new Float64Array(widthOf(spec));
    blank(spec, wanted, 0);
    for (const { id, scenario } of asked.scenarios) {
      const surveyor = surveyorOf(model, spec, id, scenario.switches);
      surveyor.write(
        interpret(program, { ...toRunInputs(model, scenario), chance: null, save: surveyor.save }),
        wanted,
        0
      );
    }
    expect(row).toEqual(wanted);
    expect(row.slice(0, 2).every(Number.isFinite)).toBe(true);
  });

  it('gives the same bits alone, in workers and through the interpreter', async () => {
    const alone = await surveyOf(directSimulator());
    expect(alone).toHaveLength(70 * widthOf(spec));
    expect(new Set(alone.filter((_, i) => i % widthOf(spec) === 0)).size).toBe(70);
    expect(await surveyOf(pool(1))).toEqual(alone);
    expect(await surveyOf(pool(3))).toEqual(alone);
    expect(await surveyOf(directSimulator({ prefer: 'interpreter' }))).toEqual(alone);
  });

  it('takes values of parameters beyond what a scenario may set, and does not draw them', async () => {
    const figures = [{ scenario: 'quiet', cell: 'capital.west', from: 0, to: 0 }];
    const rows = await surveyOf(directSimulator(), {
      ...asked,
      spec: { figures, everywhere: [] },
      parameters: { weight: 42 }
    });
    // The stock begins at the parameter, whose range ends at 1.
    expect([...rows]).toEqual(Array.from({ length: 70 }, () => 42));
  });

  it('tells how far it is and ends when it is told to', async () => {
    const simulator = pool(2);
    await simulator.open(model);
    const abort = new AbortController();
    const seen: number[] = [];
    const ended = simulator.survey({
      ...asked,
      signal: abort.signal,
      onProgress: ({ done, planned }) => {
        seen.push(done / planned);
        abort.abort();
      }
    });
    await expect(ended).rejects.toMatchObject({ code: 'aborted' });
    expect(seen[0]).toBeGreaterThan(0);
    await expect(simulator.survey({ ...asked, signal: abort.signal })).rejects.toMatchObject({ code: 'aborted' });
    simulator.close();
  });

  it('refuses what cannot be run', async () => {
    const simulator = directSimulator();
    await expect(simulator.survey(asked)).rejects.toMatchObject({ code: 'unknown-model' });
    await simulator.open(model);
    const unknown = { ...asked, spec: { ...spec, figures: [{ scenario: 'quiet', cell: 'nothing', from: 0, to: 0 }] } };
    await expect(simulator.survey(unknown)).rejects.toBeInstanceOf(SimulatorError);
    await expect(simulator.survey(unknown)).rejects.toMatchObject({ code: 'run-refused' });
    simulator.close();
    await expect(simulator.survey(asked)).rejects.toMatchObject({ code: 'closed' });
  });
});
