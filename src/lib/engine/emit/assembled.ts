import type { EnsemblePlan } from '../ensemble/plan';
import { dimensionsOf, uniformsOf } from '../ensemble/uniforms';
import { prepare } from '../interpret/prepare';
import type { BoundRequest } from '../interpret/request';
import { LOGARITHMS, POWERS } from '../kernels/tables';
import type { Program } from '../program';
import type { RunRequest, Trajectory } from '../run';
import { bind, InputCourses, type Setup } from './bind';
import { emit, type Emitted } from './emit';
import { LOG_ENTRY, header } from './layout';
import { SharedMemory } from './shared-memory';

/**
 * The host of an emitted module. A request is bound once; `go` then runs any number of pairs of runs of it, one in each
 * lane, and writes only what differs from pair to pair: the numbers of the runs, and the uniforms of plans that do not
 * draw at random. Nothing is allocated for a pair.
 */
interface Entry {
  uniforms(): void;
  draw(): void;
  start(): void;
  simulate(): void;
}

export type Lane = 0 | 1;

type FillUniforms = (run: number, into: Float64Array) => void;

export class Assembled {
  private readonly setup: Setup;
  private readonly entry: Entry;
  private readonly uniforms: Float64Array;
  private bound: BoundRequest | null = null;
  private columns: readonly string[] = [];
  private drawing = false;
  /** Null where the module makes its uniforms itself. */
  private fill: FillUniforms | null = null;

  private constructor(
    readonly program: Program,
    { layout, constants }: Emitted,
    module: WebAssembly.Module
  ) {
    const memory = new SharedMemory();
    this.setup = { program, prepared: prepare(program), layout, memory, courses: new InputCourses() };
    const instance = new WebAssembly.Instance(module, { mizan: { memory: memory.memory } });
    this.entry = instance.exports as unknown as Entry;
    this.uniforms = new Float64Array(dimensionsOf(program));
    memory.reserve(layout.end);
    const longs = new BigUint64Array(memory.memory.buffer);
    for (const { address, bits } of constants) longs.fill(bits, address / 8, address / 8 + 2);
    memory.doubles.set(LOGARITHMS, layout.tables.logarithms / 8);
    memory.doubles.set(POWERS, layout.tables.powers / 8);
    for (const { register, value } of this.setup.prepared.constants) memory.both(layout.register(register), value);
  }

  /** Emits, compiles and instantiates. Rejects where the platform has no 128-bit SIMD. */
  static async open(program: Program): Promise<Assembled> {
    const emitted = emit(program);
    return Assembled.of(program, emitted, await WebAssembly.compile(emitted.bytes));
  }

  /** Instantiates what has been compiled. */
  static of(program: Program, emitted: Emitted, module: WebAssembly.Module): Assembled {
    return new Assembled(program, emitted, module);
  }

  /** Makes the module ready for runs of a request, drawn as a plan says. Throws EngineError as `interpret` does. */
  bind(request: RunRequest, plan: EnsemblePlan | null = null): void {
    this.bindLanes(request, request, plan);
  }

  /** Makes the module ready for one run of each of two requests that may stand side by side (`sharesLanes`). */
  bindPair(first: RunRequest, second: RunRequest): void {
    this.bindLanes(first, second, null);
  }

  private bindLanes(request: RunRequest, second: RunRequest, plan: EnsemblePlan | null): void {
    const { program, setup } = this;
    const { layout, memory } = setup;
    const uncertainty = plan && plan.uncertainty !== 'none' ? plan.uncertainty : null;
    this.bound = null;
    this.bound = bind(setup, request, uncertainty, second);
    this.columns = request.save;
    this.drawing = uncertainty !== null;
    this.fill = plan && uncertainty && plan.sampling !== 'random' ? uniformsOf(program, plan) : null;
    const seed = plan?.seed ?? request.chance?.seed ?? 0;
    for (const [name, word] of [
      ['key0', seed >>> 0],
      ['key1', Math.floor(seed / 4294967296) >>> 0]
    ] as const) {
      memory.lanes(layout.fixed(name), word, word);
    }
  }

  /** Runs two runs of what is bound; `isFinite` and `readValues` then tell what came of each. */
  go(first: number, second: number): void {
    const { entry } = this;
    const { layout, memory, program } = this.setup;
    memory.lanes(layout.fixed('run'), first, second);
    memory.both(layout.fixed('notFinite'), 0);
    memory.word(header.row, 0);
    memory.word(header.strokes, 0);
    memory.doubles.fill(-Infinity, layout.lastStroke(0) / 8, layout.lastStroke(program.events.length) / 8);
    if (this.drawing) {
      if (this.fill) {
        this.writeUniforms(this.fill, first, 0);
        this.writeUniforms(this.fill, second, 1);
      } else entry.uniforms();
      entry.draw();
    }
    entry.start();
    entry.simulate();
  }

  /** Whether every examined value of a lane stayed finite. */
  isFinite(lane: Lane): boolean {
    const { layout, memory } = this.setup;
    return memory.doubles[layout.fixed('notFinite') / 8 + lane] === 0;
  }

  get rows(): number {
    return this.boundRequest.rows;
  }

  /** Writes what a lane has saved, column by column, into an array of rows · columns. */
  readValues(lane: Lane, into: Float64Array): void {
    const { rows, columns } = this.boundRequest;
    const { doubles, words } = this.setup.memory;
    const from = words[header.saved / 4]! / 8 + lane;
    const count = rows * columns.length;
    for (let i = 0; i < count; i++) into[i] = doubles[from + 2 * i]!;
  }

  /** The events that struck in a lane, in order. */
  readStrokes(lane: Lane): Trajectory['strokes'] {
    const { words, doubles } = this.setup.memory;
    const base = words[header.log / 4]!;
    const count = words[header.strokes / 4]!;
    const strokes: Trajectory['strokes'][number][] = [];
    for (let entry = base; entry < base + count * LOG_ENTRY; entry += LOG_ENTRY) {
      if (words[entry / 4 + lane * 2] === 0) continue;
      const event = this.program.events[words[entry / 4 + 8]!]!.id;
      strokes.push({ event, month: words[entry / 4 + 9]!, magnitude: doubles[entry / 8 + 2 + lane]! });
    }
    return strokes;
  }

  /** What one lane has saved: a copy. */
  trajectory(lane: Lane): Trajectory {
    const { rows } = this;
    const values = new Float64Array(rows * this.columns.length);
    this.readValues(lane, values);
    return { start: this.program.start, rows, columns: this.columns, values, strokes: this.readStrokes(lane) };
  }

  private get boundRequest(): BoundRequest {
    if (!this.bound) throw new Error('bind a request first');
    return this.bound;
  }

  private writeUniforms(fill: FillUniforms, run: number, lane: Lane): void {
    const { uniforms } = this;
    const { layout, memory } = this.setup;
    fill(run, uniforms);
    const base = layout.uniform(0) / 8 + lane;
    for (let d = 0; d < uniforms.length; d++) memory.doubles[base + d * 2] = uniforms[d]!;
  }
}
