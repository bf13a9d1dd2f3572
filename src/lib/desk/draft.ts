import type { Model } from '$lib/model';
import { decodeLink, encodeLink, isStatusQuo, type Scenario } from '$lib/scenario';
import type { Draft } from '$lib/store';
import type { History } from './history';

/** A history as the store keeps it: every scenario as the query of its link, which later versions can still read. */
export function draftOf(model: Model, { past, present, future }: History<Scenario>): Draft {
  const encode = (scenario: Scenario): string => encodeLink(model, scenario);
  return { past: past.map(encode), present: encode(present), future: future.map(encode) };
}

/** The history of a draft; null where there is nothing to take up: another model, or the status quo without a past. */
export function historyOf(model: Model, draft: Draft): History<Scenario> | null {
  const find = (id: string, version: string | null): Model | null =>
    id === model.id && (version === null || version === model.version) ? model : null;
  const decode = (query: string): Scenario[] => {
    const { scenario } = decodeLink(query, { find });
    return scenario ? [scenario] : [];
  };
  const [present] = decode(draft.present);
  if (!present || isStatusQuo(model, present)) return null;
  return { past: draft.past.flatMap(decode), present, future: draft.future.flatMap(decode), gesture: null };
}
