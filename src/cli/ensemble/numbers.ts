import { Refusal } from '../refusal';
import { MOST_SHARDS, type Shard } from './blocks';

/** A whole number in decimal digits, from `least` to `most`; refuses anything else. */
export function parseCount(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most)) throw new Refusal((t) => t.ensemble.badCount(option, text, least, most));
  return value;
}

/** `2/4`: the second of four parts. */
export function parseShard(text: string): Shard {
  const [index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).slice(1).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count || count > MOST_SHARDS) {
    throw new Refusal((t) => t.ensemble.badShard(text, MOST_SHARDS));
  }
  return { index, count };
}
