import type { MultiplePanel, SmallMultiplesProps } from '../figure';
import { placeGrid, placePlot, placeYears, valueGutter, type PlacedGrid, type PlacedYears, type Plot } from './axes';
import { valueAxis, type ValueAxis } from './domain';
import { endGutter, placeEndLabels, type PlacedEndLabels } from './end-labels';
import { placeFooter, placeHeader, typeScale, type PlacedHeader, type PlacedText, type TypeScale } from './frame';
import { placeCurves, valuesOf, type PlacedCurve } from './trajectory';

/** The same lines for several quantities, one small panel each, all on one scale so that heights compare. */
export interface PlacedMultiples {
  readonly height: number;
  readonly type: TypeScale;
  readonly axis: ValueAxis;
  readonly header: PlacedHeader;
  readonly panels: readonly PlacedMultiple[];
  readonly footer: readonly PlacedText[];
}

export interface PlacedMultiple {
  readonly id: string;
  readonly title: PlacedText;
  readonly plot: Plot;
  readonly grid: PlacedGrid;
  readonly years: PlacedYears;
  readonly curves: readonly PlacedCurve[];
  readonly ends: PlacedEndLabels;
}

const between = 16;

export function placeMultiples(props: SmallMultiplesProps): PlacedMultiples {
  const { panels, scale, time, width } = props;
  const type = typeScale(props);
  const columns = Math.min(panels.length || 1, columnsFor(width));
  const all = panels.flatMap(({ series }) => series);
  const axis = valueAxis(all.flatMap(valuesOf), scale, 4);
  const legend = (panels[0]?.series ?? []).map(({ label, colour, reference }) => ({
    label,
    colour,
    dashed: reference === true
  }));
  const header = placeHeader(props, legend, axis.focused ? scale.focusedNote : undefined);
  const left = valueGutter(axis, scale, type);
  const right = endGutter(all, scale, time.months, type, 0);
  const columnWidth = (width - left - between * (columns - 1)) / columns;
  const plotHeight = props.plotHeight ?? 130;
  const titleHeight = type.label * type.leading + 8;

  let y = header.bottom + 10;
  let bottom = y;
  const placed = panels.map((panel, index) => {
    const column = index % columns;
    if (column === 0 && index > 0) y = bottom + 12;
    const x0 = left + column * (columnWidth + between);
    const top = y + titleHeight;
    const plot = placePlot(
      { left: x0, right: x0 + columnWidth - right, top, bottom: top + plotHeight },
      time.months,
      axis
    );
    const one = placePanel(props, panel, plot, axis, type, column === 0);
    bottom = Math.max(bottom, one.years.bottom);
    return one;
  });
  const footer = placeFooter(props, bottom + 12);
  return { height: footer.bottom, type, axis, header, panels: placed, footer: footer.texts };
}

function columnsFor(width: number): number {
  if (width >= 820) return 5;
  return width >= 540 ? 3 : 2;
}

function placePanel(
  { scale, time, direction }: SmallMultiplesProps,
  { id, label, series }: MultiplePanel,
  plot: Plot,
  axis: ValueAxis,
  type: TypeScale,
  first: boolean
): PlacedMultiple {
  const grid = placeGrid(plot, axis, scale, type);
  const mirrored = direction === 'rtl';
  return {
    id,
    title: {
      x: mirrored ? plot.right : plot.left,
      y: plot.top - 9,
      text: label,
      size: type.label,
      weight: 600,
      anchor: mirrored ? 'end' : 'start',
      fill: 'ink'
    },
    plot,
    grid: first ? grid : { ...grid, texts: [] },
    years: placeYears(plot, time, type),
    curves: placeCurves(series, plot),
    ends: placeEndLabels(series, scale, time.months, plot, type, 0)
  };
}
