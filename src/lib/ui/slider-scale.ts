/**
 * Where a value stands on a slider and where a hand that lets go of it meant to be. The notch of the default draws
 * values of the pointer to itself within 1.5 % of the range; keys move by exact steps and are never drawn.
 */
export interface SliderScale {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

const pull = 0.015;

/** Share of the way from minimum to maximum, 0 to 1. */
export function shareOf(scale: SliderScale, value: number): number {
  if (scale.maximum <= scale.minimum) return 0;
  return Math.min(1, Math.max(0, (value - scale.minimum) / (scale.maximum - scale.minimum)));
}

/** The notch itself where the value is close enough to it, else the value. */
export function snap(scale: SliderScale, value: number, notch: number): number {
  const reach = Math.max(scale.step / 2, pull * (scale.maximum - scale.minimum));
  return Math.abs(value - notch) <= reach ? notch : value;
}

/** Inside the range and on a step, counted from the minimum; without the dust of binary fractions. */
export function fit(scale: SliderScale, value: number): number {
  const inside = Math.min(scale.maximum, Math.max(scale.minimum, value));
  const steps = Math.round((inside - scale.minimum) / scale.step);
  return Math.min(scale.maximum, Number((scale.minimum + steps * scale.step).toFixed(digitsOf(scale.step) + 2)));
}

/** Digits after the point that a step needs: 0 for 1, 2 for 0.25. */
export function digitsOf(step: number): number {
  return (String(step).split('.')[1] ?? '').length;
}
