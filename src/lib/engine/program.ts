/**
 * A Program is a model compiled to scalars: the one form that every back end runs. It knows slots and operations, no
 * names of sets, no texts.
 *
 * All values of a run live in one array of float64 *slots*, laid out as
 *   time | inputs | constants and parameters | switches | stocks | variables | length of a step | hidden stocks.
 * Code is expression trees over slots (`Node`), because a stack machine and an interpreter can both be read off them.
 * The order of operations is part of the meaning: no back end re-associates, fuses or reorders anything.
 */
export type UnaryOperation = 'neg' | 'not' | 'abs' | 'sqrt' | 'exp' | 'ln' | 'floor';
export type BinaryOperation =
  'add' | 'sub' | 'mul' | 'div' | 'pow' | 'min' | 'max' | 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne' | 'and' | 'or';

/** Comparisons and logic give 1 or 0; anything but 0 counts as true. */
export type Node =
  | { readonly op: 'const'; readonly value: number }
  | { readonly op: 'slot'; readonly slot: number }
  | { readonly op: UnaryOperation; readonly a: Node }
  | { readonly op: BinaryOperation; readonly a: Node; readonly b: Node }
  /** Both branches are evaluated; the condition selects. */
  | { readonly op: 'select'; readonly condition: Node; readonly then: Node; readonly otherwise: Node }
  | { readonly op: 'lookup'; readonly table: number; readonly a: Node }
  /**
   * A uniform or normal variate keyed by (seed, run, draw, step); `draw` is unique in the program. Without chance they
   * stand at 1 and 0: an `event(rate)`, compiled to `uniform < 1 - exp(-rate·step)`, is then quiet.
   */
  | { readonly op: 'uniform' | 'normal'; readonly draw: number };

export interface Assignment {
  readonly slot: number;
  readonly node: Node;
}

export interface Program {
  readonly model: { readonly id: string; readonly version: string };
  /** Cell id, kind and unit of every slot. */
  readonly slots: readonly SlotInfo[];
  readonly slotOf: Readonly<Record<string, number>>;
  readonly timeSlot: number;
  /** Holds the length of an integration step in months during a run. */
  readonly stepSlot: number;
  /** Slots of inputs in model order, with their scale. */
  readonly inputs: readonly {
    readonly id: string;
    readonly slot: number;
    readonly scale: number;
    readonly default: number;
  }[];
  /** Constants, parameters and switches: default values written at the start of a run. */
  readonly defaults: readonly { readonly slot: number; readonly value: number }[];
  /** Assigned once at the start of a run: what depends on parameters only. In order. */
  readonly once: readonly Assignment[];
  /**
   * Initial values of stocks, in order; may read inputs at t = 0, `once` slots and earlier ones of this list. A variable
   * that an initial value needs stands here too, before it, with the same expression as in `each`.
   */
  readonly initial: readonly Assignment[];
  /** Assigned at every evaluation. In order. */
  readonly each: readonly Assignment[];
  /** Rates of change per month, evaluated after `each`: one for every stock, hidden ones included; `slot` is the stock's. */
  readonly rates: readonly Assignment[];
  readonly events: readonly ProgramEvent[];
  readonly tables: readonly { readonly x: readonly number[]; readonly y: readonly number[] }[];
  /** Number of `uniform`/`normal` draws per step. */
  readonly draws: number;
  /** Values of switches that hold in a run with chance, unless the request sets the switch itself. */
  readonly withChance: readonly { readonly slot: number; readonly value: number }[];
  /** What an ensemble may draw. */
  readonly uncertain: Uncertain;
  readonly start: string;
  readonly months: number;
}

/** Uncertain quantities in the order in which they are numbered: parameters as the model lists them, then stocks. */
export interface Uncertain {
  /** Sectors that have a common factor, in the order in which they are numbered. */
  readonly sectors: readonly string[];
  /** Probability with which a quantity follows the common factor of its sector. */
  readonly loading: Readonly<Record<'narrow' | 'wide', number>>;
  readonly quantities: readonly UncertainQuantity[];
}

export interface UncertainQuantity {
  /** Cell id of the parameter or stock. An initial value given by a formula is drawn as a deviation, `cell#spread`. */
  readonly id: string;
  readonly slot: number;
  /** What a drawn value replaces: the value of a slot for the whole run, or a stock's initial value. */
  readonly target: 'parameter' | 'initial';
  readonly nominal: number;
  /** Number of the sector whose common factor it may follow; -1 where it has none. */
  readonly sector: number;
  /** -1 where it takes 1 - c for a common factor c. */
  readonly direction: 1 | -1;
  readonly narrow: Distribution;
  readonly wide: Distribution;
}

/**
 * A distribution by its quantile function, see ensemble/quantile.ts. `low` and `high` are its ends, but for the normal
 * one, of which they are the 5 % and the 95 % quantile. `terms`, by shape:
 * uniform: low, high - low · triangular: low, mode, high · log-triangular: the logarithms of low, mode and high ·
 * normal: median, deviation below it, deviation above it · beta: values at the knots of random/pert.ts.
 */
export interface Distribution {
  readonly shape: DrawnShape;
  readonly low: number;
  readonly high: number;
  readonly terms: readonly number[];
}

export type DrawnShape = 'uniform' | 'triangular' | 'log-triangular' | 'normal' | 'beta';

export interface SlotInfo {
  readonly id: string;
  readonly kind: 'time' | 'input' | 'constant' | 'parameter' | 'switch' | 'stock' | 'variable' | 'hidden';
  readonly unit: string;
}

export interface ProgramEvent {
  readonly id: string;
  /** Rate per year, evaluated after `each` at the start of a month. */
  readonly rate: Node;
  readonly low: number;
  readonly mode: number;
  readonly high: number;
  readonly quietMonths: number;
  readonly effects: readonly { readonly slot: number; readonly direction: 'up' | 'down'; readonly factor: number }[];
}
