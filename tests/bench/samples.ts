/**
 * Timing by interleaved samples: the candidates take turns, so that a slow spell of the machine falls on all of them.
 * A null control is the same candidate under a second name: what it differs by is what this machine cannot tell apart.
 */
export interface Timing {
  readonly name: string;
  /** Milliseconds: median, and the 5 and 95 % quantiles of the samples. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export function measure(
  candidates: readonly { readonly name: string; readonly run: () => void }[],
  { samples = 60, warmUp = 15 }: { readonly samples?: number; readonly warmUp?: number } = {}
): readonly Timing[] {
  const times = candidates.map((): number[] => []);
  for (let sample = -warmUp; sample < samples; sample++) {
    candidates.forEach(({ run }, index) => {
      const start = performance.now();
      run();
      const time = performance.now() - start;
      if (sample >= 0) times[index]!.push(time);
    });
  }
  return candidates.map(({ name }, index) => {
    const sorted = times[index]!.sort((a, b) => a - b);
    const quantile = (p: number): number => sorted[Math.round(p * (sorted.length - 1))]!;
    return { name, median: quantile(0.5), low: quantile(0.05), high: quantile(0.95) };
  });
}
