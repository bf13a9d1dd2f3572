/**
 * A scenario: what a person changed, and nothing else. Defaults are never stored, so that a scenario, its link and its
 * file stay short and say only what differs from the model's status quo.
 *
 * Invariant: a Scenario value is canonical. Keys stand in the model's own order, values inside their ranges, no entry equals its
 * default (but see `switches`), members of a composite that merely follow it are absent. `canonical(model, draft)` makes one.
 */
export interface Scenario {
  readonly model: { readonly id: string; readonly version: string };
  readonly title?: string;
  readonly note?: string;
  /** By input id or composite id. A member's own profile overrides its composite's. */
  readonly profiles: Readonly<Record<string, Profile>>;
  /** Parameter overrides by cell id. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Overrides of initial stock values by cell id. */
  readonly initial: Readonly<Record<string, number>>;
  /** Switches by id -> choice. The default stands here too where it was chosen for a switch of the model's `withChance`. */
  readonly switches: Readonly<Record<string, string>>;
  /** Events forced at the start of a month. */
  readonly events: readonly ForcedEvent[];
  readonly settings: Settings;
}

/**
 * How an input moves. `ramps`: from the value before (at first the default), each ramp goes to its target, linearly,
 * from month `start` over `ramp` months: value = v + (target - v)·f, f = 1 if ramp = 0 else min(1, (t - start)/ramp) for
 * t >= start, where v is what the default and the earlier ramps give at the same t (MODEL.md §4, ramp rule).
 * `points`: dated values, linear in between, constant before the first and after the last.
 * Months count from the model's start; values in the person's unit.
 */
export type Profile =
  | { readonly kind: 'ramps'; readonly ramps: readonly Ramp[] }
  | { readonly kind: 'points'; readonly points: readonly { readonly month: number; readonly value: number }[] };

export interface Ramp {
  readonly target: number;
  readonly start: number;
  readonly ramp: number;
}

export interface ForcedEvent {
  readonly event: string;
  readonly month: number;
  readonly magnitude: number;
}

export interface Settings {
  readonly integrator: 'euler' | 'rk4';
  /** Steps per month. */
  readonly stepsPerMonth: number;
  /** Months to run. */
  readonly months: number;
  /** How many runs are drawn, and how; the deterministic run does not depend on it. */
  readonly ensemble: EnsembleSettings;
}

export interface EnsembleSettings {
  /** Planned runs, 1 to 1,000,000. */
  readonly runs: number;
  /** 0 to 2^53 - 1. */
  readonly seed: number;
  /** Whether parameters and initial values are drawn, and from which ranges. */
  readonly uncertainty: 'none' | 'narrow' | 'wide';
  readonly sampling: 'random' | 'latin-hypercube' | 'sobol';
  /** Random events and draws in equations. */
  readonly chance: boolean;
}

/** A notice about a link or a file that could not be applied in full: code and data, rendered by i18n. */
export interface Notice {
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
}
