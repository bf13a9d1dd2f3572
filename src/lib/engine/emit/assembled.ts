import { bindRequest, type BoundRequest } from '../interpret/request';
import { prepare, type Prepared } from '../interpret/prepare';
import { LOGARITHMS, POWERS } from '../kernels/tables';
import type { Program } from '../program';
import type { RunRequest, Trajectory } from '../run';
import { emit, type Emitted } from './emit';
import { CELL, FORCED_ENTRY, LOG_ENTRY, header, type Layout } from './layout';

/**
 * The host of an emitted module: writes what a request brings into memory, runs two lanes, reads what they saved.
 *
 * Memory behind the registers, per request: places and values of inputs, places of saved registers, forced strokes, the
 * saved cells, the log of strokes. A request is bound once; `go` then runs any number of pairs of it.
 */
const PAGE = 65536;

export interface LaneOverrides {
  /** Values by slot that this lane has instead of the request's: uncertain parameters. */
  readonly parameters?: readonly { readonly slot: number; readonly value: number }[];
  readonly initial?: readonly { readonly slot: number; readonly value: number }[];
  /** Number of the run, where the request has chance. */
  readonly run?: number;
}

export class Assembled {
  private readonly layout: Layout;
  private readonly prepared: Prepared;
  private readonly memory = new WebAssembly.Memory({ initial: 1 });
  private readonly entry: { start(): void; simulate(): void };
  private words!: Int32Array;
  private doubles!: Float64Array;
  private bound: BoundRequest | null = null;
  private request: RunRequest | null = null;

  private constructor(
    readonly program: Program,
    { layout, constants }: Emitted,
    module: WebAssembly.Module
  ) {
    this.layout = layout;
    this.prepared = prepare(program);
    const instance = new WebAssembly.Instance(module, { mizan: { memory: this.memory } });
    this.entry = instance.exports as unknown as { start(): void; simulate(): void };
    this.reserve(layout.end);
    const longs = new BigUint64Array(this.memory.buffer);
    for (const { address, bits } of constants) longs.fill(bits, address / 8, address / 8 + 2);
    this.doubles.set(LOGARITHMS, layout.tables.logarithms / 8);
    this.doubles.set(POWERS, layout.tables.powers / 8);
  }

  /** Emits, compiles and instantiates. Rejects where the platform has no 128-bit SIMD. */
  static async open(program: Program): Promise<Assembled> {
    const emitted = emit(program);
    return new Assembled(program, emitted, await WebAssembly.compile(emitted.bytes));
  }

  private reserve(bytes: number): void {
    const missing = Math.ceil((bytes - this.memory.buffer.byteLength) / PAGE);
    if (missing > 0) this.memory.grow(missing);
    this.words = new Int32Array(this.memory.buffer);
    this.doubles = new Float64Array(this.memory.buffer);
  }

  /** Makes the module ready for runs of a request. Throws EngineError as `interpret` does. */
  bind(request: RunRequest): void {
    const { program, layout } = this;
    const bound = bindRequest(program, request);
    this.bound = bound;
    this.request = request;
    const isEuler = request.integrator === 'euler';
    const perMonth = request.stepsPerMonth;
    const rows = request.months * perMonth * (isEuler ? 1 : 3) + 1;
    const inputs = 1 + bound.inputs.length;
    const align = (address: number): number => Math.ceil(address / CELL) * CELL;
    const places = layout.end;
    const values = align(places + inputs * 4);
    const savePlaces = align(values + rows * inputs * 8);
    const forced = align(savePlaces + bound.columns.length * 4);
    const saved = align(forced + bound.forced.length * FORCED_ENTRY);
    const log = align(saved + bound.rows * bound.columns.length * CELL);
    const strokes = bound.forced.length + (request.chance ? request.months * program.events.length : 0);
    this.reserve(log + strokes * LOG_ENTRY);

    this.setWords({
      [header.months]: request.months,
      [header.steps]: perMonth,
      [header.method]: isEuler ? 0 : 1,
      [header.inputCount]: inputs,
      [header.inputPlaces]: places,
      [header.inputValues]: values,
      [header.saveCount]: bound.columns.length,
      [header.savePlaces]: savePlaces,
      [header.saved]: saved,
      [header.forcedCount]: bound.forced.length,
      [header.forced]: forced,
      [header.chance]: request.chance ? 1 : 0,
      [header.log]: log
    });
    const dt = 1 / perMonth;
    this.both(layout.fixed('dt'), dt);
    this.both(layout.fixed('halfDt'), dt / 2);
    this.both(layout.fixed('sixthDt'), dt / 6);
    this.words.fill(request.chance ? -1 : 0, layout.fixed('chanceMask') / 4, layout.fixed('chanceMask') / 4 + 4);
    if (request.chance) {
      this.lanesOfWord(layout.fixed('key0'), request.chance.seed >>> 0);
      this.lanesOfWord(layout.fixed('key1'), Math.floor(request.chance.seed / 4294967296) >>> 0);
    }
    this.writeInputs(places, values, request, bound);
    bound.columns.forEach((slot, i) => (this.words[savePlaces / 4 + i] = layout.register(slot)));
    bound.forced.forEach(({ month, event, magnitude }, i) => {
      this.words[(forced + i * FORCED_ENTRY) / 4] = month;
      this.words[(forced + i * FORCED_ENTRY) / 4 + 1] = event;
      this.doubles[(forced + i * FORCED_ENTRY) / 8 + 1] = magnitude;
    });
  }

  /** Runs both lanes. Says for each whether every value stayed finite; `trajectory` then reads what was saved. */
  go(lanes: readonly [LaneOverrides, LaneOverrides]): readonly [boolean, boolean] {
    const { program, layout, prepared, bound, request } = this;
    if (!bound || !request) throw new Error('bind a request first');
    for (const { register, value } of prepared.constants) this.both(layout.register(register), value);
    for (const { slot, value } of program.defaults) this.both(layout.register(slot), value);
    for (const { slot, scale, default: value } of program.inputs) this.both(layout.register(slot), value * scale);
    for (const { slot, value } of bound.parameters) this.both(layout.register(slot), value);
    this.both(layout.register(program.stepSlot), 1 / request.stepsPerMonth);
    this.both(layout.fixed('notFinite'), 0);
    this.words[header.row / 4] = 0;
    this.words[header.strokes / 4] = 0;
    program.events.forEach((_, index) => this.both(layout.lastStroke(index), -Infinity));
    program.initial.forEach(({ slot }, index) => {
      const common = bound.initial.get(slot);
      for (const [lane, { initial }] of lanes.entries()) {
        const value = initial?.find((entry) => entry.slot === slot)?.value ?? common;
        const mask = (layout.overrideMask(index) + lane * 8) / 4;
        this.words.fill(value === undefined ? 0 : -1, mask, mask + 2);
        this.doubles[layout.overrideValue(index) / 8 + lane] = value ?? 0;
      }
    });
    for (const [lane, { parameters, run }] of lanes.entries()) {
      for (const { slot, value } of parameters ?? []) this.doubles[layout.register(slot) / 8 + lane] = value;
      this.words[layout.fixed('run') / 4 + lane * 2] = run ?? request.chance?.run ?? 0;
    }
    this.entry.start();
    this.entry.simulate();
    const [first, second] = [0, 1].map((lane) => this.doubles[layout.fixed('notFinite') / 8 + lane] === 0);
    return [first!, second!];
  }

  /** What one lane has saved: a copy. */
  trajectory(lane: 0 | 1): Trajectory {
    const { program, bound, request } = this;
    if (!bound || !request) throw new Error('bind a request first');
    const columns = bound.columns.length;
    const values = new Float64Array(bound.rows * columns);
    const from = this.words[header.saved / 4]! / 8 + lane;
    for (let row = 0; row < bound.rows; row++) {
      for (let c = 0; c < columns; c++) values[c * bound.rows + row] = this.doubles[from + (row * columns + c) * 2]!;
    }
    return { start: program.start, rows: bound.rows, columns: request.save, values, strokes: this.strokes(lane) };
  }

  private strokes(lane: 0 | 1): Trajectory['strokes'] {
    const base = this.words[header.log / 4]!;
    const count = this.words[header.strokes / 4]!;
    return Array.from({ length: count }, (_, i) => base + i * LOG_ENTRY)
      .filter((entry) => this.words[entry / 4 + lane * 2] !== 0)
      .map((entry) => ({
        event: this.program.events[this.words[entry / 4 + 8]!]!.id,
        month: this.words[entry / 4 + 9]!,
        magnitude: this.doubles[entry / 8 + 2 + lane]!
      }));
  }

  /** One row of inputs for each time at which the integrator reads them: the very times of the interpreter. */
  private writeInputs(places: number, values: number, request: RunRequest, bound: BoundRequest): void {
    this.words[places / 4] = this.layout.register(this.program.timeSlot);
    bound.inputs.forEach(({ slot }, i) => (this.words[places / 4 + 1 + i] = this.layout.register(slot)));
    let next = values / 8;
    const row = (t: number): void => {
      this.doubles[next++] = t;
      for (const { valueAt, scale } of bound.inputs) this.doubles[next++] = valueAt(t) * scale;
    };
    const dt = 1 / request.stepsPerMonth;
    for (let month = 0; month < request.months; month++) {
      for (let i = 0; i < request.stepsPerMonth; i++) {
        const t = month + i / request.stepsPerMonth;
        row(t);
        if (request.integrator === 'rk4') {
          row(t + dt / 2);
          row(t + dt);
        }
      }
    }
    row(request.months);
  }

  private both(address: number, value: number): void {
    this.doubles[address / 8] = value;
    this.doubles[address / 8 + 1] = value;
  }

  private lanesOfWord(address: number, word: number): void {
    this.words[address / 4] = word;
    this.words[address / 4 + 2] = word;
  }

  private setWords(words: Readonly<Record<number, number>>): void {
    for (const [address, value] of Object.entries(words)) this.words[Number(address) / 4] = value;
  }
}
