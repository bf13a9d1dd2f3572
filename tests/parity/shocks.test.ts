import { beforeAll, describe, expect, it } from 'vitest';
import type { EnsemblePlan } from '$lib/engine';
import { LibyaEnsemble, meanMiss, meanOf, quantileMiss, quantileOf, reference, rootMeanSquare } from './libya-ensemble';

/**
 * Random events against the reference figures: how often each strikes in ten years of the status quo, stability at month
 * 120, its mean over the years, and how many runs see a relapse; preset by preset, with each kind of uncertainty.
 */
const RUNS = 1000;
const probabilities = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
const years = [0, 2, 4, 6, 8, 10] as const;

let libya: LibyaEnsemble;

beforeAll(async () => {
  libya = await LibyaEnsemble.open();
});

interface Sample {
  /** Stability by run, at each of `years`. */
  readonly stability: readonly number[][];
  /** Strokes by event and run. */
  readonly strokes: ReadonlyMap<string, readonly number[]>;
}

function sample(preset: string, plan: EnsemblePlan): Sample {
  const stability = years.map((): number[] => []);
  const strokes = new Map(Object.keys(reference.shocks.none.events).map((event) => [event, [] as number[]]));
  libya.run(preset, ['stability_index'], plan, (trajectory) => {
    years.forEach((year, i) => stability[i]!.push(trajectory.values[year * 12]!));
    for (const [event, counts] of strokes)
      counts.push(trajectory.strokes.filter((each) => each.event === event).length);
  });
  return { stability, strokes };
}

describe.each(['none', 'narrow', 'wide'] as const)('events with %s uncertainty', (uncertainty) => {
  const plan: EnsemblePlan = { runs: RUNS, seed: 20241001, uncertainty, sampling: 'random', chance: true };
  const figures = reference.shocks[uncertainty];

  it('agree with the reference within sampling error, preset by preset', () => {
    const all: number[] = [];
    const lines: string[] = [];
    const note = (what: string, misses: readonly number[]): void => {
      for (const miss of misses) expect(Math.abs(miss), what).toBeLessThan(4);
      all.push(...misses);
    };
    for (const [preset, { stability, relapse, means }] of Object.entries(figures.presets)) {
      const own = sample(preset, plan);
      const last = own.stability.at(-1)!;
      note(
        `${preset} stability`,
        probabilities.map((p, i) => quantileMiss(last, p, stability[i]!))
      );
      note(
        `${preset} means`,
        means.slice(1).map((mean, i) => meanMiss(own.stability[i + 1]!, mean))
      );
      const struck = own.strokes.get('conflict_relapse')!.map((count) => (count > 0 ? 100 : 0));
      note(`${preset} relapse`, [meanMiss(struck, relapse)]);
      const show = (values: readonly number[]): string => values.map((value) => value.toFixed(1).padStart(5)).join(' ');
      lines.push(
        `${preset.padEnd(26)}${show(probabilities.map((p) => quantileOf(last, p)))}  relapse ${meanOf(struck).toFixed(1)} %`,
        `${'  table'.padEnd(26)}${show(stability)}  relapse ${relapse.toFixed(1)} %`
      );
      if (preset !== 'status_quo') continue;
      for (const [event, count] of Object.entries(figures.events)) {
        const counts = own.strokes.get(event)!;
        note(event, [meanMiss(counts, count)]);
        lines.push(`  ${event.padEnd(24)}${meanOf(counts).toFixed(2)} a run, table ${count}`);
      }
    }
    const rms = rootMeanSquare(all);
    console.log(
      `${uncertainty}, ${RUNS} runs with events\n${lines.join('\n')}\nroot mean square miss ${rms.toFixed(2)}`
    );
    expect(all.length).toBe(11 * 11 + 6);
    expect(rms).toBeLessThan(1.6);
  });
});
