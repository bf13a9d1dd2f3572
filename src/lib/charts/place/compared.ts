import { comparedStyle, type ComparedLine, type ComparedPanel, type CompareFigureProps } from '../compared';
import type { Series } from '../figure';
import type { ColourName } from '../palette';
import { placeGrid, placePlot, placeYears, valueGutter, type PlacedGrid, type PlacedYears, type Plot } from './axes';
import { areaPath, linePath } from './curve';
import { valueAxis } from './domain';
import { endGutter, placeEndLabels, type PlacedEndLabels } from './end-labels';
import {
  placeFooter,
  placeHeader,
  typeScale,
  type PlacedHeader,
  type PlacedKey,
  type PlacedText,
  type TypeScale
} from './frame';
import { markPath } from './mark';
import { wrapText } from './text';
import { narrowest } from './trajectory';

/**
 * Scenarios over time, placed: one large panel, or several small ones that each have an axis of their own. Lines differ in
 * colour, dash and the mark at their end; the mark stands in the legend too.
 */
export interface PlacedCompared {
  readonly height: number;
  readonly type: TypeScale;
  readonly header: PlacedHeader;
  readonly keys: readonly PlacedComparedKey[];
  readonly panels: readonly PlacedComparedPanel[];
  readonly footer: readonly PlacedText[];
}

export interface PlacedComparedKey extends PlacedKey {
  readonly dash: string | undefined;
  readonly mark: string;
}

export interface PlacedComparedPanel {
  readonly id: string;
  readonly title: readonly PlacedText[];
  readonly plot: Plot;
  readonly grid: PlacedGrid;
  readonly years: PlacedYears;
  readonly bands: readonly { readonly path: string; readonly colour: ColourName; readonly opacity: number }[];
  readonly curves: readonly {
    readonly id: string;
    readonly path: string;
    readonly colour: ColourName;
    readonly dash: string | undefined;
    /** Outline of the mark at the line's end; empty where the line ends before. */
    readonly mark: string;
  }[];
  readonly ends: PlacedEndLabels;
}

const between = 26;
export const markRadius = 4.5;

export function seriesOfLines(lines: readonly ComparedLine[]): Series[] {
  return lines.map(({ id, label, values, place }) => ({ id, label, values, colour: comparedStyle(place).colour }));
}

/** Legend keys of scenarios, with their dash and mark. */
export function comparedKeys(
  keys: readonly PlacedKey[],
  scenarios: readonly { readonly place: number }[]
): PlacedComparedKey[] {
  return keys.flatMap((key, index) => {
    const scenario = scenarios[index];
    if (!scenario) return [];
    const { dash, mark } = comparedStyle(scenario.place);
    return [{ ...key, dash, mark: markPath(mark, (key.x1 + key.x2) / 2, key.y, markRadius) }];
  });
}

export function placeCompared(props: CompareFigureProps): PlacedCompared {
  const { panels, width } = props;
  const type = typeScale(props);
  const single = panels.length === 1;
  const lines = panels[0]?.lines ?? [];
  const named = single && width >= narrowest;
  const axes = panels.map(({ scale, lines }) =>
    valueAxis(lines.flatMap(valuesOf), scale, single && width >= narrowest ? 5 : 4)
  );
  const legend = named
    ? []
    : lines.map(({ label, place }) => ({ label, colour: comparedStyle(place).colour, dashed: false }));
  const note = single && axes[0]?.focused ? panels[0]?.scale.focusedNote : undefined;
  const header = placeHeader(props, legend, note);
  const columns = single ? 1 : Math.min(panels.length, columnsFor(width));
  const columnWidth = (width - between * (columns - 1)) / columns;
  const plotHeight = props.plotHeight ?? (single ? Math.round(Math.max(200, Math.min(360, width * 0.42))) : 120);
  const most = named ? Math.min(170, width * 0.22) : 0;
  const placed: PlacedComparedPanel[] = [];
  let bottom = header.bottom + 12;
  for (let first = 0; first < panels.length; first += columns) {
    const row = panels.slice(first, first + columns);
    const titles = row.map(({ label }) => (single ? [] : wrapText(label, columnWidth, type.label, 600)));
    const top =
      bottom + Math.max(...titles.map(({ length }) => length)) * type.label * type.leading + (single ? 4 : 14);
    row.forEach((panel, column) => {
      const axis = axes[first + column]!;
      const x0 = column * (columnWidth + between);
      const series = seriesOfLines(panel.lines);
      const left = x0 + valueGutter(axis, panel.scale, type);
      const right = x0 + columnWidth - endGutter(series, panel.scale, props.time.months, type, most);
      const plot = placePlot({ left, right, top, bottom: top + plotHeight }, props.time.months, axis);
      const mirrored = props.direction === 'rtl';
      placed.push({
        id: panel.id,
        title: titles[column]!.map((text, line) => ({
          x: mirrored ? x0 + columnWidth : x0,
          y: bottom + (line + 0.85) * type.label * type.leading,
          text,
          size: type.label,
          weight: 600,
          anchor: mirrored ? 'end' : 'start',
          fill: 'ink'
        })),
        ...placePanel(props, panel, plot, axis, type, series, most)
      });
    });
    bottom = Math.max(...placed.slice(first).map(({ years }) => years.bottom)) + (single ? 0 : 16);
  }
  const footer = placeFooter(props, bottom + (single ? 10 : 0));
  return {
    height: footer.bottom,
    type,
    header,
    keys: comparedKeys(header.keys, lines),
    panels: placed,
    footer: footer.texts
  };
}

function placePanel(
  { time }: CompareFigureProps,
  { scale, lines }: ComparedPanel,
  plot: Plot,
  axis: ReturnType<typeof valueAxis>,
  type: TypeScale,
  series: readonly Series[],
  most: number
): Omit<PlacedComparedPanel, 'id' | 'title'> {
  return {
    plot,
    grid: placeGrid(plot, axis, scale, type),
    years: placeYears(plot, time, type),
    bands: lines.flatMap(({ place, bands = [] }) =>
      bands.map(({ low, high, opacity }) => ({
        path: areaPath(low, high, plot.x, plot.y),
        colour: comparedStyle(place).colour,
        opacity
      }))
    ),
    curves: lines.map(({ id, values, place }) => {
      const { colour, dash, mark } = comparedStyle(place);
      const last = values[time.months] ?? NaN;
      return {
        id,
        path: linePath(values, plot.x, plot.y),
        colour,
        dash,
        mark: Number.isFinite(last) ? markPath(mark, plot.right, plot.y(last), markRadius) : ''
      };
    }),
    ends: placeEndLabels(series, scale, time.months, plot, type, most)
  };
}

function valuesOf({ values, bands = [] }: ComparedLine): ArrayLike<number>[] {
  return [values, ...bands.flatMap(({ low, high }) => [low, high])];
}

function columnsFor(width: number): number {
  if (width >= 860) return 3;
  return width >= 330 ? 2 : 1;
}
