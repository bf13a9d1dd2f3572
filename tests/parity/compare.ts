import { expect } from 'vitest';
import {
  openBackend,
  type Backend,
  type EnsemblePlan,
  type Program,
  type RunOutcome,
  type RunRequest
} from '$lib/engine';

/**
 * Both back ends on the same requests: outcomes, strokes and every saved value to the bit. What was compared is counted,
 * so that a test can say how much its agreement rests on.
 */
export interface Tally {
  programs: number;
  runs: number;
  failures: number;
  strokes: number;
  values: number;
}

export const newTally = (): Tally => ({ programs: 0, runs: 0, failures: 0, strokes: 0, values: 0 });

export const describeTally = ({ programs, runs, failures, strokes, values }: Tally): string =>
  `${programs} programs, ${runs} runs (${failures} of them not finite), ${strokes} strokes and ` +
  `${values.toLocaleString('en')} values compared: zero differences`;

export interface Pair {
  readonly program: Program;
  readonly wasm: Backend;
  readonly interpreter: Backend;
}

export async function openPair(program: Program, tally: Tally): Promise<Pair> {
  const wasm = await openBackend(program);
  const interpreter = await openBackend(program, 'interpreter');
  expect([wasm.kind, interpreter.kind]).toEqual(['wasm', 'interpreter']);
  tally.programs++;
  return { program, wasm, interpreter };
}

/** All cells of a program. */
export function cellsOf(program: Program): readonly string[] {
  return program.slots.map(({ id }) => id);
}

export function compareRun({ wasm, interpreter }: Pair, request: RunRequest, tally: Tally): void {
  compareOutcomes(wasm.run(request), interpreter.run(request), tally);
}

/** Runs `from` to `to - 1` of a plan in both back ends. */
export function compareEnsemble(
  { wasm, interpreter }: Pair,
  base: RunRequest,
  plan: EnsemblePlan,
  [from, to]: readonly [number, number],
  tally: Tally
): void {
  const seen: (readonly [number, RunOutcome])[] = [];
  wasm.ensemble({ base, plan, from, to }, (run, outcome) => seen.push([run, copyOf(outcome)]));
  let next = 0;
  interpreter.ensemble({ base, plan, from, to }, (run, outcome) => {
    const [other, fast] = seen[next++]!;
    expect([other, next - 1 + from]).toEqual([run, run]);
    compareOutcomes(fast, outcome, tally);
  });
  expect([next, seen.length]).toEqual([to - from, to - from]);
}

/** An outcome that outlives the call it was given in. */
export function copyOf(outcome: RunOutcome): RunOutcome {
  if (!outcome.ok) return outcome;
  const { start, rows, columns, values, strokes } = outcome.trajectory;
  return { ok: true, trajectory: { start, rows, columns, values: values.slice(), strokes } };
}

function compareOutcomes(fast: RunOutcome, plain: RunOutcome, tally: Tally): void {
  tally.runs++;
  if (!fast.ok || !plain.ok) {
    expect(fast).toEqual(plain);
    tally.failures++;
    return;
  }
  const { columns, rows, values, strokes } = plain.trajectory;
  expect(fast.trajectory.strokes).toEqual(strokes);
  expect([fast.trajectory.rows, fast.trajectory.values.length]).toEqual([rows, values.length]);
  for (let i = 0; i < values.length; i++) {
    if (Object.is(fast.trajectory.values[i], values[i])) continue;
    expect(fast.trajectory.values[i], `${columns[Math.floor(i / rows)]} in month ${i % rows}`).toBe(values[i]);
  }
  tally.strokes += strokes.length;
  tally.values += values.length;
}
