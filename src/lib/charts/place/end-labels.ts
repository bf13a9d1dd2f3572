import type { Series, ValueScale } from '../figure';
import type { ColourName } from '../palette';
import type { Plot } from './axes';
import { dodge } from './dodge';
import type { PlacedText, TypeScale } from './frame';
import { textWidth, wrapText } from './text';

/**
 * Names and last values beside the ends of the lines, so that no legend is needed. They keep clear of each other and
 * a thin leader joins a label that had to move.
 */
export interface PlacedEndLabels {
  readonly texts: readonly PlacedText[];
  readonly leaders: readonly { readonly path: string; readonly colour: ColourName }[];
}

const gap = 10;

/** Room that the labels need right of the plot: names wrapped into `most` pixels, or values alone. */
export function endGutter(
  series: readonly Series[],
  scale: ValueScale,
  months: number,
  type: TypeScale,
  most: number
): number {
  const widths = series.map((one) => {
    const value = textWidth(lastValue(one, scale, months), type.label, 600);
    const names =
      most === 0 ? [] : wrapText(one.label, most, type.tick, 600).map((line) => textWidth(line, type.tick, 600) * 1.04);
    return Math.max(value, ...names);
  });
  return Math.ceil(Math.max(0, ...widths)) + gap;
}

export function placeEndLabels(
  series: readonly Series[],
  scale: ValueScale,
  months: number,
  plot: Plot,
  type: TypeScale,
  most: number
): PlacedEndLabels {
  const ending = series.filter(({ values }) => Number.isFinite(values[months] ?? NaN));
  const blocks = ending.map((one) => {
    const names = most === 0 ? [] : wrapText(one.label, most, type.tick, 600);
    const height = type.label * 1.25 + names.length * type.tick * 1.25 + 3;
    return { one, names, height, centre: plot.y(one.values[months]!) };
  });
  const centres = dodge(blocks, plot.top - 10, plot.bottom + 12);
  const texts: PlacedText[] = [];
  const leaders: { path: string; colour: ColourName }[] = [];
  blocks.forEach(({ one, names, height, centre }, index) => {
    const placed = centres[index]!;
    const x = plot.right + gap;
    let y = placed - height / 2 + type.label;
    texts.push({
      x,
      y,
      text: lastValue(one, scale, months),
      size: type.label,
      weight: 600,
      anchor: 'start',
      fill: one.colour
    });
    for (const text of names) {
      y += type.tick * 1.25;
      texts.push({ x, y, text, size: type.tick, weight: 600, anchor: 'start', fill: one.colour });
    }
    if (Math.abs(placed - centre) > 5) {
      leaders.push({
        path: `M${(plot.right + 2).toFixed(1)},${centre.toFixed(1)}L${(x - 2).toFixed(1)},${placed.toFixed(1)}`,
        colour: one.colour
      });
    }
  });
  return { texts, leaders };
}

function lastValue({ values }: Series, scale: ValueScale, months: number): string {
  const value = values[months];
  return value !== undefined && Number.isFinite(value) ? scale.format(value) : '–';
}
