import { nearest } from '$lib/language';
import type { Model } from '$lib/model';
import { inputRange } from '$lib/scenario';
import { MOST_COST } from './lever';
import { overlaps, type LeverChoice } from './seek';

/**
 * Levers as they are written, in links and on the command line alike: `unified_force`, `unified_force:20..80`,
 * `unified_force*2`, `unified_force:20..80*2`. Bounds are in the unit of the input, the cost is that of one unit.
 */
export type LeverProblem =
  | { readonly kind: 'form'; readonly text: string }
  | { readonly kind: 'input'; readonly text: string; readonly input: string; readonly nearest: string | undefined }
  | { readonly kind: 'bounds'; readonly text: string; readonly low: number; readonly high: number }
  | { readonly kind: 'cost'; readonly text: string }
  /** It moves what an earlier lever moves. */
  | { readonly kind: 'overlap'; readonly text: string };

export type ReadLever =
  { readonly lever: LeverChoice; readonly problem: null } | { readonly lever: null; readonly problem: LeverProblem };

const number = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const form = new RegExp(String.raw`^([\w]+)(?::(${number})\.\.(${number}))?(?:\*(${number}))?$`, 'i');

/** Never throws. `before`: levers that were read already. */
export function parseLever(model: Model, text: string, before: readonly LeverChoice[] = []): ReadLever {
  const fails = (problem: LeverProblem): ReadLever => ({ lever: null, problem });
  const [, id, low, high, price] = form.exec(text.trim()) ?? [];
  if (id === undefined) return fails({ kind: 'form', text });
  const range = inputRange(model, id);
  if (!range) {
    const known = [...model.inputs, ...model.composites].map((each) => each.id);
    return fails({ kind: 'input', text, input: id, nearest: nearest(id, known) });
  }
  const bounds = low === undefined ? null : ([Number(low), Number(high)] as const);
  if (bounds && !(bounds[0] <= bounds[1] && bounds[0] >= range.minimum && bounds[1] <= range.maximum))
    return fails({ kind: 'bounds', text, low: range.minimum, high: range.maximum });
  const cost = price === undefined ? null : Number(price);
  if (cost !== null && !(cost >= 0 && cost <= MOST_COST)) return fails({ kind: 'cost', text });
  if (overlaps(model, id, before)) return fails({ kind: 'overlap', text });
  return { lever: { id, bounds, cost }, problem: null };
}

/** The lever as it is written: `parseLever` gives it back. */
export function writeLever({ id, bounds, cost }: LeverChoice): string {
  return `${id}${bounds ? `:${bounds[0]}..${bounds[1]}` : ''}${cost === null ? '' : `*${cost}`}`;
}
