import type { SliderScale } from '$lib/ui';
import { shareOf } from '$lib/ui';
import { profileAt, type Profile } from '$lib/scenario';
import { bendsOf } from './profile-edit';

/** Where months and values of a profile lie in the small curve of the timing editor, and back again. */
export interface CurveBox {
  readonly width: number;
  readonly height: number;
  readonly inset: number;
  readonly months: number;
  readonly scale: SliderScale;
}

export function xOf({ width, inset, months }: CurveBox, month: number): number {
  return inset + (Math.min(months, month) / months) * (width - 2 * inset);
}

export function yOf({ height, inset, scale }: CurveBox, value: number): number {
  return height - inset - shareOf(scale, value) * (height - 2 * inset);
}

/** Whole month at a place, inside the horizon. */
export function monthAt({ width, inset, months }: CurveBox, x: number): number {
  return Math.max(0, Math.min(months, Math.round(((x - inset) / (width - 2 * inset)) * months)));
}

/** Value at a place, on a whole step, inside the range. */
export function valueAt({ height, inset, scale }: CurveBox, y: number): number {
  const share = Math.max(0, Math.min(1, (height - inset - y) / (height - 2 * inset)));
  const steps = Math.round((share * (scale.maximum - scale.minimum)) / scale.step);
  return Math.min(scale.maximum, scale.minimum + steps * scale.step);
}

/** Path of the profile through all its bends. */
export function pathOf(box: CurveBox, profile: Profile | null, initial: number): string {
  return bendsOf(profile, box.months)
    .map(
      (month, i) =>
        `${i === 0 ? 'M' : 'L'}${xOf(box, month).toFixed(2)} ${yOf(box, profileAt(profile, initial, month)).toFixed(2)}`
    )
    .join('');
}
