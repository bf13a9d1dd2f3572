import type { Bilingual } from './model';

/**
 * What a model's results rest on, as content beside the model: mechanisms that can be left out or exaggerated
 * (mechanisms.yaml), and the conclusions that a reader takes away (conclusions.yaml). Neither enters `lean(model)` nor a
 * frozen version. A file that has been checked names only cells, switches and scenarios of the model.
 */
export interface Mechanism {
  readonly id: string;
  /** `without`: switched off. `stronger`: exaggerated. `loop`: what closes a feedback loop is cut. */
  readonly kind: 'without' | 'stronger' | 'loop';
  /** Badge of the loop that is cut, `R1`. */
  readonly loop?: string;
  readonly title: Bilingual;
  readonly about: Bilingual;
  /** Values by cell of parameters and constants. They may lie far outside what a scenario may set. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Choices by switch. */
  readonly switches: Readonly<Record<string, string>>;
}

/** An ordering of two scenarios: the output of `left` is greater than that of `right`. */
export interface Conclusion {
  readonly id: string;
  /** What is concluded where the ordering holds. */
  readonly title: Bilingual;
  /** Ids of presets or scenarios of checks.yaml. */
  readonly left: string;
  readonly right: string;
  /** Cell that is compared. */
  readonly output: string;
  /** Month that is compared, counted from the model's start. */
  readonly month: number;
}
