import type { Expression, LeftSide } from '$lib/language';
import type { Shape, Source } from '$lib/model';
import type { Mention } from './target';

/** What the pages of the model show, as plain data in one language: a page renders it and computes nothing. */

/** The head of every entry: what it is called in the model and in the language of the page. */
export interface Heading {
  readonly id: string;
  readonly label: string;
  readonly meaning?: string;
}

export interface EquationView {
  readonly left: LeftSide;
  /** Without its places in the text. */
  readonly expression: Expression;
  /** As it is written in the model's file. */
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

export interface ReasonView {
  readonly text: string;
  readonly sources: readonly Mention[];
}

export interface QuantityEntry extends Heading {
  readonly kind: 'stock' | 'variable';
  readonly unit: string;
  readonly equations: readonly EquationView[];
  /** What its equations read. */
  readonly drivers: readonly Mention[];
  readonly users: readonly Mention[];
  readonly range?: readonly [number, number];
  readonly initial: readonly InitialRow[];
}

export interface InitialRow {
  readonly id: string;
  readonly label: string;
  /** Null where an equation gives it. */
  readonly value: number | null;
  readonly equation?: EquationView;
  readonly low: number | null;
  readonly high: number | null;
  readonly reason?: ReasonView;
}

export interface ParameterEntry extends Heading {
  readonly unit: string;
  readonly rows: readonly ParameterRow[];
  readonly users: readonly Mention[];
  readonly reason?: ReasonView;
}

export interface ParameterRow {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly shape: Shape;
  readonly pedigree: number;
  readonly sources: readonly Mention[];
}

export interface SectorChapter extends Heading {
  readonly stocks: readonly QuantityEntry[];
  readonly variables: readonly QuantityEntry[];
  readonly parameters: readonly ParameterEntry[];
}

export interface InputEntry extends Heading {
  readonly unit: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly default: number;
  /** What equations see of the value: value times this. */
  readonly scale: number;
  readonly principal: boolean;
  readonly low?: string;
  readonly high?: string;
  readonly reason?: string;
  readonly pedigree: number;
  readonly sources: readonly Mention[];
  readonly claims: readonly Mention[];
  readonly users: readonly Mention[];
}

/** An input that writes several. */
export interface CompositeEntry extends Heading {
  readonly writes: readonly Mention[];
}

export interface InputsChapter {
  readonly groups: readonly (Heading & {
    readonly composites: readonly CompositeEntry[];
    readonly inputs: readonly InputEntry[];
  })[];
}

export interface SetEntry {
  readonly id: string;
  readonly elements: readonly Heading[];
}

export interface ConstantEntry extends Heading {
  readonly value: number;
  readonly unit: string;
  readonly users: readonly Mention[];
}

export interface SwitchEntry extends Heading {
  readonly choices: readonly { readonly id: string; readonly label: string; readonly standard: boolean }[];
  readonly users: readonly Mention[];
}

export interface LookupEntry extends Heading {
  readonly points: readonly (readonly [number, number])[];
  readonly xUnit: string;
  readonly yUnit: string;
  readonly users: readonly Mention[];
}

export interface TermsChapter {
  readonly sets: readonly SetEntry[];
  readonly constants: readonly ConstantEntry[];
  readonly switches: readonly SwitchEntry[];
  readonly lookups: readonly LookupEntry[];
  readonly units: readonly { readonly id: string; readonly label: string }[];
}

export interface EventEntry extends Heading {
  readonly rate: EquationView;
  readonly drivers: readonly Mention[];
  readonly low: number;
  readonly mode: number;
  readonly high: number;
  readonly quietMonths: number;
  readonly effects: readonly {
    readonly stock: Mention;
    readonly direction: 'up' | 'down';
    readonly factor: number;
  }[];
  readonly reason?: ReasonView;
}

export interface EventsChapter {
  readonly events: readonly EventEntry[];
}

export interface SourceEntry extends Pick<Source, 'key' | 'kind' | 'citation' | 'year' | 'url' | 'doi' | 'seen'> {
  /** What rests on it. */
  readonly users: readonly Mention[];
  /** Other pages that cite it. */
  readonly pages: readonly ('briefing' | 'backtest')[];
}

export interface SourcesChapter {
  readonly kinds: readonly { readonly kind: Source['kind']; readonly sources: readonly SourceEntry[] }[];
}

/** One line of the contents of /model, and what a search looks through. */
export interface ContentsLine extends Mention {
  readonly meaning: string;
  /** The label in the other language, which a search finds too. */
  readonly other: string;
  /** Anchors on the way to it: cells of a parameter. */
  readonly cells?: readonly string[];
}

export interface ContentsPart {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  /** The chapter that its lines stand in, where they stand in one. */
  readonly target: Mention['target'];
  readonly lines: readonly ContentsLine[];
}

/** How many parameters of a sector have each score, 0 to 4. */
export interface PedigreeRow {
  readonly id: string;
  readonly label: string;
  readonly counts: readonly number[];
}

export interface ModelOverview {
  readonly version: string;
  readonly start: string;
  readonly end: string;
  readonly about: string;
  readonly counts: {
    readonly inputs: number;
    readonly stocks: number;
    readonly variables: number;
    readonly equations: number;
    readonly parameters: number;
    readonly uncertain: number;
    readonly events: number;
    readonly sources: number;
    readonly checks: number;
  };
  readonly pedigree: readonly PedigreeRow[];
  readonly contents: readonly ContentsPart[];
}

export interface DocumentedView {
  readonly text: string;
  readonly judgement: boolean;
  readonly sources: readonly Mention[];
  readonly names: readonly Mention[];
}

/** The documentation in one piece, after ODD. Texts are empty where the model has none. */
export interface DocumentationView {
  readonly version: string;
  readonly purpose: readonly DocumentedView[];
  readonly scales: readonly DocumentedView[];
  readonly process: readonly DocumentedView[];
  readonly concepts: readonly {
    readonly id: string;
    readonly title: string;
    readonly texts: readonly DocumentedView[];
  }[];
  readonly initialisation: readonly DocumentedView[];
  readonly data: readonly DocumentedView[];
  readonly limits: readonly DocumentedView[];
  readonly counts: ModelOverview['counts'];
  readonly sets: readonly SetEntry[];
  readonly inputs: InputsChapter;
  readonly sectors: readonly SectorChapter[];
  readonly events: EventsChapter;
  readonly sources: SourcesChapter;
}
