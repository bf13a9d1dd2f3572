import type { Model } from '$lib/model';
import { canonical, decodeLink, encodeLink } from '$lib/scenario';

/**
 * The state of the page in a link: weights and ways of combining are those of a scenario, as the desk reads them, and
 * `without` lists the mechanisms that are left out (docs/links.md).
 */
export interface MessageChoice {
  /** Weights by cell that differ from the model's. */
  readonly weights: Readonly<Record<string, number>>;
  readonly switches: Readonly<Record<string, string>>;
  /** Ids of mechanisms, in the model's order. */
  readonly without: readonly string[];
}

const WITHOUT = 'without';

/** The query that opens this choice on the page; without mechanisms it opens it on the desk too. */
export function queryOf(model: Model, { weights, switches, without }: MessageChoice): string {
  const query = encodeLink(model, canonical(model, { parameters: weights, switches }));
  return without.length > 0 ? `${query}&${WITHOUT}=${without.join(',')}` : query;
}

/** The query that opens the weights on the desk. */
export function deskQuery(model: Model, choice: MessageChoice): string {
  return queryOf(model, { ...choice, without: [] });
}

/** What a query asks for, as far as this page knows it; the rest is left alone. Null where it asks for nothing. */
export function readQuery(
  model: Model,
  search: string,
  known: {
    readonly weights: readonly string[];
    readonly switches: readonly string[];
    readonly mechanisms: readonly string[];
  }
): MessageChoice | null {
  const pairs = search.replace(/^\?/, '').split('&').filter(Boolean);
  if (pairs.length === 0) return null;
  const isWithout = (pair: string): boolean => pair.startsWith(`${WITHOUT}=`);
  const asked = pairs.filter(isWithout).flatMap((pair) => pair.slice(WITHOUT.length + 1).split(/,|%2C/i));
  const { scenario } = decodeLink(pairs.filter((pair) => !isWithout(pair)).join('&'), {
    find: (id) => (id === model.id ? model : null),
    standard: model
  });
  const among = <T>(record: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => ids.includes(id)));
  return {
    weights: among(scenario?.parameters ?? {}, known.weights),
    switches: among(scenario?.switches ?? {}, known.switches),
    without: known.mechanisms.filter((id) => asked.includes(id))
  };
}
