import type { Series, TrajectoryFigureProps } from '../figure';
import type { ColourName } from '../palette';
import { placeGrid, placePlot, placeYears, valueGutter, type PlacedGrid, type PlacedYears, type Plot } from './axes';
import { areaPath, linePath } from './curve';
import { valueAxis, type ValueAxis } from './domain';
import { endGutter, placeEndLabels, type PlacedEndLabels } from './end-labels';
import {
  placeFooter,
  placeHeader,
  typeScale,
  type LegendEntry,
  type PlacedHeader,
  type PlacedText,
  type TypeScale
} from './frame';
import { placeRamps, type PlacedRamps } from './ramps';

/**
 * A trajectory figure, placed: everything about it but the month that is being read. Wide figures name the lines at their
 * ends, narrow ones in a legend line under the subtitle and keep only the values at the ends. The reference lies under
 * the other lines; bands lie under all lines.
 */
export interface PlacedTrajectory {
  /** Lines are named in the legend; a month is read in the margin, since a card would hide the plot. */
  readonly narrow: boolean;
  readonly height: number;
  readonly type: TypeScale;
  readonly plot: Plot;
  readonly axis: ValueAxis;
  readonly header: PlacedHeader;
  readonly grid: PlacedGrid;
  readonly years: PlacedYears;
  readonly bands: readonly {
    readonly id: string;
    readonly path: string;
    readonly colour: ColourName;
    readonly opacity: number;
  }[];
  /** Bands that belong to a former line. */
  readonly lagging: boolean;
  /** Single runs of a line, all in one path. */
  readonly threads: readonly { readonly id: string; readonly path: string; readonly colour: ColourName }[];
  readonly curves: readonly PlacedCurve[];
  readonly ends: PlacedEndLabels;
  readonly ramps: PlacedRamps;
  readonly footer: readonly PlacedText[];
}

export interface PlacedCurve {
  readonly id: string;
  readonly path: string;
  readonly colour: ColourName;
  readonly dashed: boolean;
}

/** Below this width the lines are named in a legend. */
export const narrowest = 520;

export function placeTrajectory(props: TrajectoryFigureProps): PlacedTrajectory {
  const { series, scale, time, width } = props;
  const type = typeScale(props);
  const narrow = width < narrowest;
  const axis = valueAxis(series.flatMap(valuesOf), scale, narrow ? 4 : 5);
  const legend = [
    ...(narrow ? series.map(({ label, colour, reference }) => ({ label, colour, dashed: reference === true })) : []),
    ...(props.bandLegend ? series.flatMap(bandEntries) : [])
  ];
  const header = placeHeader(props, legend, axis.focused ? scale.focusedNote : undefined);
  const most = narrow ? 0 : Math.min(150, width * 0.2);
  const left = valueGutter(axis, scale, type);
  const right = width - endGutter(series, scale, time.months, type, most);
  const top = header.bottom + 16;
  const plotHeight = props.plotHeight ?? defaultHeight(width);
  const plot = placePlot({ left, right, top, bottom: top + plotHeight }, time.months, axis);
  const years = placeYears(plot, time, type);
  const ramps = placeRamps(
    props.ramps ?? [],
    plot,
    time.months,
    width,
    years.bottom,
    type,
    props.texts,
    props.direction === 'rtl'
  );
  const footer = placeFooter(props, ramps.bottom + 10);
  return {
    narrow,
    height: footer.bottom,
    type,
    plot,
    axis,
    header,
    grid: placeGrid(plot, axis, scale, type),
    years,
    bands: series.flatMap(({ id, colour, bands }) =>
      (bands ?? []).map((band) => ({
        id: `${id} ${band.id}`,
        path: areaPath(band.low, band.high, plot.x, plot.y),
        colour,
        opacity: band.opacity
      }))
    ),
    lagging: series.some(({ bandsLag }) => bandsLag),
    threads: series.flatMap(({ id, colour, threads = [] }) =>
      threads.length === 0
        ? []
        : [{ id, colour, path: threads.map((values) => linePath(values, plot.x, plot.y)).join('') }]
    ),
    curves: placeCurves(series, plot),
    ends: placeEndLabels(series, scale, time.months, plot, type, most),
    ramps,
    footer: footer.texts
  };
}

/** Lines as paths, references first, so that the others lie above them. */
export function placeCurves(series: readonly Series[], plot: Plot): PlacedCurve[] {
  return [...series]
    .sort((a, b) => Number(b.reference === true) - Number(a.reference === true))
    .map(({ id, values, colour, reference }) => ({
      id,
      path: linePath(values, plot.x, plot.y),
      colour,
      dashed: reference === true
    }));
}

/** Every array of a series that the axis must hold. */
export function valuesOf({ values, bands = [], threads = [] }: Series): ArrayLike<number>[] {
  return [values, ...bands.flatMap(({ low, high }) => [low, high]), ...threads];
}

/** What the tints of a line's bands mean; where a band lies, the wider ones lie too. */
function bandEntries({ colour, bands = [] }: Series): LegendEntry[] {
  return bands.map(({ label }, index) => ({
    label,
    colour,
    dashed: false,
    tints: bands.slice(0, index + 1).map(({ opacity }) => opacity)
  }));
}

function defaultHeight(width: number): number {
  return Math.round(Math.max(190, Math.min(340, width * 0.42)));
}
