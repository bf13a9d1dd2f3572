import { dateOf } from './dates';
import { readNumber, writeNumber } from './numbers';
import type { Reading } from './reading';
import { excerpt } from './reading';
import type { Profile, Ramp } from './scenario';

/**
 * The words of a link: which keys mean what, and how a profile is spelt as `value~YYYY-MM~months` or
 * `YYYY-MM:value,…`. docs/links.md is the reference; links that were shared must stay readable for ever, so nothing
 * here may change its meaning, and a new word must be taken from `reservedKeys`.
 */

/** Words that pages give a meaning to, or will: kept untouched as they came. */
export const reservedKeys = [
  'lock',
  'hide',
  'view',
  'lesson',
  'step',
  'compare',
  'goal',
  'figure',
  'from',
  'lang',
  'theme'
] as const;

export type ReservedKey = (typeof reservedKeys)[number];

/** What a link says beside the scenario. `fingerprint`: of the result that the sender saw. */
export type LinkExtras = { readonly fingerprint?: string } & { readonly [K in ReservedKey]?: string };

const ownKeys = [
  'm',
  'title',
  'note',
  'fp',
  'method',
  'steps',
  'until',
  'runs',
  'seed',
  'uncertainty',
  'sampling',
  'shocks'
] as const;
/** All words that links give a meaning to. */
export const linkWords: readonly string[] = [...ownKeys, ...reservedKeys];
const taken: ReadonlySet<string> = new Set(linkWords);

/** Marks that other sites append to links; they say nothing about the scenario. */
export const ignoredKeys = /^(utm_[a-z]+|fbclid|gclid|msclkid|igshid|mc_[ce]id)$/;

export function isReserved(key: string): key is ReservedKey {
  return (reservedKeys as readonly string[]).includes(key);
}

/** Key of an input: its id, or `x.<id>` where the id is a word of the link itself. */
export function inputKey(id: string): string {
  return taken.has(id) || ignoredKeys.test(id) ? `x.${id}` : id;
}

/** Percent-encodes a value for a query, but leaves the marks of the syntax (`~ : , @`) readable; a blank becomes `+`. */
export function encodeValue(text: string): string {
  return encodeURIComponent(text)
    .replace(/%3A/g, ':')
    .replace(/%2C/g, ',')
    .replace(/%40/g, '@')
    .replace(/%20/g, '+')
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The text, or null where its percent-encoding is broken. */
export function decodeValue(text: string): string | null {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return null;
  }
}

function writeRamp({ target, start, ramp }: Ramp, origin: string): string {
  const value = writeNumber(target);
  if (start === 0 && ramp === 0) return value;
  const dated = `${value}~${dateOf(start, origin)}`;
  return ramp === 0 ? dated : `${dated}~${writeNumber(ramp)}`;
}

/** `origin` is the model's first month, YYYY-MM. */
export function writeProfile(profile: Profile, origin: string): string {
  return profile.kind === 'ramps'
    ? profile.ramps.map((ramp) => writeRamp(ramp, origin)).join(',')
    : profile.points.map(({ month, value }) => `${dateOf(month, origin)}:${writeNumber(value)}`).join(',');
}

/** A profile as `--set`, links and tests spell it; null after a notice where it is none. */
export function readProfile(reading: Reading, key: string, text: string): Profile | null {
  const pieces = text.split(',');
  if (text.includes(':')) {
    const points = pieces.map((piece) => readPoint(reading, key, piece));
    return points.every((point) => point !== null) ? { kind: 'points', points } : null;
  }
  const ramps = pieces.map((piece) => readRamp(reading, key, piece));
  return ramps.every((ramp) => ramp !== null) ? { kind: 'ramps', ramps } : null;
}

function readPoint(reading: Reading, key: string, piece: string): { month: number; value: number } | null {
  const [date, text, ...more] = piece.split(':');
  if (date === undefined || text === undefined || more.length > 0) return malformed(reading, key, piece);
  const month = reading.month(key, date);
  const value = month === null ? null : reading.number(key, text);
  return month === null || value === null ? null : { month, value };
}

function readRamp(reading: Reading, key: string, piece: string): Ramp | null {
  const [text = '', date, months, ...more] = piece.split('~');
  if (more.length > 0) return malformed(reading, key, piece);
  const target = reading.number(key, text);
  if (target === null) return null;
  const start = date === undefined ? 0 : reading.month(key, date);
  if (start === null) return null;
  const ramp = months === undefined ? 0 : readNumber(months);
  return ramp === null ? reading.notice('not-a-number', { key, text: excerpt(months ?? '') }) : { target, start, ramp };
}

function malformed(reading: Reading, key: string, text: string): null {
  return reading.notice('malformed', { key, text: excerpt(text) });
}
