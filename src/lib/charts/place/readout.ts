import type { Series, TimeSpan, TrajectoryFigureProps, ValueScale } from '../figure';
import type { ColourName } from '../palette';
import type { Plot } from './axes';
import type { PlacedKey, PlacedText, TypeScale } from './frame';
import { textWidth } from './text';

/**
 * What the crosshair says at one month: a card with the date and a row per line, beside the crosshair, on the side and at
 * the height where it hides least. Its width depends on the figure's widest values only, never on the month, so that
 * it does not twitch while it moves.
 */
export interface PlacedReadout {
  readonly x: number;
  readonly dots: readonly { readonly y: number; readonly colour: ColourName }[];
  readonly card: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly keys: readonly PlacedKey[];
  readonly texts: readonly PlacedText[];
}

const inset = 10;
const keyWidth = 16;

interface Row {
  readonly label: string;
  readonly value: string;
  readonly colour: ColourName | null;
  readonly dashed: boolean;
}

/** Rows of the card: the lines in the order given, each followed by its bands. */
function rowsAt(series: readonly Series[], scale: ValueScale, month: number): Row[] {
  return series.flatMap((one) => [
    {
      label: one.label,
      value: formatFinite(scale, one.values[month]),
      colour: one.colour,
      dashed: one.reference === true
    },
    ...(one.bands ?? []).map((band) => ({
      label: band.label,
      value: `${formatFinite(scale, band.low[month])}–${formatFinite(scale, band.high[month])}`,
      colour: null,
      dashed: false
    }))
  ]);
}

function formatFinite(scale: ValueScale, value: number | undefined): string {
  return value !== undefined && Number.isFinite(value) ? scale.format(value) : '–';
}

/** Width of the widest value column over all months. */
function widestValue(series: readonly Series[], scale: ValueScale, months: number, size: number): number {
  let widest = 0;
  for (let month = 0; month <= months; month += Math.max(1, Math.floor(months / 24))) {
    for (const row of rowsAt(series, scale, month)) widest = Math.max(widest, textWidth(row.value, size, 600));
  }
  return Math.ceil(widest);
}

export function placeReadout(
  month: number,
  { series, scale, time, direction, width }: TrajectoryFigureProps,
  plot: Plot,
  type: TypeScale
): PlacedReadout {
  const size = type.tick;
  const line = Math.ceil(size * type.leading) + 2;
  const rows = rowsAt(series, scale, month);
  const names = Math.ceil(Math.max(0, ...rows.map(({ label }) => textWidth(label, size))) * 1.05);
  const dates = widestDate(time, size);
  const values = widestValue(series, scale, time.months, size);
  const cardWidth = Math.max(keyWidth + 6 + names + 14 + values, dates) + 2 * inset;
  const height = inset * 1.4 + line * (rows.length + 1);
  const x = plot.x(month);
  const right = x + 12 + cardWidth <= width;
  const left = right ? x + 12 : Math.max(0, x - 12 - cardWidth);
  const dots = series
    .map(({ values: array, colour }) => ({ value: array[month], colour }))
    .filter(
      (dot): dot is { value: number; colour: ColourName } => dot.value !== undefined && Number.isFinite(dot.value)
    )
    .map(({ value, colour }) => ({ y: plot.y(value), colour }));
  const top = clearest(series, time.months, plot, left, cardWidth, height);

  const mirrored = direction === 'rtl';
  const near = mirrored ? left + cardWidth - inset : left + inset;
  const far = mirrored ? left + inset : left + cardWidth - inset;
  const sign = mirrored ? -1 : 1;
  const texts: PlacedText[] = [
    {
      x: near,
      y: top + inset * 0.4 + line - 4,
      text: time.formatMonth(month),
      size,
      weight: 600,
      anchor: mirrored ? 'end' : 'start',
      fill: 'ink'
    }
  ];
  const keys: PlacedKey[] = [];
  rows.forEach((row, index) => {
    const y = top + inset * 0.4 + line * (index + 2) - 4;
    if (row.colour) {
      const x1 = mirrored ? near - keyWidth : near;
      keys.push({ x1, x2: x1 + keyWidth, y: y - size * 0.34, colour: row.colour, dashed: row.dashed });
    }
    const fill = row.colour ? 'ink' : 'muted';
    texts.push(
      {
        x: near + sign * (keyWidth + 6),
        y,
        text: row.label,
        size,
        weight: 400,
        anchor: mirrored ? 'end' : 'start',
        fill
      },
      { x: far, y, text: row.value, size, weight: row.colour ? 600 : 400, anchor: mirrored ? 'start' : 'end', fill }
    );
  });
  return { x, dots, card: { x: left, y: top, width: cardWidth, height }, keys, texts };
}

/** Width of the longest month name, in any year of the span. */
function widestDate(time: TimeSpan, size: number): number {
  let widest = 0;
  for (let month = 0; month <= Math.min(11, time.months); month++) {
    widest = Math.max(widest, textWidth(time.formatMonth(month), size, 600));
  }
  return Math.ceil(widest * 1.05);
}

/** Top of the card at the plot's top or bottom, whichever crosses fewer points of the lines. */
function clearest(
  series: readonly Series[],
  months: number,
  plot: Plot,
  left: number,
  width: number,
  height: number
): number {
  const hidden = (top: number): number => {
    let count = 0;
    for (const { values } of series) {
      for (let month = 0; month <= months; month++) {
        const x = plot.x(month);
        const y = plot.y(values[month] ?? NaN);
        if (x >= left && x <= left + width && y >= top && y <= top + height) count++;
      }
    }
    return count;
  };
  const atTop = plot.top + 4;
  const atBottom = plot.bottom - height - 4;
  return hidden(atBottom) < hidden(atTop) ? atBottom : atTop;
}
