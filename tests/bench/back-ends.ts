import { spawnSync } from 'node:child_process';
import { availableParallelism, devNull } from 'node:os';
import { compile, openBackend, prepare, type EnsemblePlan, type Program, type RunRequest } from '$lib/engine';
import { emit } from '../../src/lib/engine/emit/emit';
import { loadFolder } from '../libya/load';
import { compileC } from './as-c';
import { asJavaScript } from './as-javascript';
import type { Row, Section } from './section';

/**
 * One deterministic ten-year Euler run of the Libya model by every back end there is, in turns, so that a slow spell
 * of the machine falls on all. Results are compared before anything is timed: the engine's own back ends and plain
 * JavaScript on its kernels to the bit, C and the platform's functions to 1e-12.
 */
const SAMPLES = 24;
/** Runs of a short and a long ensemble of the pool; both beyond those whose values are stored. */
const POOL_RUNS = [4_096, 20_480] as const;

/** A certain plan: every run the same, so that only the computing is timed. */
const plan: EnsemblePlan = { runs: 1_000_000, seed: 1, uncertainty: 'none', sampling: 'random', chance: false };

interface Candidate {
  readonly name: string;
  /** Milliseconds of one run. */
  time(): number;
}

export const backEnds: Section = {
  name: 'back-ends',
  about: 'one ten-year run of the Libya model, Euler, all outputs saved; ratios to scalar C (gcc -O3)',
  async run(): Promise<readonly Row[]> {
    const { model } = loadFolder('models/libya');
    const program = compile(model);
    const save = model.outputs.map(({ cell }) => cell);
    const request: RunRequest = {
      integrator: 'euler',
      stepsPerMonth: 4,
      months: 120,
      inputs: {},
      parameters: {},
      initial: {},
      forced: [],
      chance: null,
      save
    };
    const candidates = await candidatesOf(program, request);
    const times = candidates.map((): number[] => []);
    for (let sample = -4; sample < SAMPLES; sample++) {
      candidates.forEach(({ time }, index) => {
        const took = time();
        if (sample >= 0) times[index]!.push(took);
      });
    }
    const sorted = times.map((each) => each.sort((a, b) => a - b));
    const at = (index: number, p: number): number => sorted[index]![Math.round(p * (SAMPLES - 1))]!;
    const reference = candidates.findIndex(({ name }) => name === 'C, gcc -O3');
    const base = reference < 0 ? null : at(reference, 0.5);
    return [
      ...candidates.map(({ name }, index): Row => ({
        'back end': name,
        'median ms': at(index, 0.5).toFixed(3),
        '5-95 %': `${at(index, 0.05).toFixed(3)}-${at(index, 0.95).toFixed(3)}`,
        'least ms': at(index, 0).toFixed(3),
        'throughput against C -O3': base === null ? 'no gcc' : (base / at(index, 0.5)).toFixed(2)
      })),
      pool(base),
      ...(await readiness(program))
    ];
  }
};

/**
 * All cores: what a run more costs `mizan ensemble`, with its summary of all outputs. Starting and ending a command is taken
 * out by the difference of a short and a long one.
 */
function pool(base: number | null): Row {
  const seconds = (runs: number): number => {
    const start = performance.now();
    const plan = ['--runs', String(runs), '--uncertainty', 'none', '--shocks', 'off', '--csv', devNull];
    const { status, stderr } = spawnSync(process.execPath, ['src/cli/launch.mjs', 'ensemble', 'status_quo', ...plan]);
    if (status !== 0) throw new Error(String(stderr));
    return performance.now() - start;
  };
  seconds(POOL_RUNS[0]);
  const each = Array.from({ length: 5 }, () => {
    const [short, long] = POOL_RUNS;
    return (seconds(long) - seconds(short)) / (long - short);
  }).sort((a, b) => a - b);
  return {
    'back end': `the pool, ${availableParallelism()} threads, summed up (mizan ensemble)`,
    'median ms': each[2]!.toFixed(3),
    '5-95 %': `${each[0]!.toFixed(3)}-${each[4]!.toFixed(3)}`,
    'least ms': each[0]!.toFixed(3),
    'throughput against C -O3': base === null ? 'no gcc' : (base / each[2]!).toFixed(2)
  };
}

/** `work` does so many runs at once. */
function timed(name: string, runs: number, work: () => void): Candidate {
  return {
    name,
    time: () => {
      const start = performance.now();
      work();
      return (performance.now() - start) / runs;
    }
  };
}

async function candidatesOf(program: Program, request: RunRequest): Promise<readonly Candidate[]> {
  const { save, months, stepsPerMonth } = request;
  const slow = await openBackend(program, 'interpreter');
  const fast = await openBackend(program, 'wasm');
  const own = asJavaScript(program, save, months, stepsPerMonth, 'own');
  const platform = asJavaScript(program, save, months, stepsPerMonth, 'platform');
  const scalar = compileC(program, save, months, stepsPerMonth, ['-O3']);
  const native = compileC(program, save, months, stepsPerMonth, ['-O3', '-march=native']);

  const reference = lastMonth(slow.run(request), save.length);
  agree('WebAssembly', lastMonth(fast.run(request), save.length), reference, 0);
  own.run();
  platform.run();
  agree('JavaScript, own kernels', [...own.saved.slice(-save.length)], reference, 0);
  agree('JavaScript, platform functions', [...platform.saved.slice(-save.length)], reference, 1e-12);
  if (scalar) agree('C', scalar.last, reference, 1e-12);
  if (native) agree('C, native', native.last, reference, 1e-12);

  const pairs = (runs: number): (() => void) => {
    const part = { base: request, plan, from: 0, to: runs };
    return () => fast.ensemble(part, () => undefined);
  };
  const lone = (): void => {
    for (let run = 0; run < 20; run++) fast.ensemble({ base: request, plan, from: run, to: run + 1 }, () => undefined);
  };
  return [
    timed('interpreter', 1, () => void slow.run(request)),
    timed('JavaScript, straight-line, own kernels', 5, () => repeat(5, own.run)),
    timed('JavaScript, straight-line, platform functions', 5, () => repeat(5, platform.run)),
    timed('WebAssembly, one lane used', 20, lone),
    timed('WebAssembly, two lanes', 40, pairs(40)),
    timed('WebAssembly, two lanes again (null control)', 40, pairs(40)),
    ...(scalar ? [{ name: 'C, gcc -O3', time: () => scalar.time(40) }] : []),
    ...(native ? [{ name: 'C, gcc -O3 -march=native', time: () => native.time(40) }] : [])
  ];
}

function repeat(times: number, work: () => void): void {
  for (let i = 0; i < times; i++) work();
}

function lastMonth(outcome: ReturnType<Awaited<ReturnType<typeof openBackend>>['run']>, columns: number): number[] {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  const { values, rows } = outcome.trajectory;
  return Array.from({ length: columns }, (_, column) => values[column * rows + rows - 1]!);
}

/** Throws unless the values agree within a relative tolerance; 0 means to the bit. */
function agree(name: string, values: readonly number[], reference: readonly number[], tolerance: number): void {
  const worst = Math.max(
    ...reference.map((value, i) => Math.abs(values[i]! - value) / Math.max(Math.abs(value), 1e-300))
  );
  if (!(worst <= tolerance)) throw new Error(`${name} differs from the interpreter by ${worst}`);
}

/** What it takes from a program to a module that runs. */
async function readiness(program: Program): Promise<readonly Row[]> {
  const times: number[] = [];
  let bytes = 0;
  for (let i = 0; i < 15; i++) {
    const fresh: Program = { ...program };
    prepare(fresh);
    const start = performance.now();
    const emitted = emit(fresh);
    await WebAssembly.compile(emitted.bytes);
    times.push(performance.now() - start);
    bytes = emitted.bytes.length;
  }
  const sorted = times.sort((a, b) => a - b);
  return [
    {
      'back end': `emit and compile the module (${(bytes / 1000).toFixed(0)} kB)`,
      'median ms': sorted[7]!.toFixed(1),
      '5-95 %': `${sorted[0]!.toFixed(1)}-${sorted[14]!.toFixed(1)}`,
      'least ms': sorted[0]!.toFixed(1)
    }
  ];
}
