import { beforeAll, describe, expect, it } from 'vitest';
import type { EnsemblePlan } from '$lib/engine';
import { LibyaEnsemble, quantileMiss, quantileOf, reference, rootMeanSquare, type Figures } from './libya-ensemble';

/**
 * Medians and 5-95 % bands at month 120 of every preset, narrow and wide, against the reference figures: no quantile
 * misses by more than four standard errors of the two samples, and all of them together by no more than chance allows.
 */
const RUNS = 500;
const LAST = 120;
const cells = ['stability_index', 'relapse_probability', 'influence_share.russia.east', 'border_control_mean'] as const;
const probabilities = [0.05, 0.5, 0.95] as const;
const presets = Object.keys(reference.bands);

let libya: LibyaEnsemble;

beforeAll(async () => {
  libya = await LibyaEnsemble.open();
  expect(libya.backend.kind).toBe('wasm');
});

const plan = (changes: Partial<EnsemblePlan>): EnsemblePlan => ({
  runs: RUNS,
  seed: 20241001,
  uncertainty: 'wide',
  sampling: 'random',
  chance: false,
  ...changes
});

/** Values at the last month, by cell. */
function sample(preset: string, wanted: EnsemblePlan): Record<string, number[]> {
  const values: Record<string, number[]> = Object.fromEntries(cells.map((cell) => [cell, []]));
  libya.run(preset, cells, wanted, (trajectory) => {
    cells.forEach((cell, c) => values[cell]!.push(trajectory.values[c * trajectory.rows + LAST]!));
  });
  return values;
}

function row(title: string, values: readonly number[], figures: readonly number[], misses: readonly number[]): string {
  const digits = Math.abs(figures[1]!) < 1 && Math.abs(figures[2]!) < 1 ? 3 : 1;
  const three = (numbers: readonly number[]): string => numbers.map((n) => n.toFixed(digits).padStart(6)).join(' ');
  const own = probabilities.map((p) => quantileOf(values, p));
  return `  ${title.padEnd(28)} ${three(own)}   table ${three(figures)}   misses ${misses.map((z) => z.toFixed(1)).join(' ')}`;
}

describe.each(['narrow', 'wide'] as const)('%s bands at month 120', (uncertainty) => {
  it('agree with the reference within sampling error, preset by preset', () => {
    const statusQuo = sample('status_quo', plan({ uncertainty })).stability_index!;
    const all: number[] = [];
    const lines: string[] = [];
    for (const preset of presets) {
      const values = sample(preset, plan({ uncertainty }));
      values.effect = values.stability_index!.map((value, run) => value - statusQuo[run]!);
      const figures: Figures = reference.bands[preset]![uncertainty];
      lines.push(preset);
      for (const [name, expected] of Object.entries(figures)) {
        const own = values[name]!;
        if (preset === 'status_quo' && name === 'effect') {
          expect(own.every((effect) => effect === 0)).toBe(true);
          continue;
        }
        const misses = probabilities.map((p, i) => quantileMiss(own, p, expected[i]!));
        for (const [i, miss] of misses.entries()) {
          expect(
            Math.abs(miss),
            `${preset} ${name} ${probabilities[i]}: ${quantileOf(own, probabilities[i]!)}`
          ).toBeLessThan(4);
        }
        all.push(...misses);
        lines.push(row(name, own, expected, misses));
      }
    }
    const rms = rootMeanSquare(all);
    console.log(
      `${uncertainty}: 5, 50, 95 % of ${RUNS} runs\n${lines.join('\n')}\nroot mean square miss ${rms.toFixed(2)}`
    );
    expect(all.length).toBe(presets.length * 15 - 3);
    expect(rms).toBeLessThan(1.6);
  });
});

describe('bands', () => {
  it.each(['latin-hypercube', 'sobol'] as const)('of a %s are those of random draws', (sampling) => {
    const values = sample('status_quo', plan({ sampling, runs: 512 }));
    for (const cell of cells) {
      const expected = reference.bands.status_quo!.wide[cell]!;
      const misses = probabilities.map((p, i) => quantileMiss(values[cell]!, p, expected[i]!));
      for (const miss of misses) expect(Math.abs(miss), cell).toBeLessThan(4);
    }
  });

  it('are wider when the ranges are', () => {
    const width = (uncertainty: 'narrow' | 'wide'): number => {
      const { stability_index: values } = sample('status_quo', plan({ uncertainty }));
      return quantileOf(values!, 0.95) - quantileOf(values!, 0.05);
    };
    expect(width('wide') / width('narrow')).toBeGreaterThan(2);
  });

  it('are one line without uncertainty and chance', () => {
    const { stability_index: values } = sample('status_quo', plan({ uncertainty: 'none', runs: 5 }));
    expect(new Set(values).size).toBe(1);
  });
});
