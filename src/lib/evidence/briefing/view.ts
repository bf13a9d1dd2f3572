import type { ColourName, TimelineLaneProps } from '$lib/charts';
import {
  catalogue,
  formatDifference,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPlain,
  type Locale
} from '$lib/i18n';
import {
  nameOfCell,
  standingOf,
  type ActorColour,
  type Briefing,
  type Claim,
  type Model,
  type ModelText,
  type OutputDisplay,
  type Source,
  type Standing
} from '$lib/model';
import { dateOf, defaultOf, type Profile } from '$lib/scenario';
import type { BriefingResults, ClaimResult, Effect } from './results';

/**
 * The briefing in one language, as plain data for the page: texts chosen, numbers formatted, sources numbered in the order
 * in which they are first named. Addresses are the page's business: a name carries where the model tells of it.
 */
export interface BriefingView {
  readonly situation: readonly {
    readonly text: string;
    readonly notes: readonly number[];
    readonly judgement: boolean;
  }[];
  readonly themes: readonly { readonly id: string; readonly title: string; readonly claims: readonly ClaimView[] }[];
  readonly actors: readonly ActorView[];
  readonly lanes: readonly TimelineLaneProps[];
  readonly years: readonly [number, number];
  /** Numbered from 1. */
  readonly notes: readonly NoteView[];
  /** Last month of the runs, in words. */
  readonly end: string;
}

export interface NoteView {
  readonly key: string;
  readonly citation: string;
  readonly url: string | null;
  /** Host of the address. */
  readonly host: string | null;
}

export interface NameView {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing | null;
}

export interface ClaimView {
  readonly id: string;
  readonly paragraph: string;
  readonly title: string;
  readonly text: string;
  readonly mechanism: string;
  readonly names: readonly NameView[];
  readonly changes: readonly { readonly id: string; readonly name: string; readonly move: string }[];
  readonly query: string;
  readonly unchanged: boolean;
  readonly effects: readonly EffectView[];
  readonly checks: readonly {
    readonly id: string;
    readonly name: string;
    readonly holds: boolean;
    readonly margin: string;
  }[];
  readonly note: string | null;
}

export interface EffectView {
  readonly cell: string;
  readonly name: string;
  /** Where the change leads at the end, and where the status quo does. */
  readonly value: string;
  readonly reference: string;
  /** With its sign and unit. */
  readonly difference: string;
  /** One value a quarter, for the line beside the numbers. */
  readonly values: readonly number[];
  readonly references: readonly number[] | null;
  readonly domain: readonly [number, number];
}

export interface ActorView {
  readonly id: string;
  readonly name: string;
  readonly colour: ColourName;
  readonly who: string;
  readonly wants: string;
  readonly inputs: readonly NameView[];
  readonly notes: readonly number[];
}

export interface BriefingParts {
  readonly model: Model;
  readonly text: ModelText;
  readonly sources: readonly Source[];
  readonly briefing: Briefing;
  readonly results: BriefingResults;
}

export function briefingView({ model, text, sources, briefing, results }: BriefingParts): BriefingView {
  const { locale } = text;
  const notes = new Map<string, number>();
  const number = (keys: readonly string[]): number[] =>
    keys
      .filter((key) => key !== 'judgement')
      .map((key) => {
        const known = notes.get(key) ?? notes.size + 1;
        notes.set(key, known);
        return known;
      });
  const name = (id: string): NameView => ({ id, name: nameOfCell(text, id), standing: standingOf(model, id) ?? null });

  const situation = briefing.situation.map((paragraph) => ({
    text: paragraph.text[locale],
    notes: number(paragraph.sources),
    judgement: paragraph.judgement
  }));
  const actors = briefing.actors.map((actor) => ({
    id: actor.id,
    name: actor.name[locale],
    colour: colourOf(actor.colour),
    who: actor.who[locale],
    wants: actor.wants[locale],
    inputs: actor.inputs.map(name),
    notes: number(actor.sources)
  }));
  const lanes = briefing.lanes.map((lane) => ({
    id: lane.id,
    label: lane.name[locale],
    colour: colourOf(lane.colour),
    events: lane.events.map((event, index) => {
      const source = sources.find(({ key }) => key === event.source);
      return {
        id: `${lane.id}-${index}`,
        date: event.date,
        when: dateInWords(locale, event.date),
        label: event.label[locale],
        text: event.text[locale],
        source: (source && hostOf(source)) ?? source?.citation ?? event.source,
        address: source?.url ?? '',
        main: event.main
      };
    })
  }));
  const dated = briefing.lanes.flatMap(({ events }) => events.map(({ date }) => Number(date.slice(0, 4))));
  return {
    situation,
    actors,
    lanes,
    years: [Math.min(...dated), Math.max(...dated)],
    themes: briefing.themes.map((theme) => ({
      id: theme.id,
      title: theme.title[locale],
      claims: theme.claims.map((claim) => claimView(claim, model, text, results, name))
    })),
    notes: [...notes.keys()].map((key) => {
      const source = sources.find((each) => each.key === key);
      return {
        key,
        citation: source?.citation ?? key,
        url: source?.url ?? (source?.doi === undefined ? null : `https://doi.org/${source.doi}`),
        host: (source && hostOf(source)) ?? null
      };
    }),
    end: formatMonth(locale, results.to)
  };
}

function claimView(
  claim: Claim,
  model: Model,
  text: ModelText,
  results: BriefingResults,
  name: (id: string) => NameView
): ClaimView {
  const { locale } = text;
  const result = results.claims[claim.id];
  if (!result) throw new Error(`There are no results for the claim ${claim.id}.`);
  return {
    id: claim.id,
    paragraph: claim.paragraph,
    title: claim.title[locale],
    text: claim.text[locale],
    mechanism: claim.mechanism.text[locale],
    names: claim.mechanism.names.map(name),
    changes: changesOf(result, model, text),
    query: result.query,
    unchanged: result.unchanged,
    effects: result.effects.map((effect) => effectView(effect, result.unchanged, text)),
    checks: claim.checks.flatMap((id) => {
      const figure = results.checks[id];
      if (!figure) return [];
      const margin = formatPlain(locale, Number(Math.abs(figure.margin).toPrecision(3)), 6);
      return [{ id, name: text.checks[id]?.name ?? id, holds: figure.holds, margin }];
    }),
    note: claim.note?.[locale] ?? null
  };
}

/** Quarters: a line the size of a word needs no more. */
const every = 3;

function effectView({ cell, display, values, reference }: Effect, unchanged: boolean, text: ModelText): EffectView {
  const { locale } = text;
  const value = values.at(-1) ?? NaN;
  // A status quo is held against itself half a year on, when the start has settled.
  const before = unchanged ? (reference[settled] ?? NaN) : (reference.at(-1) ?? NaN);
  const shown = (series: readonly number[]): number[] =>
    series.filter((_, month) => month % every === 0).map((each) => Number(each.toPrecision(5)));
  const all = [...values, ...reference];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const air = Math.max((high - low) * 0.08, Math.abs(high) * 0.02);
  return {
    cell,
    name: nameOfCell(text, cell),
    value: formatValue(locale, value, display),
    reference: formatValue(locale, before, display),
    difference: formatChange(locale, value - before, display),
    values: shown(values),
    references: unchanged ? null : shown(reference),
    domain: [low - air, high + air]
  };
}

/** Months after which the model's start no longer shows. */
export const settled = 6;

export function formatValue(locale: Locale, value: number, display: OutputDisplay): string {
  if (display === 'share') return formatPercent(locale, value * 100, 1);
  if (display === 'percent') return formatPercent(locale, value, 1);
  return formatNumber(locale, value, { digits: display === 'index' ? 1 : 3 });
}

export function formatChange(locale: Locale, change: number, display: OutputDisplay): string {
  const { points, perCentPoints } = catalogue(locale).figures;
  if (display === 'number') return formatDifference(locale, change, 3);
  const [factor, unit] = display === 'index' ? [1, points] : [display === 'share' ? 100 : 1, perCentPoints];
  return `${formatDifference(locale, change * factor)} ${unit}`;
}

function changesOf({ scenario }: ClaimResult, model: Model, text: ModelText): ClaimView['changes'] {
  return Object.entries(scenario.profiles).map(([id, profile]) => {
    const initial = defaultOf(model, id);
    return { id, name: nameOfCell(text, id), move: moveOf(text.locale, profile, initial, model.time.start) };
  });
}

/** `17 → 80, January 2025 to January 2027`. Time runs left to right in both languages. */
function moveOf(locale: Locale, profile: Profile, initial: number, start: string): string {
  const steps =
    profile.kind === 'ramps'
      ? profile.ramps.map(({ target, start: from, ramp }) => ({ value: target, from, to: from + ramp }))
      : profile.points.map(({ value, month }) => ({ value, from: month, to: month }));
  const values = [initial, ...steps.map(({ value }) => value)].map((value) => formatPlain(locale, value, 0));
  const [from, to] = [steps[0]?.from ?? 0, steps.at(-1)?.to ?? 0].map((month) =>
    formatMonth(locale, dateOf(month, start), 'year')
  );
  return `\u2066${values.join(' → ')}\u2069 (\u2066${from ?? ''}–${to ?? ''}\u2069)`;
}

/** `23 September 2024`, or the month where no day is known. */
function dateInWords(locale: Locale, date: string): string {
  const month = formatMonth(locale, date.slice(0, 7));
  const day = date.slice(8);
  return day === '' ? month : `${Number(day)} ${month}`;
}

function hostOf({ url }: Source): string | null {
  return url === undefined ? null : (/^https?:\/\/(?:www\.)?([^/?#]+)/.exec(url)?.[1] ?? null);
}

/** The model's colour slots under the names that figures know. */
function colourOf(colour: ActorColour): ColourName {
  if (colour === 'own') return 'ink';
  if (colour === 'egypt-uae') return 'egypt_uae';
  return colour === 'italy-eu' ? 'italy_eu' : colour;
}
