import type { TimeSpan, ValueScale } from '../figure';
import { straight, type ToPixel } from './curve';
import type { ValueAxis } from './domain';
import type { PlacedText, TypeScale } from './frame';
import { yearTicks } from './months';
import { textWidth } from './text';

/** The plot's rectangle and how months and values fall into it; ticks with their words. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: ToPixel;
  readonly y: ToPixel;
}

export function placePlot(
  box: Pick<Plot, 'left' | 'right' | 'top' | 'bottom'>,
  months: number,
  axis: Pick<ValueAxis, 'low' | 'high'>
): Plot {
  return {
    ...box,
    x: straight([0, months], [box.left, box.right]),
    y: straight([axis.low, axis.high], [box.bottom, box.top])
  };
}

/** Room that the value ticks need left of the plot. */
export function valueGutter(axis: ValueAxis, scale: Pick<ValueScale, 'formatTick'>, type: TypeScale): number {
  return Math.ceil(Math.max(0, ...axis.ticks.map((tick) => textWidth(scale.formatTick(tick), type.tick)))) + 8;
}

export interface PlacedGrid {
  /** Heights of the horizontal lines; the one at zero, if any, is the base. */
  readonly lines: readonly { readonly y: number; readonly base: boolean }[];
  readonly texts: readonly PlacedText[];
}

export function placeGrid(
  plot: Plot,
  axis: ValueAxis,
  scale: Pick<ValueScale, 'formatTick'>,
  type: TypeScale
): PlacedGrid {
  return {
    lines: axis.ticks.map((tick) => ({ y: plot.y(tick), base: tick === 0 })),
    texts: axis.ticks.map((tick) => ({
      x: plot.left - 8,
      y: plot.y(tick) + type.tick * 0.35,
      text: scale.formatTick(tick),
      size: type.tick,
      weight: 400,
      anchor: 'end',
      fill: 'muted'
    }))
  };
}

export interface PlacedYears {
  /** Positions of the small ticks: every January. */
  readonly ticks: readonly number[];
  readonly texts: readonly PlacedText[];
  /** Where the axis with its words ends. */
  readonly bottom: number;
}

const steps = [1, 2, 5, 10, 20, 50];

/** Closest that yearly ticks may stand; below it only the named years have one. */
const closest = 16;

/** A small tick every January where they do not crowd; years are named as often as there is room. */
export function placeYears(plot: Plot, time: TimeSpan, type: TypeScale): PlacedYears {
  const baseline = plot.bottom + 6 + type.tick;
  const every = yearTicks(time, 1);
  const perYear = Math.abs(plot.x(12) - plot.x(0));
  const widest = Math.max(0, ...every.map(({ year }) => textWidth(time.formatYear(year), type.tick)));
  const step = steps.find((years) => years * perYear >= widest + 16) ?? 100;
  const half = widest / 2;
  return {
    ticks: (perYear < closest ? yearTicks(time, step) : every).map(({ month }) => plot.x(month)),
    texts: yearTicks(time, step)
      .map(({ month, year }) => ({ x: plot.x(month), text: time.formatYear(year) }))
      .filter(({ x }) => x - half >= plot.left - 40 && x + half <= plot.right + 24)
      .map(({ x, text }) => ({
        x,
        y: baseline,
        text,
        size: type.tick,
        weight: 400,
        anchor: 'middle',
        fill: 'muted'
      })),
    bottom: baseline + type.tick * 0.4
  };
}
