import { compareWords, formatMonth, formatPercent, formatPlain } from '$lib/i18n';
import { nameOfCell, type Model } from '$lib/model';
import {
  dateOf,
  defaultOf,
  diff,
  inputAt,
  inputRange,
  profileOf,
  sameCourse,
  statusQuo,
  type Profile,
  type Scenario
} from '$lib/scenario';
import type { View } from './view';

/** What differs between scenarios, as rows: what moves an input in each of them. What is the same in all is left out. */
export interface DifferingRow {
  readonly id: string;
  readonly label: string;
  /** By place; the courses of an input, or plain values. */
  readonly values: readonly { readonly text: string; readonly isDefault: boolean }[];
}

/** Inputs first, by how far apart the scenarios take them at the end; then all else in the order of the scenario's parts. */
export function differingRows(view: View, scenarios: readonly Scenario[]): readonly DifferingRow[] {
  const { model } = view.state.subject;
  const inputs = differingInputs(model, scenarios)
    .map((id) => ({ id, apart: apartAtEnd(model, scenarios, id) }))
    .sort((a, b) => b.apart - a.apart)
    .map(({ id }) => inputRow(view, scenarios, id));
  return [...inputs, ...otherRows(view, scenarios)];
}

/** Ids of inputs that are moved differently; a composite stands for its members where none goes its own way. */
function differingInputs(model: Model, scenarios: readonly Scenario[]): string[] {
  const differs = (id: string): boolean => {
    const initial = defaultOf(model, id);
    const first = scenarios[0] ? profileOf(model, scenarios[0], id) : null;
    return scenarios.some((scenario) => !sameCourse(profileOf(model, scenario, id), first, initial));
  };
  const whole = model.composites.filter(
    ({ id, writes }) =>
      writes.some(differs) &&
      scenarios.every((scenario) => !writes.some((member) => Object.hasOwn(scenario.profiles, member))) &&
      differs(id)
  );
  const covered = new Set(whole.flatMap(({ writes }) => writes));
  const own = model.inputs.map(({ id }) => id).filter((id) => !covered.has(id) && differs(id));
  return [...whole.map(({ id }) => id), ...own];
}

function apartAtEnd(model: Model, scenarios: readonly Scenario[], id: string): number {
  const range = inputRange(model, id);
  const values = scenarios.map((scenario) => inputAt(model, scenario, id, scenario.settings.months));
  const width = range ? range.maximum - range.minimum : 1;
  return (Math.max(...values) - Math.min(...values)) / (width || 1);
}

function inputRow(view: View, scenarios: readonly Scenario[], id: string): DifferingRow {
  const { text, state } = view;
  const { model } = state.subject;
  const words = compareWords(view.locale);
  const values = scenarios.map((scenario) => {
    const profile = profileOf(model, scenario, id);
    return profile
      ? { text: sayProfile(view, profile, id), isDefault: false }
      : { text: words.unchanged, isDefault: true };
  });
  return { id, label: text.inputs[id]?.name ?? id, values };
}

function sayProfile({ locale, state }: View, profile: Profile, id: string): string {
  const { model } = state.subject;
  const words = compareWords(locale);
  const first = model.composites.find((composite) => composite.id === id)?.writes[0] ?? id;
  const unit = model.inputs.find((input) => input.id === first)?.unit;
  const value = (number: number): string =>
    unit === '%' ? formatPercent(locale, number) : formatPlain(locale, number, 1);
  const date = (month: number): string => formatMonth(locale, dateOf(month, model.time.start), 'short');
  if (profile.kind === 'points')
    return profile.points.map((point) => words.point(value(point.value), date(point.month))).join(words.then);
  let before = defaultOf(model, id);
  const parts = profile.ramps.map(({ target, start, ramp }) => {
    const [from, to] = [formatPlain(locale, before, 0), value(target)];
    before = target;
    return ramp === 0 ? words.step(from, to, date(start)) : words.ramp(from, to, date(start), date(start + ramp));
  });
  return parts.join(words.then);
}

/** Parameters, starting values, switches, events and settings in which the scenarios differ. */
function otherRows(view: View, scenarios: readonly Scenario[]): DifferingRow[] {
  const { locale, text, state } = view;
  const { model } = state.subject;
  const words = compareWords(locale);
  const quiet = statusQuo(model);
  const rows = new Map<string, { label: string; values: (string | null)[] }>();
  scenarios.forEach((scenario, place) => {
    for (const difference of diff(quiet, scenario)) {
      if (difference.kind === 'profile' || difference.kind === 'ensemble' || difference.kind === 'model') continue;
      const { kind, id, after } = difference;
      const key = kind === 'event' ? `event ${id}@${difference.month}` : `${kind} ${id}`;
      const row = rows.get(key) ?? { label: labelOf(difference), values: scenarios.map(() => null) };
      row.values[place] = typeof after === 'number' ? formatPlain(locale, after, 4) : sayChoice(id, after);
      rows.set(key, row);
    }
  });
  return [...rows].flatMap(([id, { label, values }]) =>
    values.every((value) => value === values[0])
      ? []
      : [
          {
            id,
            label,
            values: values.map((value) => ({ text: value ?? words.unchanged, isDefault: value === null }))
          }
        ]
  );

  function labelOf(difference: ReturnType<typeof diff>[number]): string {
    const { kind, id } = difference;
    if (kind === 'initial') return words.initial(nameOfCell(text, id));
    if (kind === 'event') {
      const name = text.events[id.replace(/@.*$/, '')]?.name ?? id;
      return words.event(name, formatMonth(locale, dateOf(difference.month, model.time.start), 'short'));
    }
    if (kind === 'setting') return words.settings[id];
    return nameOfCell(text, id);
  }

  function sayChoice(id: string, choice: string | null): string | null {
    if (choice === null) return null;
    return text.switches[id]?.choices?.[choice] ?? choice;
  }
}
