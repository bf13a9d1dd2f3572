import { addMonths } from '$lib/i18n';
import { nearest } from '$lib/language';
import type { Model } from '$lib/model';
import {
  initialRange,
  inputRange,
  parameterRange,
  withInitial,
  withParameter,
  withProfile,
  withSettings,
  withSwitch,
  type Interval,
  type Ramp,
  type Scenario
} from '$lib/scenario';
import { parseAssignment, parseMonth, parseSet, parseValue } from './assignment';
import { Refusal } from './refusal';
import type { Text } from './text';

/** Takes a text in whichever language the person reads. */
export type Warn = (what: (text: Text) => string) => void;

/** What the options of `run` change in a scenario, as written. */
export interface ChangeOptions {
  readonly set?: readonly string[];
  readonly param?: readonly string[];
  readonly initial?: readonly string[];
  readonly switch?: readonly string[];
  readonly method?: 'euler' | 'rk4';
  readonly steps?: string;
  readonly until?: string;
}

/** Ids by the option that sets them. */
type Ids = Readonly<Record<'--set' | '--param' | '--initial' | '--switch', readonly string[]>>;

const kinds = { '--set': 'input', '--param': 'parameter', '--initial': 'stock', '--switch': 'switch' } as const;

/** A run may go on past the model's own end, up to this many months. */
const longestRun = 1_200;

/**
 * The scenario with the options applied, over whatever the preset, file or link says. An option takes the place of that
 * input's whole profile; repeated, it adds ramps to the one before. Composites come before their members, whatever the
 * order of the options. Throws Refusal at the first option that cannot be applied; `warn` hears what is applied but odd.
 */
export function applyOptions(model: Model, scenario: Scenario, options: ChangeOptions, warn: Warn): Scenario {
  const ids = idsOf(model);
  const months = monthsOf(model, scenario, options.until);
  const reach = months > model.time.months ? { ...model, time: { ...model.time, months } } : model;
  const settled = withSettings(reach, scenario, settingsOf(options));
  const moved = applySets(reach, settled, options.set ?? [], ids, months);
  const switched = (options.switch ?? []).reduce((before, text) => applySwitch(reach, before, text, ids), moved);
  const parameters = numbersOf('--param', options.param ?? [], ids, (id) => parameterRange(model, id), warn);
  const initial = numbersOf('--initial', options.initial ?? [], ids, (id) => initialRange(model, id), warn);
  const overridden = applyNumbers(reach, switched, parameters, initial);
  return { ...overridden, settings: { ...overridden.settings, months } };
}

function idsOf(model: Model): Ids {
  return {
    '--set': [...model.inputs, ...model.composites].map(({ id }) => id),
    '--param': model.parameters.map(({ id }) => id),
    '--initial': model.stocks.flatMap(({ initial }) => initial.map(({ cell }) => cell)),
    '--switch': model.switches.map(({ id }) => id)
  };
}

function requireKnown(option: keyof Ids, id: string, ids: Ids): void {
  if (ids[option].includes(id)) return;
  const right = (Object.keys(ids) as (keyof Ids)[]).find((other) => ids[other].includes(id));
  if (right) throw new Refusal((t) => t.elsewhere(option, id, right));
  throw new Refusal((t) => t.unknownId(option, id, kinds[option], nearest(id, ids[option])));
}

function monthsOf(model: Model, scenario: Scenario, until: string | undefined): number {
  if (until === undefined) return scenario.settings.months;
  const { start } = model.time;
  const months = parseMonth('--until', until, start);
  if (months < 1) throw new Refusal((t) => t.untilTooEarly(until, addMonths(start, 1)));
  if (months > longestRun) throw new Refusal((t) => t.tooLate(until, addMonths(start, longestRun)));
  return months;
}

function settingsOf({ method, steps }: ChangeOptions): Partial<Scenario['settings']> {
  if (steps !== undefined && !(/^\d{1,2}$/.test(steps) && Number(steps) >= 1 && Number(steps) <= 64)) {
    throw new Refusal((t) => t.badSteps(steps));
  }
  return { ...(method ? { integrator: method } : {}), ...(steps ? { stepsPerMonth: Number(steps) } : {}) };
}

function applySets(model: Model, scenario: Scenario, texts: readonly string[], ids: Ids, months: number): Scenario {
  const ramps = new Map<string, Ramp[]>();
  for (const { id, ramp } of texts.map((text) => parseSet(text, model.time.start))) {
    requireKnown('--set', id, ids);
    const { minimum, maximum } = inputRange(model, id) as Interval;
    const { target, start } = ramp;
    if (target < minimum || target > maximum)
      throw new Refusal((t) => t.outside('--set', id, target, minimum, maximum));
    const [month, last] = [start, months].map((count) => addMonths(model.time.start, count)) as [string, string];
    if (start > months) throw new Refusal((t) => t.setBeyond(id, month, last));
    ramps.set(id, [...(ramps.get(id) ?? []), ramp]);
  }
  const composites = new Set(model.composites.map(({ id }) => id));
  const ordered = [...ramps].sort(([a], [b]) => Number(composites.has(b)) - Number(composites.has(a)));
  return ordered.reduce(
    (before, [id, list]) => withProfile(model, before, id, { kind: 'ramps', ramps: list }),
    scenario
  );
}

function applySwitch(model: Model, scenario: Scenario, text: string, ids: Ids): Scenario {
  const { id, value } = parseAssignment('--switch', text);
  requireKnown('--switch', id, ids);
  const choices = model.switches.find((one) => one.id === id)?.choices ?? [];
  if (!choices.includes(value)) throw new Refusal((t) => t.noChoice(id, value, choices.join(', ')));
  return withSwitch(model, scenario, id, value);
}

interface Numbers {
  /** By id, in the order of the options. */
  readonly all: ReadonlyMap<string, number>;
  /** Those that lie outside their range. */
  readonly outside: Readonly<Record<string, number>>;
}

function numbersOf(
  option: '--param' | '--initial',
  texts: readonly string[],
  ids: Ids,
  rangeOf: (id: string) => Interval | null,
  warn: Warn
): Numbers {
  const all = new Map<string, number>();
  for (const assignment of texts.map((text) => parseAssignment(option, text))) {
    requireKnown(option, assignment.id, ids);
    all.set(assignment.id, parseValue(option, assignment));
  }
  const outside = [...all].filter(([id, value]) => {
    const { minimum, maximum } = rangeOf(id) as Interval;
    const isOutside = value < minimum || value > maximum;
    if (isOutside) warn((t) => t.outsideAllowed(option, id, value, minimum, maximum));
    return isOutside;
  });
  return { all, outside: Object.fromEntries(outside) };
}

/**
 * A canonical scenario keeps its numbers inside their ranges, as links and pages need it; here a person who asks for more
 * is warned and given it. So those outside are written once more, as they were asked for, when all else is canonical.
 */
function applyNumbers(model: Model, scenario: Scenario, parameters: Numbers, initial: Numbers): Scenario {
  const started = [...initial.all].reduce((before, [id, value]) => withInitial(model, before, id, value), scenario);
  const whole = [...parameters.all].reduce((before, [id, value]) => withParameter(model, before, id, value), started);
  return {
    ...whole,
    parameters: { ...whole.parameters, ...parameters.outside },
    initial: { ...whole.initial, ...initial.outside }
  };
}
