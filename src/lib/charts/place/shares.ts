import type { AttributionFigureProps } from '../attribution';
import type { ColourName } from '../palette';
import { straight } from './curve';
import { valueAxis } from './domain';
import { placeFooter, placeHeader, typeScale, type PlacedHeader, type PlacedText } from './frame';
import { textWidth, wrapText } from './text';

/**
 * A waterfall that lies on its side: a row for the value it starts from, a row for each step, a row for the value it ends
 * at. A bar runs from the value reached before to the one reached after it, and points where it goes; its sign stands beside
 * it. Mirrored in Arabic: rows are named at the right, values grow to the left. Where it is narrow, names stand above.
 */
export interface PlacedShares {
  readonly height: number;
  readonly header: PlacedHeader;
  /** Lines of the value axis; beside the bars only where names stand between them. */
  readonly grid: readonly PlacedLine[];
  /** Where it starts, dashed through all rows. */
  readonly reference: readonly PlacedLine[];
  readonly bars: readonly PlacedBar[];
  /** From the end of one bar to the beginning of the next one; none where a name stands between. */
  readonly joints: readonly PlacedLine[];
  /** Two standard errors to either side of a bar's end. */
  readonly errors: readonly PlacedLine[];
  /** The values at both ends. */
  readonly ends: readonly (PlacedLine & { readonly colour: ColourName })[];
  readonly texts: readonly PlacedText[];
  readonly footer: readonly PlacedText[];
}

export interface PlacedBar {
  readonly id: string;
  /** Corners: `x,y x,y …`. */
  readonly points: string;
  readonly colour: ColourName;
  readonly outlined: boolean;
}

export interface PlacedLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

const narrow = 560;
const gap = 10;
const tip = 6;

export function placeShares(props: AttributionFigureProps): PlacedShares {
  const { from, to, steps, notes, scale, width, direction, difference } = props;
  const type = typeScale(props);
  const reached = steps.reduce<number[]>((values, { value }) => [...values, values.at(-1)! + value], [from.value]);
  const axis = valueAxis([reachOf(props, reached)], scale, width < narrow ? 4 : 6);
  const note = axis.focused ? scale.focusedNote : undefined;
  const header = placeHeader(props, [], note);

  const above = width < narrow;
  const line = type.label * type.leading;
  const labels = [from.label, ...steps.map(({ label }) => label), to.label];
  const widest = Math.max(...labels.map((label) => textWidth(label, type.label, 600)));
  const nameWidth = above ? 0 : Math.min(width * 0.36, widest + 2 * gap);
  const names = labels.map((label) => wrapText(label, above ? width : nameWidth - gap, type.label, 600));
  const said = steps.map(({ value, error }) => shareText(difference, scale.format, value, error));
  const room =
    Math.max(
      ...[scale.format(from.value), scale.format(to.value), ...said].map((text) => textWidth(text, type.label, 600))
    ) + 12;

  const mirrored = direction === 'rtl';
  const at = (distance: number): number => (mirrored ? width - distance : distance);
  // Only what falls has its number on the near side.
  const near = steps.some(({ value }) => value < 0) ? room : gap;
  const along = straight([axis.low, axis.high], [nameWidth + near, width - room]);
  const x = (value: number): number => at(along(value));
  /** Reading edge of a text that begins there. */
  const start = mirrored ? 'end' : 'start';
  const end = mirrored ? 'start' : 'end';

  const texts: PlacedText[] = [];
  const bars: PlacedBar[] = [];
  const joints: PlacedLine[] = [];
  const errors: PlacedLine[] = [];
  const ends: PlacedShares['ends'][number][] = [];
  const write = (
    text: string,
    distance: number,
    y: number,
    {
      anchor = start,
      size = type.label,
      weight = 400,
      fill = 'ink'
    }: Partial<Omit<PlacedText, 'x' | 'y' | 'text'>> = {}
  ): void => void texts.push({ x: at(distance), y, text, size, weight, anchor, fill });

  const barHeight = Math.round(type.label * 1.15);
  const top = header.bottom + 12;
  let y = top;
  const middles = names.map((lines, row) => {
    const isEnd = row === 0 || row === names.length - 1;
    const weight = isEnd ? 600 : 400;
    const fill = fillOf(row, names.length);
    const block = lines.length * line;
    const height = above ? block + barHeight + 12 : Math.max(barHeight, block) + 10;
    const middle = above ? y + block + 5 + barHeight / 2 : y + height / 2;
    const first = above ? y + 2 + type.label : middle - block / 2 + type.label * 0.5 + line * 0.36;
    lines.forEach((text, index) => write(text, 0, first + index * line, { weight, fill }));
    y += height;
    return middle;
  });
  const bottom = y;

  const value = (text: string, of: number, middle: number, fill: ColourName): void =>
    write(text, along(of) + 7, middle + type.label * 0.36, { weight: 600, fill });
  const endLine = (of: number, middle: number, colour: ColourName): void =>
    void ends.push({ x1: x(of), x2: x(of), y1: middle - barHeight / 2 - 2, y2: middle + barHeight / 2 + 2, colour });
  endLine(from.value, middles[0]!, 'statusQuo');
  value(scale.format(from.value), from.value, middles[0]!, 'statusQuo');
  endLine(to.value, middles.at(-1)!, 'accent');
  value(scale.format(to.value), to.value, middles.at(-1)!, 'accent');

  steps.forEach((step, index) => {
    const [before, after] = [reached[index]!, reached[index + 1]!];
    const middle = middles[index + 1]!;
    const falls = step.value < 0 ? 'statusQuo' : 'accent';
    const colour = step.rest ? 'muted' : falls;
    bars.push({ id: step.id, points: arrow(x(before), x(after), middle, barHeight), colour, outlined: !!step.rest });
    if (!above) joints.push({ x1: x(before), x2: x(before), y1: middles[index]!, y2: middle });
    let [low, high] = [Math.min(before, after), Math.max(before, after)];
    if (step.error > 0) {
      const [one, other] = [after - 2 * step.error, after + 2 * step.error];
      errors.push({ x1: x(one), x2: x(other), y1: middle, y2: middle });
      for (const bound of [one, other]) errors.push({ x1: x(bound), x2: x(bound), y1: middle - 4, y2: middle + 4 });
      [low, high] = [Math.min(low, one), Math.max(high, other)];
    }
    const [text, y0] = [said[index]!, middle + type.label * 0.36];
    if (step.value < 0) write(text, along(low) - 6, y0, { anchor: end, weight: 600 });
    else write(text, along(high) + 6, y0, { weight: 600 });
  });
  if (!above) joints.push({ x1: x(to.value), x2: x(to.value), y1: middles.at(-2)!, y2: middles.at(-1)! });

  for (const tick of axis.ticks)
    write(scale.formatTick(tick), along(tick), bottom + 5 + type.tick, {
      anchor: 'middle',
      size: type.tick,
      fill: 'muted'
    });
  let below = bottom + 5 + type.tick * 1.5;
  if (notes.length > 0) below += 6;
  for (const text of notes) {
    for (const wrapped of wrapText(text, width, type.label)) {
      below += line;
      write(wrapped, 0, below);
    }
  }
  const footer = placeFooter(props, below + 4);
  const half = barHeight / 2 + 4;
  const stretches = above ? middles.map((middle) => [middle - half, middle + half]) : [[top, bottom]];
  const upright = (where: number): PlacedLine[] =>
    stretches.map(([y1, y2]) => ({ x1: where, x2: where, y1: y1!, y2: y2! }));
  return {
    height: footer.bottom,
    header,
    grid: axis.ticks.flatMap((tick) => upright(x(tick))),
    reference: upright(x(from.value)),
    bars,
    joints,
    errors,
    ends,
    texts,
    footer: footer.texts
  };
}

/** The first row is what it is compared with, the last one the scenario. */
function fillOf(row: number, rows: number): ColourName {
  if (row === 0) return 'statusQuo';
  return row === rows - 1 ? 'accent' : 'ink';
}

/** Everything that the axis has to hold. */
function reachOf({ from, to, steps }: AttributionFigureProps, reached: readonly number[]): number[] {
  return [
    from.value,
    to.value,
    ...reached,
    ...steps.flatMap(({ error }, index) => [reached[index + 1]! - 2 * error, reached[index + 1]! + 2 * error])
  ];
}

/** The share, and two standard errors where they show in its digits. */
function shareText(
  difference: AttributionFigureProps['difference'],
  format: (value: number) => string,
  value: number,
  error: number
): string {
  const uncertain = error > 0 ? format(2 * error) : '';
  return /[1-9]/.test(uncertain) ? `${difference(value)} ± ${uncertain}` : difference(value);
}

/** A bar that points where it goes; a bare stroke where it goes nowhere. */
function arrow(from: number, to: number, middle: number, height: number): string {
  const [top, bottom] = [middle - height / 2, middle + height / 2];
  const sign = Math.sign(to - from);
  const far = Math.abs(to - from) < 1.5 ? from + (sign || 1) * 1.5 : to;
  const neck = far - sign * Math.min(tip, Math.abs(far - from));
  const corners = [
    [from, top],
    [neck, top],
    [far, middle],
    [neck, bottom],
    [from, bottom]
  ] as const;
  return corners.map((corner) => corner.map((one) => one.toFixed(1)).join(',')).join(' ');
}
