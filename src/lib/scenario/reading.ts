import { nearest } from '$lib/language';
import type { Model } from '$lib/model';
import {
  catalogueOf,
  initialRange,
  inputRange,
  magnitudeRange,
  parameterRange,
  within,
  type Interval
} from './catalogue';
import { canonical, profileOrder } from './canonical';
import { monthOf, dateOf } from './dates';
import { samplings, uncertainties } from './ensemble';
import { limits } from './limits';
import type { NoticeCode } from './messages';
import { readNumber } from './numbers';
import type { EnsembleSettings, ForcedEvent, Notice, Profile, Scenario, Settings } from './scenario';

/** Bounds of the settings that are whole numbers, by their word. */
const wholeRanges = {
  steps: { minimum: 1, maximum: limits.steps },
  runs: { minimum: 1, maximum: limits.runs },
  seed: { minimum: 0, maximum: limits.seed }
} as const satisfies Readonly<Record<string, Interval>>;

/**
 * What links and files share: entries go in one by one, each is checked against the model, and what does not fit is
 * named in a notice and left out whole (half a profile would be another story than the one that was sent). `key` is
 * always the entry as the person wrote it, so that a notice can be found again in the text.
 */
export class Reading {
  readonly notices: Notice[] = [];
  private readonly seen = new Set<string>();
  private readonly profiles: Record<string, Profile> = {};
  private readonly parameters: Record<string, number> = {};
  private readonly initial: Record<string, number> = {};
  private readonly switches: Record<string, string> = {};
  private readonly events: ForcedEvent[] = [];
  private readonly settings: { -readonly [K in Exclude<keyof Settings, 'ensemble'>]?: Settings[K] } = {};
  private readonly ensemble: { -readonly [K in keyof EnsembleSettings]?: EnsembleSettings[K] } = {};
  private title = '';
  private note = '';

  constructor(readonly model: Model) {}

  notice(code: NoticeCode, data: Notice['data']): null {
    this.notices.push({ code, data });
    return null;
  }

  /** True the first time that `name` comes; later it is named as a duplicate. */
  first(name: string, key: string): boolean {
    if (this.seen.has(name)) {
      this.notice('duplicate', { key });
      return false;
    }
    this.seen.add(name);
    return true;
  }

  /** A name that the model does not have, with the one that was probably meant. */
  unknown(code: NoticeCode, key: string, id: string, known: Iterable<string>): void {
    const guess = nearest(id.slice(0, 80), known);
    this.notice(code, guess === undefined ? { key } : { key, nearest: guess });
  }

  knowsInput(id: string): boolean {
    return inputRange(this.model, id) !== null;
  }

  number(key: string, text: string): number | null {
    return readNumber(text) ?? this.notice('not-a-number', { key, text: excerpt(text) });
  }

  /** Months from the model's start to a date inside the model's time. */
  month(key: string, text: string): number | null {
    const { start, months } = this.model.time;
    const month = monthOf(text, start);
    if (month === null) return this.notice('bad-date', { key, text: excerpt(text) });
    if (month >= 0 && month <= months) return month;
    return this.notice('date-out-of-range', { key, text, from: start, until: dateOf(months, start) });
  }

  setProfile(key: string, id: string, profile: Profile): void {
    const range = inputRange(this.model, id);
    if (!range) return this.unknown('unknown-input', key, id, profileOrder(this.model));
    if (!this.first(`profile ${id}`, key)) return;
    const pieces = profile.kind === 'ramps' ? profile.ramps.length : profile.points.length;
    if (pieces > limits.pieces) return void this.notice('too-many-pieces', { key, limit: limits.pieces });
    const values =
      profile.kind === 'ramps' ? profile.ramps.map((ramp) => ramp.target) : profile.points.map((point) => point.value);
    const long =
      profile.kind === 'ramps' ? profile.ramps.find(({ ramp }) => ramp < 0 || ramp > limits.ramp) : undefined;
    if (long) return void this.notice('ramp-out-of-range', { key, value: long.ramp, maximum: limits.ramp });
    if (profile.kind === 'points' && new Set(profile.points.map((point) => point.month)).size < pieces) {
      return void this.notice('repeated-month', { key });
    }
    if (values.every((value) => this.inside(key, range, value))) this.profiles[id] = profile;
  }

  setParameter(key: string, id: string, value: number): void {
    const range = parameterRange(this.model, id);
    if (!range) return this.unknown('unknown-parameter', key, id, catalogueOf(this.model).parameters.keys());
    if (this.first(`parameter ${id}`, key) && this.inside(key, range, value)) this.parameters[id] = value;
  }

  setInitial(key: string, cell: string, value: number): void {
    const range = initialRange(this.model, cell);
    if (!range) return this.unknown('unknown-stock', key, cell, catalogueOf(this.model).initial.keys());
    if (this.first(`initial ${cell}`, key) && this.inside(key, range, value)) this.initial[cell] = value;
  }

  setSwitch(key: string, id: string, choice: string): void {
    const found = catalogueOf(this.model).switches.get(id);
    if (!found) return this.unknown('unknown-switch', key, id, catalogueOf(this.model).switches.keys());
    if (this.first(`switch ${id}`, key) && this.oneOf(key, found.choices, choice)) this.switches[id] = choice;
  }

  addEvent(key: string, event: string, month: number, magnitude: number): void {
    const { events } = catalogueOf(this.model);
    if (!events.has(event)) return this.unknown('unknown-event', key, event, events.keys());
    if (this.events.length >= limits.events) return void this.notice('too-many-pieces', { key, limit: limits.events });
    if (!this.first(`event ${event} ${month}`, key)) return;
    if (this.inside(key, magnitudeRange, magnitude)) this.events.push({ event, month, magnitude });
  }

  setMethod(key: string, method: string): void {
    if (this.first('method', key) && this.oneOf(key, ['euler', 'rk4'], method)) this.settings.integrator = method;
  }

  /** One of the settings that are whole numbers. */
  setWhole(key: string, word: keyof typeof wholeRanges, value: number): void {
    if (!this.first(word, key)) return;
    if (!Number.isInteger(value)) return void this.notice('not-whole', { key, value });
    if (!this.inside(key, wholeRanges[word], value)) return;
    if (word === 'steps') this.settings.stepsPerMonth = value;
    else this.ensemble[word] = value;
  }

  setUncertainty(key: string, text: string): void {
    if (this.first('uncertainty', key) && this.oneOf(key, uncertainties, text)) this.ensemble.uncertainty = text;
  }

  setSampling(key: string, text: string): void {
    if (this.first('sampling', key) && this.oneOf(key, samplings, text)) this.ensemble.sampling = text;
  }

  setShocks(key: string, text: string): void {
    if (this.first('shocks', key) && this.oneOf(key, ['on', 'off'], text)) this.ensemble.chance = text === 'on';
  }

  /** Last month of the run, as a date. */
  setUntil(key: string, text: string): void {
    if (!this.first('until', key)) return;
    const month = this.month(key, text);
    if (month === 0)
      this.notice('date-out-of-range', {
        key,
        text,
        from: dateOf(1, this.model.time.start),
        until: dateOf(this.model.time.months, this.model.time.start)
      });
    else if (month !== null) this.settings.months = month;
  }

  setTitle(key: string, text: string): void {
    if (!this.first('title', key)) return;
    this.title = text;
    if (text.length > limits.title) this.notice('shortened', { key, limit: limits.title });
  }

  setNote(key: string, text: string): void {
    if (!this.first('note', key)) return;
    this.note = text;
    if (text.length > limits.note) this.notice('shortened', { key, limit: limits.note });
  }

  finish(): Scenario {
    const { title, note, profiles, parameters, initial, switches, events, ensemble } = this;
    const settings = { ...this.settings, ensemble };
    return canonical(this.model, { title, note, profiles, parameters, initial, switches, events, settings });
  }

  private inside(key: string, range: Interval, value: number): boolean {
    if (within(range, value)) return true;
    this.notice('value-out-of-range', { key, value, minimum: range.minimum, maximum: range.maximum });
    return false;
  }

  private oneOf<const T extends string>(key: string, choices: readonly T[], choice: string): choice is T {
    if ((choices as readonly string[]).includes(choice)) return true;
    this.notice('unknown-choice', { key, text: excerpt(choice), choices: choices.join(', ') });
    return false;
  }
}

/** Foreign text as a notice may show it: short, and without characters that turn the line around. */
export function excerpt(text: string): string {
  const clean = text.slice(0, 60).replace(/[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu, '');
  return text.length > 60 ? `${clean}…` : clean;
}
