/** Virtual modules that vite.models.ts serves. */
declare module 'virtual:mizan/catalogue' {
  import type {
    BacktestData,
    BehaviourCheck,
    Briefing,
    DeskLayout,
    Geography,
    LoopMap,
    Model,
    ModelBundle,
    ModelText,
    Source
  } from '$lib/model';

  interface Chunk<Value> {
    readonly default: Value;
  }

  export interface CatalogueEntry {
    readonly id: string;
    readonly version: string;
    /** One of the tiny textbook models. */
    readonly teaching: boolean;
    readonly title: { readonly en: string; readonly ar: string };
    /** Frozen versions, oldest first. */
    readonly released: readonly string[];
    /** The model to compute with: without places and spellings of formulas. The same object at every call. */
    model(): Promise<Chunk<Model>>;
    /** The model with every place and formula text. */
    whole(): Promise<Chunk<Model>>;
    /** Texts of what a desk shows; tables of parameters, constants, lookups and checks are empty. */
    readonly text: { en(): Promise<Chunk<ModelText>>; ar(): Promise<Chunk<ModelText>> };
    /** Of those, what stands on the desk before anything is opened. */
    readonly first: { en(): Promise<Chunk<ModelText>>; ar(): Promise<Chunk<ModelText>> };
    /** All texts. */
    readonly words: { en(): Promise<Chunk<ModelText>>; ar(): Promise<Chunk<ModelText>> };
    evidence(): Promise<
      Chunk<{
        readonly sources: readonly Source[];
        readonly checks: readonly BehaviourCheck[];
        readonly checkScenarios: ModelBundle['checkScenarios'];
      }>
    >;
    /** Mechanisms that can be left out, and the conclusions that rest on them. */
    robustness(): Promise<Chunk<Pick<ModelBundle, 'mechanisms' | 'conclusions'>>>;
    desk(): Promise<Chunk<{ readonly desk: DeskLayout | null }>>;
    /** Outputs of which more, or less, is better; of others nothing is said. */
    better(): Promise<Chunk<{ readonly better: Readonly<Record<string, 'higher' | 'lower'>> }>>;
    /** Causal-loop diagrams and named loops; null where the model has none. */
    loops(): Promise<Chunk<{ readonly loops: LoopMap | null }>>;
    /** Situation, claims, actors, timeline; null where the model has none. */
    briefing(): Promise<Chunk<Briefing | null>>;
    /** Where things lie on a map; null where the model has none. */
    readonly geography: (() => Promise<Chunk<Geography>>) | null;
    /** Why numbers are what they are, and the texts of the documentation; null where the model has none. */
    reasons(): Promise<Chunk<Pick<ModelBundle, 'reasons' | 'documentation'>>>;
    /** A coded history and what was observed in it; null where the model has none. */
    backtest(): Promise<Chunk<{ readonly backtest: BacktestData | null }>>;
    presets(): Promise<Chunk<ModelBundle['presets']>>;
    /** A frozen version; rejects where `released` does not list it. Pass it through `parseModel`. */
    release(version: string): Promise<Chunk<Model>>;
  }

  export const catalogue: readonly CatalogueEntry[];
  /** Id of the model that the desk opens with; empty where there is none. */
  export const home: string;
}
