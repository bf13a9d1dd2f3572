import type { Model } from '$lib/model';
import { profileOrder, standardSettings } from './canonical';
import { dateOf } from './dates';
import { ensembleEntries } from './ensemble';
import { limits } from './limits';
import {
  decodeValue,
  encodeValue,
  ignoredKeys,
  inputKey,
  isReserved,
  linkWords,
  readProfile,
  reservedKeys,
  writeProfile,
  type LinkExtras
} from './link-syntax';
import type { NoticeCode } from './messages';
import { writeNumber } from './numbers';
import { excerpt, Reading } from './reading';
import type { Notice, Scenario } from './scenario';

/**
 * A scenario as a readable query, `m=libya@1.0.0&unified_force=80~2025-01~24&border_niger=60`, and back. For every
 * canonical scenario decodeLink(encodeLink(s)) is s, number by number; decodeLink takes any text whatever, never
 * throws, names what it could not use and applies the rest. Reference: docs/links.md.
 */

/** Where links find their models. `version` null asks for the newest one. */
export interface LinkModels {
  find(id: string, version: string | null): Model | null;
  /** The model that a link without `m` means. */
  readonly standard?: Model;
}

export interface DecodedLink {
  /** Null only where the link names a model that is not there, or none at all without a standard one. */
  readonly scenario: Scenario | null;
  readonly model: Model | null;
  readonly extras: LinkExtras;
  readonly notices: readonly Notice[];
}

/** The query without `?`. Longer than `limits.link` it would be cut by decodeLink: see `linkFits`. */
export function encodeLink(model: Model, scenario: Scenario, extras: LinkExtras = {}): string {
  const { start } = model.time;
  const { integrator, stepsPerMonth, months } = scenario.settings;
  const pairs: (readonly [string, string])[] = [
    ['m', `${scenario.model.id}@${scenario.model.version}`],
    ...Object.entries(scenario.profiles).map(([id, profile]) => [inputKey(id), writeProfile(profile, start)] as const),
    ...Object.entries(scenario.parameters).map(([id, value]) => [`p.${id}`, writeNumber(value)] as const),
    ...Object.entries(scenario.initial).map(([cell, value]) => [`i.${cell}`, writeNumber(value)] as const),
    ...Object.entries(scenario.switches).map(([id, choice]) => [`s.${id}`, choice] as const),
    ...scenario.events.map(
      ({ event, month, magnitude }) => [`e.${event}`, `${writeNumber(magnitude)}~${dateOf(month, start)}`] as const
    )
  ];
  if (integrator !== model.time.integrator) pairs.push(['method', integrator]);
  if (stepsPerMonth !== standardSettings(model, integrator).stepsPerMonth)
    pairs.push(['steps', writeNumber(stepsPerMonth)]);
  if (months !== model.time.months) pairs.push(['until', dateOf(months, start)]);
  for (const [word, value] of ensembleEntries(scenario.settings.ensemble)) pairs.push([word, String(value)]);
  if (scenario.title) pairs.push(['title', scenario.title]);
  if (scenario.note) pairs.push(['note', scenario.note]);
  for (const key of reservedKeys) {
    const value = extras[key];
    if (value !== undefined) pairs.push([key, value]);
  }
  if (extras.fingerprint) pairs.push(['fp', extras.fingerprint]);
  return pairs.map(([key, value]) => `${encodeValue(key)}=${encodeValue(value.toWellFormed())}`).join('&');
}

/** False for a scenario that is too long for a link and wants a file. */
export function linkFits(query: string): boolean {
  return query.length <= limits.link && query.split('&').length <= limits.linkParameters;
}

/** The link of a scenario, or null where it holds what links do not allow (a parameter outside its range, a later end). */
export function wholeLink(model: Model, scenario: Scenario): string | null {
  const link = encodeLink(model, scenario);
  return decodeLink(link, { find: () => model }).notices.length === 0 ? link : null;
}

export interface LinkBounds {
  /** Characters. */
  readonly link: number;
  readonly linkParameters: number;
}

/** Bounds for queries that this browser stored itself: a scenario that is too long to share is still kept whole. */
export const storedBounds: LinkBounds = { link: limits.file, linkParameters: limits.file };

/** Reads a query, with or without `?`, or a whole address. */
export function decodeLink(text: string, models: LinkModels, bounds: LinkBounds = limits): DecodedLink {
  const notices: Notice[] = [];
  const pairs = splitQuery(text, bounds, notices);
  const model = findModel(pairs, models, notices);
  if (!model) return { scenario: null, model: null, extras: {}, notices };
  const reading = new Reading(model);
  const extras: { -readonly [K in keyof LinkExtras]: LinkExtras[K] } = {};
  for (const { key, value } of pairs) {
    if (key === 'm' || ignoredKeys.test(key)) continue;
    if (isReserved(key)) {
      if (reading.first(key, key)) extras[key] = value;
    } else if (key === 'fp') {
      if (!/^[0-9a-hjkmnp-tv-z]{13}$/i.test(value)) reading.notice('bad-fingerprint', { text: excerpt(value) });
      else if (reading.first(key, key)) extras.fingerprint = value.toLowerCase();
    } else readEntry(reading, key, value);
  }
  return { scenario: reading.finish(), model, extras, notices: [...notices, ...reading.notices] };
}

interface Pair {
  readonly key: string;
  readonly value: string;
}

function splitQuery(text: string, bounds: LinkBounds, notices: Notice[]): Pair[] {
  let query = text.replace(/^[^?=&]*\?/, '').replace(/#.*$/s, '');
  if (query.length > bounds.link) {
    notices.push({ code: 'link-too-long', data: { limit: bounds.link, length: query.length } });
    query = query.slice(0, Math.max(0, query.lastIndexOf('&', bounds.link)));
  }
  const pieces = query.split('&').filter((piece) => piece !== '');
  if (pieces.length > bounds.linkParameters) {
    notices.push({ code: 'too-many-parameters', data: { limit: bounds.linkParameters, count: pieces.length } });
  }
  return pieces.slice(0, bounds.linkParameters).flatMap((piece) => {
    const cut = piece.indexOf('=');
    const key = decodeValue(cut < 0 ? piece : piece.slice(0, cut));
    const value = decodeValue(cut < 0 ? '' : piece.slice(cut + 1));
    if (key !== null && value !== null && (cut > 0 || ignoredKeys.test(key))) return [{ key, value }];
    const code: NoticeCode = key === null || value === null ? 'bad-encoding' : 'malformed';
    notices.push({ code, data: { key: excerpt(key ?? piece), text: excerpt(piece) } });
    return [];
  });
}

function findModel(pairs: readonly Pair[], models: LinkModels, notices: Notice[]): Model | null {
  const [asked, again] = pairs.filter(({ key }) => key === 'm');
  if (again) notices.push({ code: 'duplicate', data: { key: 'm' } });
  if (!asked) {
    if (!models.standard) notices.push({ code: 'no-model', data: {} });
    return models.standard ?? null;
  }
  const [id = '', version = null] = asked.value.split(/@(.*)/s);
  const exact = models.find(id, version);
  if (exact) return exact;
  const newest = version === null ? null : models.find(id, null);
  if (newest)
    notices.push({ code: 'unknown-version', data: { model: id, asked: excerpt(version ?? ''), used: newest.version } });
  else notices.push({ code: 'unknown-model', data: { model: excerpt(asked.value) } });
  return newest;
}

function readEntry(reading: Reading, key: string, value: string): void {
  const shown = excerpt(key);
  const id = key.slice(2);
  const prefix = /^[pisex]\./.exec(key)?.[0];
  if (prefix === 'p.' || prefix === 'i.') {
    const number = reading.number(shown, value);
    if (number !== null && prefix === 'p.') reading.setParameter(shown, id, number);
    else if (number !== null) reading.setInitial(shown, id, number);
  } else if (prefix === 's.') reading.setSwitch(shown, id, value);
  else if (prefix === 'e.') readEvent(reading, shown, id, value);
  else if (key === 'method') reading.setMethod(key, value);
  else if (key === 'until') reading.setUntil(key, value);
  else if (key === 'title') reading.setTitle(key, value);
  else if (key === 'note') reading.setNote(key, value);
  else if (key === 'uncertainty') reading.setUncertainty(key, value);
  else if (key === 'sampling') reading.setSampling(key, value);
  else if (key === 'shocks') reading.setShocks(key, value);
  else if (key === 'steps' || key === 'runs' || key === 'seed') {
    const number = reading.number(key, value);
    if (number !== null) reading.setWhole(key, key, number);
  } else readInput(reading, shown, prefix === 'x.' ? id : key, value);
}

function readInput(reading: Reading, key: string, id: string, value: string): void {
  if (!reading.knowsInput(id)) {
    reading.unknown('unknown-key', key, id, [...profileOrder(reading.model), ...linkWords]);
    return;
  }
  const profile = readProfile(reading, key, value);
  if (profile) reading.setProfile(key, id, profile);
}

function readEvent(reading: Reading, key: string, event: string, value: string): void {
  const [size = '', date, ...more] = value.split('~');
  if (date === undefined || more.length > 0) {
    reading.notice('malformed', { key, text: excerpt(value) });
    return;
  }
  const magnitude = reading.number(key, size);
  const month = magnitude === null ? null : reading.month(key, date);
  if (magnitude !== null && month !== null) reading.addEvent(key, event, month, magnitude);
}
