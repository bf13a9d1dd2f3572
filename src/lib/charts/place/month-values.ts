import type { Series, TimeSpan, ValueScale } from '../figure';
import type { ColourName } from '../palette';
import type { Plot } from './axes';
import { dodge } from './dodge';
import type { PlacedText, TypeScale } from './frame';
import { textWidth } from './text';

/**
 * What a small panel says at a month: a dot and a value for each line at the crosshair, in the column of the end labels, so
 * that nothing moves sideways.
 */
export interface PlacedMonthValues {
  readonly x: number;
  readonly dots: readonly { readonly y: number; readonly colour: ColourName }[];
  readonly texts: readonly PlacedText[];
}

export function placeMonthValues(
  month: number,
  series: readonly Series[],
  scale: ValueScale,
  plot: Plot,
  type: TypeScale
): PlacedMonthValues {
  const present = series.flatMap(({ values, colour }) => {
    const value = values[month];
    return value !== undefined && Number.isFinite(value) ? [{ value, colour, y: plot.y(value) }] : [];
  });
  const centres = dodge(
    present.map(({ y }) => ({ centre: y, height: type.label * 1.3 })),
    plot.top - 10,
    plot.bottom + 12
  );
  const texts: PlacedText[] = present.map(({ value, colour }, index) => ({
    x: plot.right + 10,
    y: centres[index]! + type.label * 0.35,
    text: scale.format(value),
    size: type.label,
    weight: 600,
    anchor: 'start',
    fill: colour
  }));
  return { x: plot.x(month), dots: present.map(({ y, colour }) => ({ y, colour })), texts };
}

/** The date under the crosshair, in the place of the years and inside the plot's width. */
export function placeDate(month: number, time: TimeSpan, plot: Plot, type: TypeScale): PlacedText {
  const text = time.formatMonth(month);
  const half = textWidth(text, type.tick, 600) / 2;
  const x = Math.max(plot.left + half, Math.min(plot.right - half, plot.x(month)));
  return { x, y: plot.bottom + 6 + type.tick, text, size: type.tick, weight: 600, anchor: 'middle', fill: 'ink' };
}
