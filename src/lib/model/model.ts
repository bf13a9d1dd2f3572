import type { Expression, Place } from '$lib/language';
import type { Conclusion, Mechanism } from './robustness';
import type { Briefing } from './briefing';
import type { Geography } from './geography';
import type { Documentation, Reasons } from './reasons';
import type { BacktestData } from './history';

/**
 * A checked model as plain data: what the site ships, what is frozen under `released/`, and what the engine compiles.
 *
 * Quantities are kept as written (one definition with its axes), not expanded; a *cell* is one scalar of a quantity,
 * named by its id: the quantity's name and its elements joined by dots, `influence_share.us.east`. A model that has been
 * checked holds: every reference resolves to a defined cell, units agree, no simultaneous equations, `order` is a valid
 * order of computation. Texts (names, meanings) are not part of the model: see ModelText.
 */
export interface Model {
  /** Version of this data format, raised when its shape changes; older ones stay readable. */
  readonly format: 1;
  readonly id: string;
  /** Semantic version of the model. */
  readonly version: string;
  readonly time: TimeGrid;
  readonly sets: readonly ElementSet[];
  readonly inputs: readonly Input[];
  readonly composites: readonly Composite[];
  readonly switches: readonly Switch[];
  readonly constants: readonly Constant[];
  readonly parameters: readonly Parameter[];
  readonly lookups: readonly Lookup[];
  /** In the order of the files. Stocks are updated together, so their order carries no meaning but that of columns. */
  readonly stocks: readonly Stock[];
  /** Auxiliaries and flows, in file order; `order` says how to compute them. */
  readonly variables: readonly Variable[];
  /** Cell ids of the variables in an order in which each needs only earlier ones, stocks, inputs, parameters and time. */
  readonly order: readonly string[];
  readonly events: readonly ModelEvent[];
  /**
   * Choices of switches, by switch, that hold while random events are drawn, unless a scenario sets the switch itself: so
   * that what strikes by chance is not counted as expected too. Absent where the model says nothing.
   */
  readonly withChance?: Readonly<Record<string, string>>;
  /** Cells that a person chooses from and that the fingerprint covers, in display order. */
  readonly outputs: readonly Output[];
  /** Sector ids in order. */
  readonly sectors: readonly string[];
  /** Groups of inputs in order of display. */
  readonly groups: readonly string[];
  readonly uncertainty: Uncertainty;
}

export type Integrator = 'euler' | 'rk4';

/** Time is an integer grid in months: step i of month m is at t = m + i / stepsPerMonth. */
export interface TimeGrid {
  /** `YYYY-MM` of month 0. */
  readonly start: string;
  /** Number of months from start to end. */
  readonly months: number;
  readonly integrator: Integrator;
  readonly stepsPerMonth: Readonly<Record<Integrator, number>>;
}

export interface ElementSet {
  readonly name: string;
  readonly elements: readonly string[];
}

/** One axis of a quantity's left-hand side: it runs over a set, or stands on one element. */
export type Axis =
  { readonly kind: 'set'; readonly set: string } | { readonly kind: 'element'; readonly element: string };

/** A range of the person's own unit: `value * scale` is what equations see. */
export interface Input {
  readonly id: string;
  /** Unit as the person sees it (`%`, `index`). */
  readonly unit: string;
  /** Unit inside equations. */
  readonly equationUnit: string;
  readonly scale: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  readonly default: number;
  readonly group: string;
  readonly principal: boolean;
  /** Claims of the briefing that this input stands for. */
  readonly claims: readonly string[];
  readonly sources: readonly string[];
  readonly pedigree: number;
  readonly at: Place;
}

/** An input that writes several inputs; it shows the mean of them. */
export interface Composite {
  readonly id: string;
  readonly writes: readonly string[];
  readonly group: string;
  readonly principal: boolean;
  readonly at: Place;
}

/** A named choice between mechanisms. In equations: `switch is choice`. */
export interface Switch {
  readonly id: string;
  readonly choices: readonly string[];
  readonly default: string;
  readonly at: Place;
}

/** A number that is not uncertain, such as `months_per_year`. */
export interface Constant {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly at: Place;
}

export type Shape = 'fixed' | 'uniform' | 'triangular' | 'log-triangular' | 'normal' | 'beta';

/** One scalar parameter: cells of a subscripted parameter are listed one by one, under `name`. */
export interface Parameter {
  readonly id: string;
  readonly name: string;
  readonly elements: readonly string[];
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly shape: Shape;
  readonly unit: string;
  /** 0 (guess) to 4 (well established). */
  readonly pedigree: number;
  readonly sector: string;
  /** Keys of sources.yaml; `judgement` marks expert judgement. */
  readonly sources: readonly string[];
  /** Sign of its effect on the headline output, for common factors of wide uncertainty. */
  readonly direction: 1 | -1;
  readonly at: Place;
}

/** Piecewise linear table, constant beyond its ends. x strictly increasing. */
export interface Lookup {
  readonly id: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly xUnit: string;
  readonly yUnit: string;
  readonly at: Place;
}

export interface Stock {
  readonly name: string;
  readonly axes: readonly Axis[];
  readonly unit: string;
  readonly sector: string;
  /** The interval that the equations keep the stock in, if any. Used by checks, never to clip. */
  readonly range?: readonly [number, number];
  /** Initial value of each cell, in the order of the cells. */
  readonly initial: readonly InitialValue[];
  readonly rate: Equation;
}

export type InitialValue = {
  readonly cell: string;
  /** Half-range of the uncertain initial value, and the sign of its effect on the headline output. */
  readonly spread: number;
  readonly direction: 1 | -1;
} & ({ readonly value: number } | { readonly equation: Equation });

export interface Variable {
  readonly name: string;
  readonly axes: readonly Axis[];
  readonly unit: string;
  readonly sector: string;
  readonly equation: Equation;
}

export interface Equation {
  readonly text: string;
  readonly expression: Expression;
  readonly at: Place;
}

/**
 * An event that strikes at the start of a month, with a size drawn from a triangular distribution.
 * Probability in a month: 1 - exp(-rate / 12), `rate` per year, evaluated on the state at the start of the month.
 */
export interface ModelEvent {
  readonly id: string;
  readonly rate: Equation;
  readonly magnitude: { readonly low: number; readonly mode: number; readonly high: number };
  /** In this order, m = magnitude: `up` maps x to x + (1 - x)·f·m, `down` maps x to x·(1 - f·m). */
  readonly effects: readonly { readonly stock: string; readonly direction: 'up' | 'down'; readonly factor: number }[];
  /** Months after a stroke in which it cannot strike again. */
  readonly quietMonths: number;
  readonly at: Place;
}

export interface Output {
  readonly cell: string;
  /** `percent-point` style hint for axes and number formats. */
  readonly display: OutputDisplay;
  readonly headline: boolean;
}

/**
 * How an output is shown. `index`: 0-100 as it is. `share`: 0-1 shown as per cent. `percent`: per cent as it is.
 * `number`: as it is, with its unit.
 */
export type OutputDisplay = 'index' | 'share' | 'percent' | 'number';

export interface Uncertainty {
  /** Sectors in the order in which common factors are drawn. */
  readonly sectors: readonly string[];
  readonly narrow: { readonly widen: number; readonly loading: number };
  readonly wide: { readonly widen: number; readonly loading: number; readonly initialFactor: number };
}

/** Names and meanings of everything a person meets in a model, in one language. Keys are ids. */
export interface ModelText {
  readonly locale: 'en' | 'ar';
  readonly title: string;
  readonly subtitle: string;
  readonly about: string;
  readonly units: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, Named>>;
  readonly sectors: Readonly<Record<string, Named>>;
  readonly elements: Readonly<Record<string, Named>>;
  readonly inputs: Readonly<Record<string, InputText>>;
  readonly switches: Readonly<Record<string, Named & { readonly choices: Readonly<Record<string, string>> }>>;
  readonly constants: Readonly<Record<string, Named>>;
  readonly parameters: Readonly<Record<string, Named>>;
  /** Stocks and variables by quantity name, and by cell id where a cell deserves its own name. */
  readonly quantities: Readonly<Record<string, Named>>;
  readonly lookups: Readonly<Record<string, Named>>;
  readonly events: Readonly<Record<string, Named>>;
  readonly presets: Readonly<Record<string, Named>>;
  readonly checks: Readonly<Record<string, Named>>;
}

export interface Named {
  readonly name: string;
  /** Short form for tight places (chart labels, buttons). */
  readonly short?: string;
  readonly meaning?: string;
}

export interface InputText extends Named {
  /** What 0 and the maximum stand for, in words. */
  readonly low?: string;
  readonly high?: string;
  /** Why the default is what it is. */
  readonly reason?: string;
}

/** A source of sources.yaml. */
export interface Source {
  readonly key: string;
  readonly kind: 'article' | 'book' | 'report' | 'dataset' | 'news' | 'judgement';
  readonly citation: string;
  readonly year?: number;
  readonly url?: string;
  readonly doi?: string;
  /** `read`: read at its source; `cited`: known through citations only. */
  readonly seen: 'read' | 'cited';
}

/** What the desk shows of a model: kept with the model, apart from its equations. */
export interface DeskLayout {
  /** Actors in order of display: element id -> colour slot. */
  readonly actors: readonly { readonly element: string; readonly colour: ActorColour }[];
  readonly headline: readonly string[];
  /** Cells of which more, or less, is better; of others nothing is said. */
  readonly better?: Readonly<Record<string, Better>>;
  /** Switches that a person may choose on the desk, in order; others are for links and files only. */
  readonly switches?: readonly string[];
  /** Events whose chance stands in the headline while random events are drawn. */
  readonly events?: readonly string[];
  /** The main figure and its parts. */
  readonly stability: {
    readonly output: string;
    readonly parts: readonly string[];
    readonly weights: readonly string[];
  };
  /** Influence by place: the quantity, its places (elements) in order, and what each starting weight edits. */
  readonly influence: {
    readonly quantity: string;
    readonly places: readonly string[];
    readonly national: string;
    readonly starting: readonly {
      readonly place: string;
      readonly actor: string;
      readonly edits: { readonly stock: string } | { readonly parameter: string };
    }[];
  };
}

/** Which way of an output is the better one. */
export type Better = 'higher' | 'lower';

export type ActorColour =
  'us' | 'russia' | 'east' | 'west' | 'south' | 'turkiye' | 'egypt-uae' | 'italy-eu' | 'joint' | 'own' | 'other';

/** A behaviour check: `holds` compares scenario results, `always` holds at every saved month of every scenario. */
export interface BehaviourCheck {
  readonly id: string;
  readonly kind: 'claim' | 'literature' | 'structure';
  /** Claim ids (c22) or source keys. */
  readonly basis: readonly string[];
  readonly test:
    { readonly kind: 'holds' | 'always'; readonly equation: Equation } | { readonly kind: 'within-ranges' };
}

/** A text of the model's own in both languages, for content that stands outside the text files. */
export interface Bilingual {
  readonly en: string;
  readonly ar: string;
}

/** Causal-loop diagrams and named feedback loops (loops.yaml): content about a model, no part of what it computes. */
export interface LoopMap {
  /** Groups of cells that are drawn as one node; every other node is named by a quantity or a cell. */
  readonly groups: readonly { readonly id: string; readonly cells: readonly string[]; readonly label: Bilingual }[];
  readonly diagrams: readonly LoopDiagram[];
  readonly loops: readonly NamedLoop[];
}

/** Positions are in columns and rows, counted from the reading edge and from the top. */
export interface LoopDiagram {
  readonly id: string;
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly grid: readonly [columns: number, rows: number];
  /** All links between its nodes, or only those of the loops that have a badge in it. */
  readonly links: 'all' | 'loops';
  readonly nodes: readonly LoopNode[];
  readonly badges: readonly { readonly loop: string; readonly at: readonly [number, number] }[];
  /** Curvature of single arrows, as a part of their length. */
  readonly bends: readonly { readonly from: string; readonly to: string; readonly bend: number }[];
}

/** A node of a diagram: the cells that it stands for. */
export interface LoopNode {
  readonly id: string;
  readonly cells: readonly string[];
  readonly at: readonly [number, number];
}

export interface NamedLoop {
  readonly id: string;
  /** `R1`, `B2`. */
  readonly badge: string;
  readonly polarity: 'reinforcing' | 'balancing';
  /** `closed`: from the last step back to the first. `open`: begins at an input. `self`: every stock slows itself. */
  readonly kind: 'closed' | 'open' | 'self';
  readonly title: Bilingual;
  readonly explanation: Bilingual;
  /** Each step is read by the equation of the next one. Empty for `self`. */
  readonly paths: readonly (readonly LoopStep[])[];
}

/** A step of a path: a group, a quantity or a cell, and the cells that it stands for. */
export interface LoopStep {
  readonly id: string;
  readonly cells: readonly string[];
}

/** Everything in a model folder, checked. `presets` and `scenarios` are raw scenario documents for `$lib/scenario`. */
export interface ModelBundle {
  readonly model: Model;
  readonly texts: { readonly en: ModelText; readonly ar: ModelText };
  readonly sources: readonly Source[];
  readonly desk: DeskLayout | null;
  readonly checks: readonly BehaviourCheck[];
  /** Empty where the model has no mechanisms.yaml. */
  readonly mechanisms: readonly Mechanism[];
  /** Empty where the model has no conclusions.yaml. */
  readonly conclusions: readonly Conclusion[];
  /** Null where the model has no loops.yaml. */
  readonly loops: LoopMap | null;
  /** Null where the model has none of briefing.yaml, claims.yaml, actors.yaml and timeline.yaml. */
  readonly briefing: Briefing | null;
  /** Null where the model has no reasons.yaml. */
  readonly reasons: Reasons | null;
  /** Null where the model has no documentation.yaml. */
  readonly documentation: Documentation | null;
  /** Scenario documents by id: presets a person chooses from, in order. */
  readonly presets: readonly { readonly id: string; readonly document: unknown }[];
  /** Scenario documents used only by checks. */
  readonly checkScenarios: readonly { readonly id: string; readonly document: unknown }[];
  /** A coded history and what was observed in it; null where the model has none. */
  readonly backtest: BacktestData | null;
  /** Null where the model has no geography.yaml. */
  readonly geography: Geography | null;
}
