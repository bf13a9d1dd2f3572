import { describe, expect, it } from 'vitest';
import { evaluateCheck, judgeChecks, planChecks, widthOf, type CheckContext, type CheckPlan } from '$lib/analysis';
import { compile, interpret, openBackend, saveable, type RunOutcome } from '$lib/engine';
import type { ModelBundle } from '$lib/model';
import { parseScenario, toRunInputs, type EnsembleSettings, type Scenario } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { shippedModel } from '../links/shipped';

/** Behaviour checks over many runs of the Libya model, and what becomes of them where a mechanism is left out. */
const bundle = shippedModel('libya');
const plan: EnsembleSettings = { runs: 20, seed: 7, uncertainty: 'wide', sampling: 'random', chance: false };

interface Prepared {
  readonly bundle: ModelBundle;
  readonly scenarios: readonly { readonly id: string; readonly scenario: Scenario }[];
  readonly checks: CheckPlan;
}

function prepare(given: ModelBundle): Prepared {
  const scenarios = [...given.presets, ...given.checkScenarios].map(({ id, document }) => {
    const { scenario } = parseScenario(document, given.model);
    if (!scenario) throw new Error(`${id} is no scenario`);
    return { id, scenario };
  });
  const months = new Map(scenarios.map(({ id, scenario }) => [id, scenario.settings.months]));
  return { bundle: given, scenarios, checks: planChecks(given.model, given.checks, months) };
}

async function rowsOf(
  { bundle: { model }, scenarios, checks }: Prepared,
  drawn: EnsembleSettings | null,
  parameters = {}
): Promise<Float64Array> {
  const simulator = directSimulator();
  await simulator.open(model);
  const { rows } = await simulator.survey({ scenarios, spec: checks.spec, plan: drawn, parameters });
  simulator.close();
  return rows;
}

describe.runIf(bundle)('the behaviour checks of models/libya', () => {
  const prepared = prepare(bundle!);
  const { model, checks } = bundle!;
  const width = widthOf(prepared.checks.spec);

  it('mean on a row of figures what they mean on whole runs', async () => {
    const program = compile(model);
    const outcomes = new Map<string, RunOutcome>();
    const context: CheckContext = {
      model,
      scenarios: new Map(prepared.scenarios.map(({ id, scenario }) => [id, scenario])),
      run: (id) => {
        const scenario = prepared.scenarios.find((one) => one.id === id)!.scenario;
        const outcome =
          outcomes.get(id) ??
          interpret(program, { ...toRunInputs(model, scenario), chance: null, save: saveable(program) });
        outcomes.set(id, outcome);
        return outcome;
      }
    };
    const verdicts = prepared.checks.judge(await rowsOf(prepared, null), 0);
    expect(verdicts).toEqual(
      checks.map((check) => {
        const { holds, margin } = evaluateCheck(check, context);
        return { holds, margin };
      })
    );
  });

  it('mean on a drawn run what they mean on that run alone', async () => {
    const rows = await rowsOf(prepared, plan);
    const backend = await openBackend(compile(model));
    const program = compile(model);
    const outcomes = new Map<string, RunOutcome>();
    for (const { id, scenario } of prepared.scenarios) {
      const base = { ...toRunInputs(model, scenario), chance: null, save: saveable(program) };
      backend.ensemble({ base, plan, from: 13, to: 14 }, (_, outcome) => {
        if (!outcome.ok) throw new Error(`${id} failed`);
        const { start, rows: months, columns, values, strokes } = outcome.trajectory;
        const trajectory = { start, rows: months, columns: [...columns], values: values.slice(), strokes };
        outcomes.set(id, { ok: true, trajectory });
      });
    }
    const context: CheckContext = {
      model,
      scenarios: new Map(prepared.scenarios.map(({ id, scenario }) => [id, scenario])),
      run: (id) => outcomes.get(id)!
    };
    const verdicts = prepared.checks.judge(rows, 13 * width);
    checks.forEach((check, i) => {
      const { holds, margin } = evaluateCheck(check, context);
      expect(verdicts[i], check.id).toEqual({ holds, margin });
    });
  });

  it('are counted the same in pieces as in one go', async () => {
    const rows = await rowsOf(prepared, plan);
    const shares = judgeChecks(prepared.checks, rows, plan.runs);
    expect(shares.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
    for (const [c, { hits, runs, share }] of shares.entries()) {
      const counted = Array.from({ length: runs }, (_, run) => prepared.checks.judge(rows, run * width)[c]!.holds);
      expect(hits).toBe(counted.filter(Boolean).length);
      expect(share).toBe(hits / plan.runs);
    }
    expect(shares.some(({ share }) => share < 1)).toBe(true);
  });

  it('speak of the model that they are given: a changed parameter changes their figures', async () => {
    const changed = {
      ...bundle!,
      model: {
        ...model,
        parameters: model.parameters.map((one) => (one.id === 'force_shielding' ? { ...one, value: 0.1 } : one))
      }
    };
    const before = prepared.checks.judge(await rowsOf(prepared, null), 0);
    const after = prepare(changed);
    const changedRow = await rowsOf(after, null);
    expect(after.checks.judge(changedRow, 0).map(({ margin }) => margin)).not.toEqual(
      before.map(({ margin }) => margin)
    );
    // The same change as an override of the run.
    expect(await rowsOf(prepared, null, { force_shielding: 0.1 })).toEqual(changedRow);
  });
});

/**
 * Printed by an independent implementation (RK4): status quo and comprehensive package at the end, and the checks that
 * fail. For loops: drift of the status quo after month 6, gain of the package, part of it retained after a stop.
 */
const printed: Readonly<Record<string, readonly [statusQuo: number, packaged: number, fails: string]>> = {
  no_synergy: [39.7, 60.4, ''],
  trust_irrelevant: [42.4, 65.0, 'T01'],
  no_trust_no_synergy: [42.3, 63.0, 'T01 T07 T08'],
  no_shielding: [39.6, 61.3, ''],
  russian_counter_reaction: [39.4, 60.9, 'T11 T12'],
  evenness_irrelevant: [39.3, 62.3, 'T13'],
  efficient_military_aid: [41.2, 66.0, 'T09 T10 T31'],
  pro_military_world: [42.7, 66.7, 'T01 T02 T09 T10 T26 T31'],
  south_not_reached: [38.5, 56.3, 'T20 T22 T38'],
  no_premature_election_risk: [39.7, 62.2, 'T26'],
  pacifying_elections: [39.7, 62.3, 'T26'],
  sahel_irrelevant: [44.8, 67.6, 'T01 T07 T15 T16 T17 T18 T23 X01'],
  no_sahel_hub: [40.1, 62.7, 'T19'],
  no_spoiler: [40.0, 62.4, 'T35'],
  fixed_interests: [40.2, 59.5, 'T37'],
  no_social_influence: [37.5, 58.2, 'T36'],
  chance_contest: [39.2, 60.1, 'T11 T12 T19 T35 T36 X05'],
  no_erosion: [53.0, 71.8, 'T01 T02 X01'],
  no_consent_needed: [39.9, 62.3, 'T38'],
  no_war_legacy: [40.1, 62.4, ''],
  no_deterrence: [39.7, 62.2, ''],
  force_not_retained: [37.5, 53.4, 'T03 T04']
};

const printedLoops: Readonly<Record<string, readonly [drift: number, gain: number, retained: number]>> = {
  cut_r1: [2.87, 22.43, 17.7],
  cut_r2: [0.21, 22.66, 16.5],
  cut_r3: [0.12, 22.45, 16.4],
  cut_r4: [1.43, 22.01, 16.9],
  cut_r5: [1.39, 22.1, 17.0],
  cut_r6: [-0.39, 21.89, 15.7],
  cut_r7: [-0.27, 23.69, 14.4],
  cut_b1: [-0.17, 22.65, 16.2],
  cut_b2: [-0.08, 22.55, 16.3],
  cut_b3: [0.41, 22.28, 16.6],
  cut_b4: [-0.12, 22.48, 16.3]
};

describe.runIf(bundle)('the mechanisms of models/libya', () => {
  const prepared = prepare(bundle!);
  const { mechanisms } = bundle!;
  const figures = [
    { scenario: 'status_quo', cell: 'stability_index', from: 6, to: 6 },
    ...['status_quo', 'fragility_package', 'check_package_stop36'].map((scenario) => ({
      scenario,
      cell: 'stability_index',
      from: 120,
      to: 120
    }))
  ];
  const spec = { figures: [...prepared.checks.spec.figures, ...figures], everywhere: prepared.checks.spec.everywhere };
  const scenarios = prepared.scenarios.map(({ id, scenario }) => ({
    id,
    scenario: { ...scenario, settings: { ...scenario.settings, integrator: 'rk4' as const, stepsPerMonth: 1 } }
  }));

  it('are those that were printed', () => {
    expect(mechanisms.map(({ id }) => id).sort()).toEqual(
      [...Object.keys(printed), ...Object.keys(printedLoops)].sort()
    );
  });

  it('change stability and turn checks over as an independent implementation has it', async () => {
    const simulator = directSimulator();
    await simulator.open(bundle!.model);
    for (const { id, parameters } of mechanisms) {
      const { rows } = await simulator.survey({ scenarios, spec, parameters });
      const base = prepared.checks.spec.figures.length;
      const [sixth = NaN, statusQuo = NaN, packaged = NaN, stopped = NaN] = rows.subarray(base, base + 4);
      const close = (value: number, wanted: number, digits: number): void =>
        expect(Math.abs(value - wanted), `${id}: ${value} beside ${wanted}`).toBeLessThan(0.5006 * 10 ** -digits);
      const row = Float64Array.from([...rows.subarray(0, base), ...rows.subarray(base + figures.length)]);
      const fails = prepared.checks
        .judge(row, 0)
        .flatMap(({ holds }, i) => (holds ? [] : [prepared.checks.checks[i]!.id]));
      const mutation = printed[id];
      if (mutation) {
        close(statusQuo, mutation[0], 1);
        close(packaged, mutation[1], 1);
        expect(fails.join(' '), id).toBe(mutation[2]);
      } else {
        const [drift, gain, retained] = printedLoops[id]!;
        close(statusQuo - sixth, drift, 2);
        close(packaged - statusQuo, gain, 2);
        close((100 * (stopped - statusQuo)) / (packaged - statusQuo), retained, 1);
      }
    }
    simulator.close();
  });
});
