import type { ActorColour, Bilingual } from './model';

/**
 * The briefing of a model: the situation that it stands on, claim by claim, who acts in it, and what happened before. It is
 * content beside the equations: nothing here is computed with, frozen, or part of a fingerprint. Texts stand in both
 * languages side by side. Every id has been held against the model: mechanisms, inputs, cells and sources exist.
 */
export interface Briefing {
  /** Paragraphs of the situation, in order. */
  readonly situation: readonly Paragraph[];
  readonly themes: readonly Theme[];
  readonly actors: readonly BriefingActor[];
  readonly lanes: readonly TimelineLane[];
}

export interface Paragraph {
  readonly text: Bilingual;
  /** Keys of sources.yaml. */
  readonly sources: readonly string[];
  /** The paragraph weighs and concludes where no source does. */
  readonly judgement: boolean;
}

/** Claims that belong together. */
export interface Theme {
  readonly id: string;
  readonly title: Bilingual;
  readonly claims: readonly Claim[];
}

/** One statement that the model stands on, in words of its own. */
export interface Claim {
  readonly id: string;
  /** Where the seed says it: `P7`, or `P6, P10`. */
  readonly paragraph: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
  /** How the model holds it: in words, and the quantities, parameters and inputs that do it. */
  readonly mechanism: { readonly text: Bilingual; readonly names: readonly string[] };
  /** Raw scenario document for `$lib/scenario`: a change that shows the claim at work. */
  readonly try: unknown;
  /** Outputs in which the change shows, beside the main one. */
  readonly shows: readonly string[];
  /** Behaviour checks that test it, or bear on it: those of checks.yaml whose basis names it come first. */
  readonly checks: readonly string[];
  /** Where the model is judgement here, or the claim is disputed. */
  readonly note?: Bilingual;
}

export interface BriefingActor {
  readonly id: string;
  readonly name: Bilingual;
  readonly colour: ActorColour;
  readonly who: Bilingual;
  /** What the actor wants, in the model's terms. */
  readonly wants: Bilingual;
  /** Inputs and composites that the actor commands. */
  readonly inputs: readonly string[];
  readonly sources: readonly string[];
}

export interface TimelineLane {
  readonly id: string;
  readonly name: Bilingual;
  readonly colour: ActorColour;
  /** In order of time. */
  readonly events: readonly TimelineEntry[];
}

export interface TimelineEntry {
  /** `YYYY-MM`, or `YYYY-MM-DD` where the day is known. */
  readonly date: string;
  /** A few words, for a label. */
  readonly label: Bilingual;
  readonly text: Bilingual;
  readonly source: string;
  /** Named in the figure; the others are marks that are read one by one. */
  readonly main: boolean;
}
