import type { Bilingual } from './model';

/**
 * Why the numbers of a model are what they are (reasons.yaml), and what a reader of its documentation is told that equations
 * cannot say (documentation.yaml). Content beside the model: nothing here is computed with, frozen or part of a fingerprint.
 */
export interface Reason {
  readonly text: Bilingual;
  /** Keys of sources.yaml; empty where the number is judgement alone. */
  readonly sources: readonly string[];
}

/** By quantity or by cell; the reasons of inputs stand with their texts. */
export interface Reasons {
  /** Initial values of stocks. */
  readonly initial: Readonly<Record<string, Reason>>;
  readonly parameters: Readonly<Record<string, Reason>>;
  readonly events: Readonly<Record<string, Reason>>;
}

export interface DocumentedText {
  readonly text: Bilingual;
  /** Weighs and concludes where no source or computation does. */
  readonly judgement: boolean;
  readonly sources: readonly string[];
  /** Names of the model that the text speaks of. */
  readonly names: readonly string[];
}

/**
 * The texts of a model's documentation in the form ODD (overview, design concepts, details): Grimm et al. (2020). What the
 * model itself says (variables, equations, parameters, schedule) is not written here but taken from it.
 */
export interface Documentation {
  readonly purpose: readonly DocumentedText[];
  readonly scales: readonly DocumentedText[];
  readonly process: readonly DocumentedText[];
  readonly concepts: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly texts: readonly DocumentedText[];
  }[];
  readonly initialisation: readonly DocumentedText[];
  readonly data: readonly DocumentedText[];
  readonly limits: readonly DocumentedText[];
}
