import type { Goal } from '$lib/analysis';
import { displayOf, type Display } from '$lib/desk';
import { catalogue, formatMonth, goalsWords, type Locale } from '$lib/i18n';
import { nameOfCell, type Better, type Model, type ModelText, type OutputDisplay } from '$lib/model';
import { dateOf } from '$lib/scenario';
import type { SliderScale } from '$lib/ui';

/** What goals can be about: the outputs of a model in the page's language, as plain data that comes with the page. */
export interface GoalSubject {
  readonly outputs: readonly GoalOutput[];
  /** Month 0, and months of the run. */
  readonly start: string;
  readonly months: number;
}

export interface GoalOutput {
  readonly cell: string;
  readonly name: string;
  readonly display: OutputDisplay;
  /** In words, of an output that is shown as a plain number. */
  readonly unit: string;
  readonly headline: boolean;
  /** Name of its sector. */
  readonly sector: string;
  /** Which way is the better one; null where the model does not say. */
  readonly better: Better | null;
}

export const MOST_GOALS = 4;

export function goalSubject(model: Model, text: ModelText, better: Readonly<Record<string, Better>>): GoalSubject {
  const quantities = new Map([...model.stocks, ...model.variables].map((quantity) => [quantity.name, quantity]));
  return {
    outputs: model.outputs.map(({ cell, display, headline }) => {
      const { unit = '', sector = '' } = quantities.get(cell.split('.')[0]!) ?? {};
      return {
        cell,
        name: nameOfCell(text, cell),
        display,
        unit: display === 'number' && unit !== '1' ? (text.units[unit] ?? unit) : '',
        headline,
        sector: text.sectors[sector]?.name ?? sector,
        better: better[cell] ?? null
      };
    }),
    start: model.time.start,
    months: model.time.months
  };
}

export function goalOutput({ outputs }: GoalSubject, cell: string): GoalOutput {
  const found = outputs.find((output) => output.cell === cell);
  return found ?? { cell, name: cell, display: 'number', unit: '', headline: false, sector: '', better: null };
}

/** Outputs as a list to choose from shows them: those of the headline first, then the others by sector. */
export function outputGroups(
  { outputs }: GoalSubject,
  headline: string
): readonly { readonly name: string; readonly outputs: readonly GoalOutput[] }[] {
  const others = outputs.filter((output) => !output.headline);
  const sectors = [...new Set(others.map(({ sector }) => sector))];
  return [
    { name: headline, outputs: outputs.filter((output) => output.headline) },
    ...sectors.map((name) => ({ name, outputs: others.filter(({ sector }) => sector === name) }))
  ].filter((group) => group.outputs.length > 0);
}

/** A level as it is typed: what it is multiplied with, in what range, in which unit. */
export interface LevelField {
  readonly factor: number;
  readonly scale: SliderScale;
  readonly unit: string;
}

export function levelField({ display, unit }: GoalOutput, level: number, locale: Locale): LevelField {
  if (display === 'number') {
    const size = level === 0 ? 1 : 10 ** Math.floor(Math.log10(Math.abs(level)));
    return { factor: 1, scale: { minimum: 0, maximum: 1_000_000, step: size / 10 }, unit };
  }
  return {
    factor: display === 'share' ? 100 : 1,
    scale: { minimum: 0, maximum: 100, step: 1 },
    unit: goalsWords(locale).units[display]
  };
}

/** Where nobody has said a level: somewhat better than where the output stands, in round numbers. */
export function startingLevel({ display, better }: GoalOutput, standing: number | null): number {
  const sign = better === 'lower' ? -1 : 1;
  if (standing === null || !Number.isFinite(standing))
    return { index: 55, share: sign > 0 ? 0.5 : 0.3, percent: sign > 0 ? 50 : 10, number: 1 }[display];
  if (display === 'number') {
    const level = Math.abs(standing) * (1 + sign / 4);
    return Number(level.toPrecision(1));
  }
  const hundred = display === 'share' ? 100 * standing : standing;
  const way = sign > 0 ? 100 - hundred : hundred;
  const step = way > 25 ? 5 : 1;
  const wanted = hundred + sign * Math.max(step, way / 5);
  const level = Math.min(100, Math.max(0, Math.round(wanted / step) * step));
  return display === 'share' ? level / 100 : level;
}

/** Value of an output in a month where nothing is changed; null where it is not known. */
export type Standing = (cell: string, month: number) => number | null;

const unknown: Standing = () => null;

export function goalFor(
  subject: GoalSubject,
  cell: string,
  month: number = subject.months,
  standing: Standing = unknown
): Goal {
  const output = goalOutput(subject, cell);
  return {
    output: cell,
    month,
    side: output.better === 'lower' ? 'below' : 'above',
    level: startingLevel(output, standing(cell, month))
  };
}

/** A further goal: the next headline output that no goal is about, at the month of the last one. */
export function nextGoal(subject: GoalSubject, goals: readonly Goal[], standing: Standing = unknown): Goal {
  const taken = new Set(goals.map(({ output }) => output));
  const { outputs } = subject;
  const free = [...outputs.filter(({ headline }) => headline), ...outputs].find(({ cell }) => !taken.has(cell));
  return goalFor(subject, free?.cell ?? outputs[0]?.cell ?? '', goals.at(-1)?.month, standing);
}

export function goalDisplay(subject: GoalSubject, cell: string, locale: Locale): Display {
  const { display, unit } = goalOutput(subject, cell);
  return displayOf(display, locale, catalogue(locale), unit);
}

/** `Stability at least 55.0 in October 2034`. */
export function goalSaid(subject: GoalSubject, { output, side, level, month }: Goal, locale: Locale): string {
  const words = goalsWords(locale);
  const { scale } = goalDisplay(subject, output, locale);
  const unit = goalOutput(subject, output).unit;
  return words.said(
    goalOutput(subject, output).name,
    words.sides[side],
    unit === '' ? scale.format(level) : `${scale.format(level)} ${unit}`,
    formatMonth(locale, dateOf(month, subject.start))
  );
}

export function goalsSaid(subject: GoalSubject, goals: readonly Goal[], locale: Locale): string {
  return goals.map((goal) => goalSaid(subject, goal, locale)).join(goalsWords(locale).join);
}
