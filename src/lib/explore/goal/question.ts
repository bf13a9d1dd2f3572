import { inputsOf, movableInputs, SEEK, type Goal, type LeverChoice } from '$lib/analysis';
import type { Model, ModelText } from '$lib/model';
import { inputAt, inputRange, membersOf, type Scenario } from '$lib/scenario';
import { goalFor, type GoalSubject } from '../goals/goal-subject';

/** What the page asks, as plain data. */
export interface AskedGoal {
  /** Id of a preset, or the query of a scenario's link. */
  readonly base: string;
  readonly goals: readonly Goal[];
  readonly levers: readonly LeverChoice[];
  /** Month in which moves begin, and months that they take. */
  readonly start: number;
  readonly ramp: number;
  readonly seed: number;
  /** Number of the goal that the front is of. */
  readonly against: number;
}

/** A scenario's link in place of the id of a preset. */
export function isLink(base: string): boolean {
  return base.includes('=');
}

/** An input or composite that may be moved, in the page's language. */
export interface Movable {
  readonly id: string;
  readonly name: string;
  /** For sentences. */
  readonly short: string;
  /** Name of its group. */
  readonly group: string;
  readonly unit: string;
  readonly range: readonly [number, number];
  readonly step: number;
  /** What it moves: itself, or the inputs of a composite. */
  readonly members: readonly string[];
}

/** What comes with the page: names, ranges, and where things stand without changes. */
export interface GoalNames {
  readonly model: { readonly id: string; readonly title: string; readonly version: string };
  readonly subject: GoalSubject;
  readonly bases: readonly {
    readonly id: string;
    readonly name: string;
    /** Where inputs stand at its end, and outputs come to, by id. */
    readonly stands: Readonly<Record<string, number>>;
    readonly comes: Readonly<Record<string, number>>;
  }[];
  /** By id; members of composites too. */
  readonly inputs: readonly Movable[];
  /** Ids that are offered: composites, and what no composite moves. */
  readonly offered: readonly string[];
}

export function movable(model: Model, text: ModelText): readonly Movable[] {
  return [...model.inputs, ...model.composites].map(({ id, group }): Movable => {
    const members = membersOf(model, id);
    const { minimum = 0, maximum = 0 } = inputRange(model, id) ?? {};
    return {
      id,
      name: text.inputs[id]?.name ?? id,
      short: text.inputs[id]?.short ?? text.inputs[id]?.name ?? id,
      group: text.groups[group]?.name ?? group,
      unit: members[0]?.unit ?? '',
      range: [minimum, maximum],
      step: Math.max(...members.map((input) => input.step)),
      members: members.map((input) => input.id)
    };
  });
}

/** Where every input and composite stands at the end of a scenario. */
export function standsOf(model: Model, scenario: Scenario): Record<string, number> {
  const ids = [...model.inputs, ...model.composites].map(({ id }) => id);
  return Object.fromEntries(ids.map((id) => [id, inputAt(model, scenario, id, scenario.settings.months)]));
}

/** Levers where nobody has chosen: efforts that the model's main actors decide on; of another model the principal inputs. */
const firstLevers = [
  'unified_force',
  'border_coordination',
  'political_process',
  'southern_programme',
  'us_diplomacy',
  'us_defence',
  'us_development',
  'us_balance'
];

export function standardQuestion(model: Model, subject: GoalSubject, headline: string): AskedGoal {
  const offered = movableInputs(model);
  const known = firstLevers.filter((id) => offered.includes(id));
  const levers = known.length > 0 ? known : inputsOf(model, 'principal');
  return {
    base: 'status_quo',
    goals: [{ ...goalFor(subject, headline), level: 50 }],
    levers: levers.map((id) => ({ id, bounds: null, cost: null })),
    start: Math.min(SEEK.start, subject.months),
    ramp: SEEK.ramp,
    seed: SEEK.seed,
    against: 0
  };
}
