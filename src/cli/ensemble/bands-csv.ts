import { bandLine, type EnsembleResult, type Means } from '$lib/analysis';
import { addMonths } from '$lib/i18n';
import { digits } from '../csv';

/**
 * The bands of an ensemble as comma-separated values in long form: a row for each output and month. Quantiles over the
 * runs come first, then their mean; with a reference then those of the differences run by run, and the shares of runs in which
 * the scenario is above and below its reference. A cell of which nothing is known is empty.
 */
export function bandsCsv(result: EnsembleResult, means: Means, start: string, outputs: readonly string[]): string {
  const { bands, difference, rows } = result;
  const names = bands.percentiles.map((percentile) => `p${String(percentile).padStart(2, '0')}`);
  const statistics = [...names, 'mean'];
  const pairedNames = difference ? [...statistics.map((name) => `diff_${name}`), 'share_above', 'share_below'] : [];
  const lines = [['month', 'output', ...statistics, ...pairedNames].join(',')];
  const runs = result.runs - result.failed.count;
  for (const output of outputs) {
    const levels = bands.percentiles.map((percentile) => bandLine(result, bands, percentile, output));
    const differences = difference
      ? bands.percentiles.map((percentile) => bandLine(result, difference.bands, percentile, output))
      : [];
    const first = result.outputs.indexOf(output) * rows;
    for (let row = 0; row < rows; row++) {
      const shares = difference
        ? [difference.above, difference.below].map((counts) => counts[first + row]! / runs)
        : [];
      const values = [
        ...levels.map((line) => line[row]!),
        means.values[first + row]!,
        ...differences.map((line) => line[row]!),
        ...(means.differences ? [means.differences[first + row]!] : []),
        ...shares
      ];
      lines.push([addMonths(start, row), output, ...values.map(cell)].join(','));
    }
  }
  return `${lines.join('\n')}\n`;
}

function cell(value: number): string {
  return Number.isFinite(value) ? digits(value) : '';
}
