import type { FigureTexts, Frame, Share, Table, TimeSpan, ValueScale } from './figure';
import type { ColourName } from './palette';
import { influenceTable } from './tables';

/**
 * What a map is told: shapes by id in a TopoJSON, and what is known of each month by month. As with every figure, texts are
 * in the reader's language already, and values of element i stand at `time.start` + i months.
 */
export interface MapFigureProps extends Frame {
  readonly ground: MapGround;
  readonly time: TimeSpan;
  /** Formats of a share or of control, 0 to 1. */
  readonly scale: ValueScale;
  /** A difference of two such values with its sign and unit: `+4 points`. Empty where it rounds to nothing. */
  readonly difference: (value: number) => string;
  /** The actor whose influence tints the places; null tints each by who leads there. */
  readonly actor: string | null;
  readonly places: readonly MapPlaceTold[];
  readonly borders: readonly MapBorderTold[];
  readonly texts: MapTexts;
  /** The month shown; null is the last one. */
  readonly month: number | null;
  /** Height of the map alone, in pixels. */
  readonly mapHeight?: number | undefined;
  /** Id of the place or border that is read out; null is none. Bindable. */
  reading?: string | null;
}

/** Shapes and names that do not change with time. */
export interface MapGround {
  /** A TopoJSON with the objects country, regions, districts, borders and neighbours. */
  readonly topology: { readonly objects: Readonly<Record<string, unknown>>; readonly arcs: readonly unknown[] };
  /** Neighbours, seas. */
  readonly names: readonly MapLabel[];
  /** Parts of a place that another place holds: hatched in the colour of who holds them. */
  readonly districts: readonly (MapLabel & { readonly colour: ColourName })[];
}

export interface MapLabel {
  readonly id: string;
  readonly label: string;
  /** Degrees east and north of its middle. */
  readonly at: readonly [number, number];
}

export interface MapPlaceTold extends MapLabel {
  /** Id among the regions. */
  readonly shape: string;
  /** What the region is called by history. */
  readonly region: string;
  readonly shares: readonly Share[];
}

export interface MapBorderTold extends MapLabel {
  /** Id among the borders. */
  readonly shape: string;
  /** 0 to 1. */
  readonly values: ArrayLike<number>;
  readonly reference?: ArrayLike<number> | undefined;
}

export interface MapTexts extends FigureTexts {
  /** `Border control`: heading of the legend. */
  readonly control: string;
  /** Before a border's value on the map: `Control`. */
  readonly controlShort: string;
  /** Heading of the tints: `Influence of Russia`. */
  readonly tints: string;
  /** What the hatching means. Wraps. */
  readonly districts: string;
  /** Header of the column of differences: `Change from the status quo`. */
  readonly change: string;
}

/** The table twin: all shares and all borders month by month, the status quo beside them where the map compares with it. */
export function mapTable(props: MapFigureProps): Table {
  const borders = props.borders.map(({ id, label, values, reference }) => ({
    id,
    label,
    colour: 'ink' as const,
    values,
    reference
  }));
  return influenceTable({
    ...props,
    panels: [...props.places, { id: 'borders', label: props.texts.control, shares: borders }]
  });
}
