import { describe, expect, it } from 'vitest';
import { discoveryJson, trajectoryCsv, type Goal } from '$lib/analysis';
import { compile } from '$lib/engine';
import type { Locale } from '$lib/i18n';
import { decodeLink, encodeLink, goTo, parseScenario, statusQuo, withProfile } from '$lib/scenario';
import { directSimulator, quantilesOf } from '$lib/simulator';
import { mizanHere } from '../../../../tests/cli/terminal';
import { loadFolder } from '../../../../tests/libya/load';
import { goalSubject } from '../goals/goal-subject';
import { futuresQuery, readFutures, titled } from './address';
import { factorNames } from './factor-names';
import { answer, basis, goalsAlone, insideSaid, pairsOf, peelingOf, stepSaid, stripsOf, type Telling } from './figures';
import { FuturesState } from './futures.svelte';
import { commandOf, FUTURES, sameQuestion, type FuturesQuestion } from './question';
import { placesOf, runFutures, tellingOf, type FuturesView } from './view';

/** /explore/futures/ without a page: its address, its command, its state and its sentences, over real runs of the Libya model. */
const bundle = loadFolder('models/libya');
const { model, desk, texts } = bundle;
const { start } = model.time;
const presets = bundle.presets.map(({ id, document }) => ({ id, scenario: parseScenario(document, model).scenario! }));
const goal = (output: string, side: Goal['side'], level: number, month = 120): Goal => ({ output, month, side, level });
const standard: FuturesQuestion = {
  base: 'status_quo',
  goals: [goal('stability_index', 'above', 50)],
  inputs: 'principal',
  uncertainty: 'none',
  runs: FUTURES.runs,
  seed: 1
};
const small: FuturesQuestion = {
  ...standard,
  goals: [goal('stability_index', 'above', 40, 60), goal('relapse_hazard', 'below', 0.08, 60)],
  inputs: ['unified_force', 'border_coordination', 'un_mission'],
  runs: 300,
  seed: 5
};
const own = encodeLink(model, withProfile(model, statusQuo(model), 'unified_force', goTo(60, 3, 24)));
const ground = { model, presets, standard };

async function runner(): Promise<{ run: Parameters<typeof runFutures>[3]; close: () => void }> {
  const simulator = directSimulator();
  await simulator.open(model);
  return {
    run: { run: simulator.cases.bind(simulator), quantileOf: quantilesOf(compile(model)) },
    close: () => simulator.close()
  };
}

const views = new Map<string, Promise<FuturesView>>();

function viewOf(asked: FuturesQuestion): Promise<FuturesView> {
  const key = JSON.stringify(asked);
  const known = views.get(key);
  if (known) return known;
  const made = (async () => {
    const { run, close } = await runner();
    const base = presets.find(({ id }) => id === asked.base)!.scenario;
    const view = await runFutures(model, asked, base, run);
    close();
    return view;
  })();
  views.set(key, made);
  return made;
}

function telling(view: FuturesView, locale: Locale, step = view.suggested): Telling {
  const text = texts[locale];
  const factors = factorNames(model, text, Object.keys(view.factors));
  return {
    names: {
      model: { id: model.id, title: text.title, version: model.version },
      goals: goalSubject(model, text, desk!.better ?? {}),
      bases: presets.map(({ id }) => ({ id, name: text.presets[id]!.name })),
      groups: [],
      principal: [],
      standing: { base: 'status_quo', months: [], values: {} },
      factors
    },
    factors,
    view,
    step,
    locale
  };
}

const plain = (said: ReturnType<typeof answer>): string =>
  [...said.main, ...said.quiet].map(({ text }) => text).join('') + ` ${said.rest}`;

describe('the address of a question', () => {
  it('says what was asked, and reads back to it', () => {
    const asked: FuturesQuestion = { ...small, base: own, uncertainty: 'wide', runs: 12_000, seed: 9 };
    const query = futuresQuery(asked, start, 7);
    const read = readFutures(`?${query}`, ground)!;
    expect(read).toEqual({ asked, step: 7, notices: [], scenarioNotices: [] });
    expect(futuresQuery(read.asked, start, read.step)).toBe(query);
  });

  it('says everything, so that it keeps its meaning when the example changes', () => {
    const read = readFutures(futuresQuery(standard, start), { ...ground, standard: { ...small, base: 'best_case' } })!;
    expect(read.asked).toEqual(standard);
  });

  it('asks nothing where it holds no word of its own', () => {
    expect(readFutures('', ground)).toBeNull();
    expect(readFutures('?utm_source=post&lang=ar', ground)).toBeNull();
  });

  it('may be the link of a scenario, as the desk hands it on', () => {
    const read = readFutures(`?${own}&goal=stability_index>45`, ground)!;
    expect(read.asked).toEqual({ ...standard, base: own, goals: [goal('stability_index', 'above', 45)] });
    expect(read.notices).toEqual([]);
  });

  it('names what cannot be used, and applies the rest', () => {
    const query =
      'a=best_of_all&goal=stability_indx>5&goal=trust>0.4@2030-10&goal=trust&goal=trust>0.4@2050-01&vary=unified_force,moon' +
      '&uncertainty=vast&runs=7&seed=-1&seed=3&colour=red';
    const read = readFutures(query, ground)!;
    expect(read.asked).toEqual({
      ...standard,
      goals: [goal('trust', 'above', 0.4, 72)],
      inputs: ['unified_force']
    });
    expect(read.notices.map((notice) => notice.kind)).toEqual([
      'unknownPart',
      'unknownPart',
      'unknownPreset',
      'badGoal',
      'badGoal',
      'badGoal',
      'unknownPart',
      'unknownInput',
      'badNumber',
      'badNumber'
    ]);
  });

  it('takes words that nobody knows for no scenario', () => {
    const read = readFutures('?colour=red&shape&runs=500', ground)!;
    expect(read.asked).toEqual({ ...standard, runs: 500 });
    expect(read.notices).toEqual([
      { kind: 'unknownPart', text: 'colour=red' },
      { kind: 'unknownPart', text: 'shape' }
    ]);
    expect(readFutures('?un_mission=60', ground)!.asked.base).toContain('un_mission=60');
  });

  it('takes the scenario of a link as far as it can be used, and no goal beyond its end', () => {
    const read = readFutures(`a=${encodeURIComponent(`${own}&unified_forse=3&until=2030-10`)}&goal=trust>0.4`, ground)!;
    expect(read.scenarioNotices.map(({ code }) => code)).toEqual(['unknown-key']);
    expect(read.asked.goals).toEqual([goal('trust', 'above', 0.4, 72)]);
    const beyond = readFutures(`${own}&until=2030-10&goal=trust>0.4@2034-10`, ground)!;
    expect(beyond.notices).toMatchObject([{ kind: 'badGoal', problem: { kind: 'date', last: '2030-10' } }]);
    expect(beyond.asked.goals[0]!.month).toBe(72);
  });
});

it('a link gets a title that every reader of links takes, unless it has one', () => {
  const link = titled(own, 'من الداخل، الخطوة 3 & more');
  const { scenario, notices } = decodeLink(link, { find: () => model });
  expect(notices).toEqual([]);
  expect(scenario!.title).toBe('من الداخل، الخطوة 3 & more');
  expect(titled(link, 'Another')).toBe(link);
});

describe('the command of a question', () => {
  it.each([
    [
      standard,
      null,
      "npm run -s mizan -- discover status_quo --goal 'stability_index>50@2034-10' --vary principal --uncertainty none --runs 4000 --seed 1"
    ],
    [
      { ...standard, base: "m=libya@1.0.0&title=It's", inputs: ['unified_force', 'un_mission'] },
      3,
      "npm run -s mizan -- discover 'm=libya@1.0.0&title=It'\\''s' --goal 'stability_index>50@2034-10' --vary unified_force,un_mission --uncertainty none --runs 4000 --seed 1 --step 3"
    ]
  ] as const)('can be pasted into a shell', (asked, step, command) => {
    expect(commandOf(asked, ['stability_index>50@2034-10'], step)).toBe(command);
  });
});

describe('what was found', () => {
  it.each([
    [small, null],
    [{ ...small, uncertainty: 'narrow', runs: 200 } as const, 4]
  ])('has the bits of the command, as JSON and as CSV', async (asked, step) => {
    const view = await viewOf(asked);
    const command = commandOf(asked, view.report.goals, step).replaceAll("'", '').split(' -- ')[1]!.split(' ');
    const at = step ?? view.suggested;
    const { box, inside } = tellingOf(view, at);
    const json = await mizanHere([...command, '--json']);
    expect(discoveryJson(view.report, at, box, inside)).toBe(json.out);
    const csv = await mizanHere([...command, '--csv', '-']);
    expect(trajectoryCsv(view.report)).toBe(csv.out);
  });

  it('shows every restricted factor over its range, and each run of either kind once', async () => {
    const view = await viewOf({ ...small, uncertainty: 'narrow', runs: 200 });
    for (const { box } of view.tellings) {
      for (const range of box.ranges) {
        const factor = view.factors[range.factor]!;
        const { low, high } = placesOf(range, factor);
        for (const place of [low, high]) {
          expect(place ?? 0.5).toBeGreaterThanOrEqual(0);
          expect(place ?? 0.5).toBeLessThanOrEqual(1);
        }
        for (const shares of [factor.reached, factor.others])
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2);
        expect(factor.drawn).toHaveLength(200);
      }
    }
    expect(view.telling).toHaveLength(view.report.trajectory.length);
    expect(view.drawn.filter((wanted) => wanted === 1)).toHaveLength(view.report.reached);
  });
});

describe('the answer', () => {
  it('is a sentence with the names and units of the model, in either language', async () => {
    const view = await viewOf(small);
    const said = plain(answer(telling(view, 'en')));
    expect(said).toMatch(
      /^The goal is reached in \d+(\.\d)?% of runs in which .*Unified joint force.* is at least \d+%/
    );
    expect(said).toMatch(
      /These runs are \d+(\.\d)?% of all that reach it\. Without any condition it is reached in \d+%\.$/
    );
    expect(plain(answer(telling(view, 'ar')))).toMatch(
      /^يُبلَغ الهدف في .*من التشغيلات التي لا تقل فيها قيمة «القوة المشتركة/
    );
    expect(basis(telling(view, 'en')).join(' ')).toContain(
      '300 runs from “Status quo”, with 3 factors varying; seed 5.'
    );
    expect(insideSaid(telling(view, 'en'))).toMatch(
      /reaches the goal: Stability \d+\.\d in October 2029, Relapse rate/
    );
  });

  it('tells uncertain numbers after the inputs, with the point of their range', () => {
    const range = { kind: 'input', low: 46.2, high: null, chance: 0 } as const;
    const report = { reached: 22, runs: 100, failed: 0, factors: 3, seed: 1, goals: [], trajectory: [] };
    const factor = { kind: 'input', low: 0, high: 100, ticks: [], reached: [], others: [], drawn: [] } as const;
    const uncertain = { ...factor, kind: 'parameter', high: 1 } as const;
    const view = {
      asked: standard,
      report,
      suggested: 1,
      met: [22],
      telling: [0, 1],
      drawn: [],
      factors: { a: factor, b: factor, c: uncertain },
      tellings: [
        { box: { coverage: 1, density: 0.22, mass: 1, runs: 100, reached: 22, ranges: [] }, inside: null },
        {
          box: {
            coverage: 0.61,
            density: 0.83,
            mass: 0.16,
            runs: 16,
            reached: 13,
            ranges: [
              { factor: 'a', ...range },
              { factor: 'b', ...range, high: 71.9 },
              {
                factor: 'c',
                kind: 'parameter',
                low: null,
                high: 0.11,
                lowProbability: null,
                highProbability: 0.776,
                chance: 0
              }
            ]
          },
          inside: null
        }
      ]
    } as unknown as FuturesView;
    const told = {
      ...telling({ ...view, factors: {} }, 'en', 1),
      view,
      factors: {
        a: { name: 'Unified force', unit: '%' },
        b: { name: 'Dialogue', unit: '' },
        c: { name: 'Base rate', unit: 'per year' }
      }
    };
    const said = answer(told);
    expect(plain(said)).toBe(
      'The goal is reached in 83% of runs in which Unified force is at least 46% and Dialogue lies between 46 and 72,' +
        'and of what is uncertain, Base rate is at most 0.110 per year (the 78% point of its distribution).' +
        ' These runs are 61% of all that reach it. Without any condition it is reached in 22%.'
    );
    expect(said.main.filter(({ strong }) => strong).map(({ text }) => text)).toEqual([
      '83%',
      'at least 46%',
      'between 46 and 72'
    ]);
    expect(plain(answer({ ...told, step: 0 }))).toMatch(/^Without any condition the goal is reached in 22% of runs\./);
    expect(stepSaid(told, 1)).toBe('Step 1: coverage 61%, density 83%, 3 ranges');
  });

  it('says what to change where no run reaches the goal, or every one', async () => {
    const never = await viewOf({ ...small, goals: [goal('stability_index', 'above', 99), small.goals[1]!], runs: 100 });
    expect(plain(answer(telling(never, 'en')))).toBe(
      'No run reaches the goal. Lower a level, allow more time, or let more vary.'
    );
    expect(goalsAlone(telling(never, 'en'))[0]).toBe(
      'Stability at least 99.0 in October 2034: reached in 0% of runs by itself.'
    );
    expect(tellingOf(never, 0).inside).toBeNull();
    const always = await viewOf({ ...small, goals: [goal('stability_index', 'above', 1)], runs: 100 });
    expect(plain(answer(telling(always, 'ar')))).toMatch(/^كل تشغيل يبلغ الهدف\./);
    expect(goalsAlone(telling(always, 'ar'))).toEqual([]);
  });
});

describe('the figures', () => {
  it('are told what the step says', async () => {
    const view = await viewOf(small);
    const told = telling(view, 'en');
    const { box } = tellingOf(view, view.suggested);
    const peeling = peelingOf(told, 700, () => undefined);
    expect(peeling.boxes).toHaveLength(view.telling.length);
    expect(peeling.texts.say(view.suggested)).toBe(stepSaid(told, view.suggested));
    expect(peelingOf(told, 700).interactive).toBe(false);
    const strips = stripsOf(told, 700);
    expect(strips.rows.map(({ id }) => id)).toEqual(box.ranges.map(({ factor }) => factor));
    expect(strips.rows[0]!.said).toMatch(/^(at least|at most|between) /);
    expect(pairsOf(told, 700)?.axes.length ?? 0).toBe(box.ranges.length < 2 ? 0 : Math.min(3, box.ranges.length));
    expect(pairsOf(telling(view, 'en', 0), 700)).toBeNull();
  });
});

describe('the state of the page', () => {
  async function stateOf(): Promise<{ state: FuturesState; close: () => void; started: () => number }> {
    const published = await viewOf(small);
    const { run, close } = await runner();
    let runs = 0;
    const state = new FuturesState(published, { ...small, runs: 400 }, {}, () =>
      Promise.resolve({
        model,
        base: (named) => presets.find(({ id }) => id === named)!.scenario,
        run: (signal) => async (cases, options) => {
          runs += 1;
          signal.throwIfAborted();
          return run.run(cases, options);
        },
        quantileOf: run.quantileOf,
        names: (ids) => factorNames(model, texts.en, ids)
      })
    );
    return { state, close, started: () => runs };
  }

  it('computes nothing by itself, then what is asked, and shows the step that was chosen', async () => {
    const { state, close, started } = await stateOf();
    expect([state.isCurrent, state.isCoarser, state.isAskable, started()]).toEqual([false, true, true, 0]);
    state.choose(3);
    expect(state.step).toBe(3);
    state.choose(state.view.suggested);
    expect(state.chosen).toBeNull();
    await state.compute();
    close();
    expect(started()).toBeGreaterThan(0);
    expect(state.view.report.runs).toBe(400);
    expect([state.isCurrent, state.isPublished, state.isRunning]).toEqual([true, false, false]);
    expect(Object.keys(state.names)).toEqual(Object.keys(state.view.factors));
  });

  it('leaves what stood before where it is cancelled', async () => {
    const { state, close } = await stateOf();
    const before = state.view;
    const running = state.compute();
    expect(state.isRunning).toBe(true);
    state.cancel();
    await running;
    close();
    expect(state.view).toBe(before);
    expect([state.state, state.isRunning, state.isCurrent]).toEqual(['cancelled', false, false]);
  });

  it('takes over what an address asks, and the step once its results are there', async () => {
    const { state, close, started } = await stateOf();
    const asked = { ...small, runs: 150 };
    state.open({ asked, step: 2, notices: [], scenarioNotices: [] });
    expect(sameQuestion(state.asked, asked)).toBe(true);
    expect([started(), state.chosen]).toEqual([0, null]);
    await state.compute();
    close();
    expect(state.step).toBe(2);
  });

  it('asks nothing where nothing varies', async () => {
    const { state, close, started } = await stateOf();
    state.ask({ inputs: [], uncertainty: 'none' });
    expect(state.isAskable).toBe(false);
    await state.compute();
    close();
    expect(started()).toBe(0);
  });
});
