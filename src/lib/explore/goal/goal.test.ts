import { beforeAll, describe, expect, it } from 'vitest';
import { movableInputs, type RunCases } from '$lib/analysis';
import { lightPalette, frontTable } from '$lib/charts';
import { decodeLink, parseScenario, statusQuo } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { loadFolder } from '../../../../tests/libya/load';
import { goalSubject } from '../goals/goal-subject';
import { goalQuery, readGoalAddress, type GoalAddressGround } from './address';
import { GoalState } from './goal.svelte';
import { movable, standardQuestion, standsOf, type AskedGoal, type GoalNames } from './question';
import { seekGoal, type GoalResult } from './result';
import { answer, commandOf, frontOf, helpsSaid, movesOf, surePlace, waySaid } from './tell';

/** The page's question, address and words, on the Libya model with tiny searches. */
const { model, texts, presets: documents } = loadFolder('models/libya');
const presets = documents.flatMap(({ id, document }) => {
  const { scenario } = parseScenario(document, model);
  return scenario ? [{ id, scenario }] : [];
});
const subject = goalSubject(model, texts.en, {});
const standard = standardQuestion(model, subject, 'stability_index');
const ground: GoalAddressGround = { model, presets, standard };
const namesOf = (locale: 'en' | 'ar'): GoalNames => ({
  model: { id: model.id, title: texts[locale].title, version: model.version },
  subject: goalSubject(model, texts[locale], { stability_index: 'higher' }),
  bases: [{ id: 'status_quo', name: 'Status quo', stands: standsOf(model, statusQuo(model)), comes: {} }],
  inputs: movable(model, texts[locale]),
  offered: movableInputs(model)
});
const asked: AskedGoal = {
  ...standard,
  goals: [{ output: 'stability_index', month: 60, side: 'above', level: 42 }],
  levers: [
    { id: 'unified_force', bounds: null, cost: null },
    { id: 'border_coordination', bounds: [10, 80], cost: 2 }
  ]
};

describe('the address of a question', () => {
  it('reads as it is written, whatever is asked', () => {
    const wide: AskedGoal = {
      ...asked,
      base: 'm=libya@1.0.0&unified_force=80~2025-01~24',
      goals: [...asked.goals, { output: 'relapse_hazard', month: 120, side: 'below', level: 0.03 }],
      start: 8,
      ramp: 12,
      seed: 4,
      against: 1
    };
    for (const each of [wide, { ...asked, base: presets[1]!.id }]) {
      const query = goalQuery(each, standard, model.time.start);
      const read = readGoalAddress(`?${query}`, ground)!;
      expect(read.notices).toEqual([]);
      expect(read.asked).toEqual(each);
    }
    expect(goalQuery(standard, standard, model.time.start)).toBe('');
    expect(readGoalAddress('?utm_source=x&lang=ar', ground)).toBeNull();
  });

  it('takes the link of a scenario as what is started from', () => {
    const read = readGoalAddress('m=libya@1.0.0&unified_force=80&lever=un_mission', ground)!;
    expect(read.asked.base).toBe('m=libya@1.0.0&unified_force=80');
    expect(read.asked.levers).toEqual([{ id: 'un_mission', bounds: null, cost: null }]);
    expect(read.asked.goals).toEqual(standard.goals);
  });

  it('names what it cannot use, and applies the rest', () => {
    const read = readGoalAddress(
      'a=nowhere&goal=stability_index&goal=stability>5&lever=unified_force:90..20&lever=un_mission*3&move=soon&against=7&seed=x&b=1',
      ground
    )!;
    expect(read.notices.map(({ kind }) => kind)).toEqual([
      'badPart',
      'badBase',
      'badGoal',
      'badGoal',
      'badLever',
      'badMove',
      'badPart',
      'badPart'
    ]);
    expect(read.asked).toEqual({ ...standard, levers: [{ id: 'un_mission', bounds: null, cost: 3 }] });
  });

  it('keeps goals inside a run that ends early', () => {
    const read = readGoalAddress('m=libya@1.0.0&until=2030-10', ground)!;
    expect(read.asked.goals[0]!.month).toBe(72);
  });
});

describe('an answer', () => {
  let result: GoalResult;
  let impossible: GoalResult;
  const simulator = directSimulator();
  const run: RunCases = (cases, options) => simulator.cases(cases, options);

  beforeAll(async () => {
    await simulator.open(model);
    const sizes = { futures: 20, points: 5 };
    result = await seekGoal(model, statusQuo(model), asked, run, sizes);
    const narrow: AskedGoal = { ...asked, levers: [{ id: 'unified_force', bounds: [17, 50], cost: null }] };
    const high = { ...narrow, goals: [{ ...asked.goals[0]!, level: 70 }] };
    impossible = await seekGoal(model, statusQuo(model), high, run, sizes);
  });

  it('is told as a sentence with its numbers', () => {
    const { first, then } = answer({ locale: 'en', names: namesOf('en'), result });
    const { best } = result.study;
    expect(first).toMatch(/^The cheapest way found: .*Unified force to \d+% \(\+\d+\).*, at a cost of [\d.]+\.$/);
    expect(first).toContain(`at a cost of ${Number(best!.cost.toFixed(1))}`);
    expect(then[0]).toBe(`In the expected run Stability comes to ${best!.values[0]!.toFixed(1)}.`);
    expect(then[1]).toMatch(/^The goal holds in [\d.]+% of 20 futures .*; without any change, in [\d.]+%\.$/);
    expect(then[2]).toMatch(/8 of 10 futures/);
    const { front } = result.study;
    const place = front.findIndex(({ judged }) => judged!.all.share >= 0.8);
    expect(surePlace(result)).toBe(place < 0 ? null : place);
    const arabic = answer({ locale: 'ar', names: namesOf('ar'), result });
    expect(arabic.first).toMatch(/^أقل الطرق التي وُجدت كلفة: .*«القوة الموحدة» إلى /);
  });

  it('is a table, dearest move first, whose costs add up', () => {
    const telling = { locale: 'en', names: namesOf('en'), result } as const;
    const { moves, stay } = movesOf(telling, result.study.front.at(-1)!);
    expect(moves.map(({ id }) => id)).toEqual(['border_coordination', 'unified_force']);
    expect(stay).toEqual([]);
    expect(moves[0]!.strip).toMatchObject({ low: 0.1, high: 0.8, to: 0.8 });
    const sum = moves.reduce((total, { cost }) => total + Number(cost), 0);
    expect(sum).toBeCloseTo(result.study.front.at(-1)!.cost, 0);
    expect(movesOf(telling, result.study.idle)).toEqual({
      moves: [],
      stay: ['Unified joint force (5+5)', 'Border coordination, all three borders']
    });
    expect(waySaid(telling, result.levers, result.study.idle.targets)).toBe('with nothing moved');
  });

  it('gives links that open the ways, and the command that finds them', () => {
    const { scenario, notices } = decodeLink(result.links.shown, { find: () => model });
    expect(notices).toEqual([]);
    const place = result.levers.findIndex(({ id }) => id === 'unified_force');
    expect(standsOf(model, scenario!)['unified_force']).toBe(result.study.best!.targets[place]);
    expect(result.links.front).toHaveLength(result.study.front.length);
    expect(commandOf(result, model.time.start).join(' ')).toBe(
      "npm run -s mizan -- goal status_quo --goal 'stability_index>42@2029-10' --lever unified_force --lever 'border_coordination:10..80*2' --futures 20 --points 5"
    );
  });

  it('is a figure that says which point is looked at, and a table of the same', () => {
    const telling = { locale: 'en', names: namesOf('en'), result } as const;
    const props = { ...frontOf(telling, 900, 1, () => undefined), palette: lightPalette };
    expect(props.chosen).toBe('1');
    expect(props.found).toMatchObject({ label: 'cheapest found' });
    expect(props.points.find(({ id }) => id === props.found!.id)!.cost).toBe(result.study.best!.cost);
    expect(props.say('0')).toMatch(/^Cost 0: [\d.]+, holds in [\d.]+%$/);
    expect(frontTable(props).rows).toHaveLength(result.study.front.length);
  });

  it('says where no way was found what came nearest, which bound binds and what else would bring', () => {
    const telling = { locale: 'en', names: namesOf('en'), result: impossible } as const;
    expect(answer(telling).first).toMatch(
      /^No way found within these bounds: the nearest came to 4\d\.\d, where 70\.0 is asked for\.$/
    );
    expect(answer(telling).then[0]).toMatch(/^That was Unified force to 50% \(\+33\), at a cost of 33\.$/);
    const helps = helpsSaid(telling);
    expect(helps[0]).toMatch(/^Unified force stands at your bound; let go to 100%, it would bring 4\d\.\d\.$/);
    expect(helps).toHaveLength(4);
  });

  it('stays in view while another question is asked, and is computed only on request', async () => {
    let opened = 0;
    const state = new GoalState(result, () => {
      opened += 1;
      return Promise.resolve({ model, base: () => statusQuo(model), run: () => run, isSlow: true });
    });
    expect(state.isCurrent).toBe(true);
    expect(state.isCoarse).toBe(true);
    state.choose(0);
    expect(state.way).toBe(result.study.front[0]);
    expect(state.link).toBe(result.links.front[0]);
    state.ask({ goals: [{ ...asked.goals[0]!, level: 41 }] });
    expect(state.isCurrent).toBe(false);
    expect(opened).toBe(0);
    const computing = state.compute();
    expect(state.stage).toBe('search');
    state.cancel();
    await computing;
    expect(state.state).toBe('cancelled');
    expect(state.result).toBe(result);
    await state.compute();
    expect(state.isCurrent).toBe(true);
    expect(state.result.study.best!.cost).toBeLessThan(result.study.best!.cost);
    expect(state.chosen).toBeNull();
    expect(state.stage).toBeNull();
  });
});
