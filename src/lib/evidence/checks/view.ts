import type { CheckResult } from '$lib/analysis';
import { addMonths, checksWords, formatMonth, formatPlain, type Locale } from '$lib/i18n';
import { walk } from '$lib/language';
import { membersOf, encodeLink, type Profile, type Scenario } from '$lib/scenario';
import type { BehaviourCheck, Mechanism, Model, ModelBundle, ModelText } from '$lib/model';
import type { CheckSubject, NamedScenario } from '$lib/simulator';
import { sayFormula, type Saying } from './say';

/**
 * What the page of behaviour checks says of each check beside its figures, in one language, as plain data: worked out
 * while the site is built, so that a reader's browser gets sentences and neither formulas nor the names of the model.
 */
export interface CheckView {
  readonly id: string;
  readonly kind: BehaviourCheck['kind'];
  readonly name: string;
  readonly basis: readonly BasisView[];
  /** The statement, formally. */
  readonly statement: string;
  /** Each comparison with its two figures. */
  readonly sides: readonly { readonly text: string; readonly holds: boolean }[];
  /** Where a check of all months comes closest to failing. */
  readonly closest: string | null;
  /** The scenarios that the statement speaks of. */
  readonly scenarios: readonly ScenarioView[];
}

export type BasisView =
  { readonly kind: 'claim'; readonly id: string } | { readonly kind: 'source'; readonly key: string };

export interface ScenarioView {
  /** Its name in the statement: that of a preset, or a letter. */
  readonly name: string;
  /** What it changes; empty for a preset, whose name says it. */
  readonly changes: string;
  /** Query of a link that opens it. */
  readonly query: string;
}

export interface MechanismView {
  readonly id: string;
  readonly kind: Mechanism['kind'];
  readonly title: string;
  readonly about: string;
}

export function mechanismViews(mechanisms: readonly Mechanism[], locale: Locale): readonly MechanismView[] {
  return mechanisms.map(({ id, kind, title, about }) => ({ id, kind, title: title[locale], about: about[locale] }));
}

/** `model` with the spelling of its formulas, `results` as `evaluateCheck` gives them at the nominal parameters. */
export function checkViews(
  { model, scenarios }: Pick<CheckSubject, 'model' | 'scenarios'>,
  { checks, presets }: Pick<ModelBundle, 'checks' | 'presets'>,
  text: ModelText,
  results: readonly CheckResult[]
): readonly CheckView[] {
  const isPreset = new Set(presets.map(({ id }) => id));
  return checks.map((check, i) => {
    const naming = namesFor(check, scenarios, isPreset, text);
    const words = checksWords(text.locale);
    const saying: Saying = {
      locale: text.locale,
      words,
      model,
      text,
      scenarioName: (id) => naming.get(id)?.name ?? id
    };
    const found = results[i];
    const { test } = check;
    const formula = test.kind === 'within-ranges' ? null : test.equation.expression;
    return {
      id: check.id,
      kind: check.kind,
      name: text.checks[check.id]?.name ?? check.id,
      basis: check.basis.map((id): BasisView =>
        /^c\d+$/.test(id) ? { kind: 'claim', id } : { kind: 'source', key: id }
      ),
      statement: formula ? sayFormula(formula, saying) : words.withinRanges,
      sides: test.kind === 'holds' ? sidesOf(found, text.locale) : [],
      closest: found?.worst ? closestTo(found.worst, text, model, words) : null,
      scenarios: [...naming.values()].map(({ name, scenario, preset }) => ({
        name: preset ? name : words.scenarioLetter(name),
        changes: preset ? '' : changesOf(model, text, scenario),
        query: encodeLink(model, scenario)
      }))
    };
  });
}

type Named = { readonly name: string; readonly scenario: Scenario; readonly preset: boolean };

/** Scenarios in the order in which the statement names them; those that only checks use are lettered. */
function namesFor(
  { test }: BehaviourCheck,
  scenarios: readonly NamedScenario[],
  isPreset: ReadonlySet<string>,
  text: ModelText
): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  if (test.kind === 'within-ranges') return names;
  walk(test.equation.expression, (node) => {
    if (node.kind !== 'call' || names.has(node.name)) return;
    const scenario = scenarios.find(({ id }) => id === node.name)?.scenario;
    if (!scenario) return;
    const preset = isPreset.has(node.name);
    const letters = [...names.values()].filter((one) => !one.preset).length;
    const name = preset ? (text.presets[node.name]?.name ?? node.name) : 'ABCDEFGHIJ'.charAt(letters);
    names.set(node.name, { name, scenario, preset });
  });
  return names;
}

function sidesOf(
  result: CheckResult | undefined,
  locale: Locale
): readonly { readonly text: string; readonly holds: boolean }[] {
  const signs: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥', '<>': '≠' };
  return (result?.sides ?? []).map(({ left, operator, right, holds }) => ({
    text: `${short(locale, left)} ${signs[operator] ?? operator} ${short(locale, right)}`,
    holds
  }));
}

/** Four digits that count. */
export function short(locale: Locale, value: number): string {
  return Number.isFinite(value) ? formatPlain(locale, Number(value.toPrecision(4)), 12) : '–';
}

function closestTo(
  { scenario, month }: { readonly scenario: string; readonly month: number },
  text: ModelText,
  model: Model,
  words: ReturnType<typeof checksWords>
): string {
  const name = text.presets[scenario]?.name ?? scenario;
  return words.closest(name, formatMonth(text.locale, addMonths(model.time.start, month)));
}

const MOST_CHANGES = 12;

/** What a scenario changes, in words: inputs with where they go, and events that are forced. */
function changesOf(model: Model, text: ModelText, { profiles, events }: Scenario): string {
  const words = checksWords(text.locale);
  const entries = Object.entries(profiles);
  const between = text.locale === 'ar' ? '، ' : ', ';
  const month = (value: number): string => formatMonth(text.locale, addMonths(model.time.start, value));
  const changes =
    entries.length > MOST_CHANGES
      ? [words.changes(entries.length)]
      : entries.map(([id, profile]) => {
          const { value, from } = goal(profile);
          const name = text.inputs[id]?.name ?? membersOf(model, id)[0]?.id ?? id;
          const target = formatPlain(text.locale, value);
          return from > LATE ? words.changeFrom(name, target, month(from)) : words.change(name, target);
        });
  return [
    ...changes,
    ...events.map(({ event, month: at }) => words.forced(text.events[event]?.name ?? event, month(at)))
  ].join(between);
}

/** Changes that begin in the first half year go without a date. */
const LATE = 6;

function goal(profile: Profile): { readonly value: number; readonly from: number } {
  if (profile.kind === 'points') {
    const last = profile.points.at(-1);
    return { value: last?.value ?? NaN, from: profile.points[0]?.month ?? 0 };
  }
  const last = profile.ramps.at(-1);
  return { value: last?.target ?? NaN, from: last?.start ?? 0 };
}
