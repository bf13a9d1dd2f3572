import type { Model } from '$lib/model';
import { decodeLink, encodeLink, type Notice, type Scenario } from '$lib/scenario';
import type { Desk } from './desk.svelte';

export { frozenVersionIn } from './frozen';

/**
 * Links of the desk. The address bar stays clean while a person plays: a link is made when it is asked for, and read once
 * when the page opens.
 */
export interface Address {
  readonly origin: string;
  readonly pathname: string;
}

/** Address that opens this scenario in this language, with the fingerprint of its result where that is known. */
export function addressOf(desk: Desk, { origin, pathname }: Address): string {
  const fingerprint = desk.isPending ? null : desk.fingerprint;
  return `${origin}${pathname}?${encodeLink(desk.model, desk.scenario, fingerprint ? { fingerprint } : {})}`;
}

export interface OpenedLink {
  readonly scenario: Scenario;
  readonly fingerprint: string | null;
  readonly notices: readonly Notice[];
}

/** What a page's query asks for; null where it asks for nothing. A link to a model that is not here opens the status quo. */
export function readAddress(model: Model, search: string): OpenedLink | null {
  if (search.replace(/^\?/, '') === '') return null;
  const find = (id: string, version: string | null): Model | null =>
    id === model.id && (version === null || version === model.version) ? model : null;
  const decoded = decodeLink(search, { find, standard: model });
  const scenario = decoded.scenario ?? decodeLink('', { find, standard: model }).scenario;
  if (!scenario) return null;
  return { scenario, fingerprint: decoded.extras.fingerprint ?? null, notices: decoded.notices };
}
