import type { Reading } from './formula';
import type { TimeGrid } from './model';
import type { ModelFile } from './schema';
import type { Checked } from './check-schema';

/** The integer grid of months and steps; sane defaults, with diagnostics, where the file's are none. */
export const mostMonths = 1200;
export const mostSteps = 64;

export function readTime({ yaml, value }: Checked<ModelFile>, { report }: Reading): TimeGrid {
  const { start, end, method, step, save } = value.time;
  const months = monthNumber(end) - monthNumber(start);
  if (months < 1 || months > mostMonths) {
    report.error('bad-time-span', yaml.placeOf(['time', 'end']), { start, end, most: mostMonths });
  }
  const steps = (name: 'euler' | 'rk4', otherwise: number): number => {
    const written = step?.[name];
    if (written === undefined) return otherwise;
    const count = stepsPerMonth(String(written));
    if (count === undefined)
      report.error('bad-step', yaml.placeOf(['time', 'step', name]), { text: String(written), most: mostSteps });
    return count ?? otherwise;
  };
  if (save !== undefined && stepsPerMonth(String(save)) !== 1) {
    report.error('bad-save', yaml.placeOf(['time', 'save']), { text: String(save) });
  }
  return {
    start,
    // A span that is none is reported above; what is measured against it is not.
    months: months < 1 ? mostMonths : months,
    integrator: method ?? 'euler',
    stepsPerMonth: { euler: steps('euler', 4), rk4: steps('rk4', 1) }
  };
}

function monthNumber(text: string): number {
  const [year = 0, month = 1] = text.split('-').map(Number);
  return year * 12 + month - 1;
}

/** `1/4 month` and `0.25 month` are 4 steps; undefined where a month is no whole number of steps. */
function stepsPerMonth(text: string): number | undefined {
  const [, divisor, decimal] = /^\s*(?:1\s*\/\s*(\d+)|(\d+(?:\.\d+)?))\s+months?\s*$/.exec(text) ?? [];
  if (divisor === undefined && decimal === undefined) return undefined;
  const count = divisor === undefined ? 1 / Number(decimal) : Number(divisor);
  return Number.isInteger(count) && count >= 1 && count <= mostSteps ? count : undefined;
}
