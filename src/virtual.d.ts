/** Virtual modules that vite.models.ts serves. */
declare module 'virtual:mizan/catalogue' {
  import type { BehaviourCheck, DeskLayout, Model, ModelBundle, ModelText, Source } from '$lib/model';

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
    model(): Promise<Chunk<Model>>;
    readonly text: { en(): Promise<Chunk<ModelText>>; ar(): Promise<Chunk<ModelText>> };
    evidence(): Promise<
      Chunk<{
        readonly sources: readonly Source[];
        readonly checks: readonly BehaviourCheck[];
        readonly checkScenarios: ModelBundle['checkScenarios'];
      }>
    >;
    desk(): Promise<Chunk<{ readonly desk: DeskLayout | null; readonly presets: ModelBundle['presets'] }>>;
    /** A frozen version; rejects where `released` does not list it. Pass it through `parseModel`. */
    release(version: string): Promise<Chunk<Model>>;
  }

  export const catalogue: readonly CatalogueEntry[];
  /** Id of the model that the desk opens with; empty where there is none. */
  export const home: string;
}
