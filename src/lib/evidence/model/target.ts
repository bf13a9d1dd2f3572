import type { Standing } from '$lib/model';

/**
 * What a page of the model leads to, as data: addresses belong to the routes, which turn a target into one, or into null
 * where the site has no such page. An empty anchor or key is the chapter itself.
 */
export type Target =
  | ({ readonly kind: 'name' } & Standing)
  | { readonly kind: 'source'; readonly key: string }
  | { readonly kind: 'check'; readonly id: string }
  | { readonly kind: 'claim'; readonly id: string };

export type AddressOf = (target: Target) => string | null;

/** A name with its label, and where it is told of. */
export interface Mention {
  readonly id: string;
  readonly label: string;
  readonly target: Target | null;
}
