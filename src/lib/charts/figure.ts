import type { ColourName, Palette } from './palette';

/**
 * What a figure is told: plain data, texts already in the reader's language, and formatters. Figures know neither the
 * catalogue nor the model; a figure drawn from the same props is the same picture in the page, on the server, and in an
 * exported file. Values are per month: element i of any array stands at `time.start` + i months.
 */
export interface Frame {
  /** Says the finding or the question. Wraps. */
  readonly title: string;
  /** The unit and the scenario. Wraps. */
  readonly subtitle: string;
  /** Where the numbers come from: model and version. */
  readonly source: string;
  /** Address that opens this scenario; shown as its own line when given. */
  readonly link?: string | undefined;
  /** Width in pixels; the height follows from the content. */
  readonly width: number;
  readonly direction: 'ltr' | 'rtl';
  readonly locale: 'en' | 'ar';
  readonly palette: Palette;
  readonly fontFamily: string;
  /** Text alternative: what the figure shows, in one or two sentences. */
  readonly summary: string;
  /** Makes ids inside the drawing unique when a page holds several figures. Letters, digits and hyphens. */
  readonly id: string;
  /** Paper around the drawing, in pixels, outside `width`: 0 in the page, where the column gives it; exports set it. */
  readonly margin?: number | undefined;
  /** Reads values by pointer, touch and keys. Off in exports, where the whole drawing is one image. */
  readonly interactive?: boolean | undefined;
}

/** The months of a figure. `months` + 1 values per array. */
export interface TimeSpan {
  /** `YYYY-MM` of month 0. */
  readonly start: string;
  readonly months: number;
  /** Month index -> `October 2031`. */
  readonly formatMonth: (month: number) => string;
  /** Calendar year -> tick text. */
  readonly formatYear: (year: number) => string;
}

/** How values of one figure read and where their axis runs. */
export interface ValueScale {
  /** Value with its precision, for read-outs and end labels: `48.2`, `31%`. */
  readonly format: (value: number) => string;
  /** Value on the axis. */
  readonly formatTick: (value: number) => string;
  /** Unit in the table twin: `0–100`, `%`. */
  readonly unit: string;
  /**
   * Bounds the quantity can take, e.g. [0, 100] or [0, 1]; the axis never leaves them. `null` is an open side.
   */
  readonly bounds?: readonly [number | null, number | null] | undefined;
  /** The axis itself, when the caller fixes it (shared axes, a drag that must not rescale). */
  readonly domain?: readonly [number, number] | undefined;
  /** Shown beside the axis when it does not start at zero: "Axis does not start at zero". */
  readonly focusedNote?: string | undefined;
}

/** One interval of uncertainty around a line. Wider intervals come first, so that narrower ones lie above them. */
export interface Band {
  readonly id: string;
  /** `9 in 10 runs`. */
  readonly label: string;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  /** Opacity of the tint, 0 to 1. */
  readonly opacity: number;
}

/** One line. */
export interface Series {
  readonly id: string;
  readonly label: string;
  readonly values: ArrayLike<number>;
  readonly colour: ColourName;
  /** The reference is dashed, lies under the others, and is always named. */
  readonly reference?: boolean | undefined;
  readonly bands?: readonly Band[] | undefined;
  /** The bands still belong to the line before this one: they step back until they are replaced. */
  readonly bandsLag?: boolean | undefined;
  /** Single runs, drawn thin under the line. */
  readonly threads?: readonly ArrayLike<number>[] | undefined;
}

/** An input that leaves its default: where it starts to move and where it arrives, in months (may be fractional). */
export interface Ramp {
  readonly id: string;
  /** `Unified joint force`. */
  readonly label: string;
  /** `17 → 80 %`. */
  readonly detail: string;
  readonly start: number;
  readonly end: number;
}

/** Texts of the figure's own furniture. */
export interface FigureTexts {
  /** Accessible name of the month reader: "Month. Arrow keys move month by month". */
  readonly reader: string;
  /** Heading of the ramps: "Inputs that change". */
  readonly ramps?: string | undefined;
  /** What stands for ramps beyond those that fit: "and 3 more". */
  readonly moreRamps?: ((count: number) => string) | undefined;
  /** What the dashed outlines are: "Status quo". */
  readonly reference?: string | undefined;
  /** Header of the table's month column. */
  readonly month: string;
}

export interface TrajectoryFigureProps extends Frame {
  readonly time: TimeSpan;
  readonly scale: ValueScale;
  readonly series: readonly Series[];
  readonly ramps?: readonly Ramp[] | undefined;
  readonly texts: FigureTexts;
  /** Height of the plot alone, in pixels. */
  readonly plotHeight?: number | undefined;
  /** Whether a legend says what the bands are, where there are bands. */
  readonly bandLegend?: boolean | undefined;
  /** The month that is read out, 0 … months; null is none. Bindable: figures may share it. */
  month?: number | null;
  /** A month that is marked, whatever is read; null, or left out, is none. */
  readonly mark?: number | null | undefined;
}

/** One actor's share over time. Order in the panel is the order of stacking, from the bottom. */
export interface Share {
  readonly id: string;
  /** Short: it stands beside the area. */
  readonly label: string;
  readonly colour: ColourName;
  /** 0 to 1. */
  readonly values: ArrayLike<number>;
  /** The same share in the status quo, drawn as a dashed outline. */
  readonly reference?: ArrayLike<number> | undefined;
}

export interface SharePanel {
  readonly id: string;
  readonly label: string;
  readonly shares: readonly Share[];
}

export interface InfluenceFigureProps extends Frame {
  readonly time: TimeSpan;
  /** Formats of a share 0 to 1. */
  readonly scale: ValueScale;
  readonly panels: readonly SharePanel[];
  readonly texts: FigureTexts;
  readonly plotHeight?: number | undefined;
  month?: number | null;
  /** A month that is marked, whatever is read; null, or left out, is none. */
  readonly mark?: number | null | undefined;
}

export interface MultiplePanel {
  readonly id: string;
  readonly label: string;
  /** At most one of them a reference. */
  readonly series: readonly Series[];
}

export interface SmallMultiplesProps extends Frame {
  readonly time: TimeSpan;
  /** One scale for all panels. */
  readonly scale: ValueScale;
  readonly panels: readonly MultiplePanel[];
  readonly texts: FigureTexts;
  readonly plotHeight?: number | undefined;
  month?: number | null;
}

/** How many numbers of each group have each score of how well founded they are. */
export interface PedigreeFigureProps extends Frame {
  readonly rows: readonly { readonly id: string; readonly label: string; readonly counts: readonly number[] }[];
  /** Columns: the score, and what it means in a few words. */
  readonly scores: readonly { readonly score: string; readonly label: string }[];
  readonly format: (count: number) => string;
}

/** A line without axes, beside a number in the text. */
export interface SparklineProps {
  readonly values: ArrayLike<number>;
  readonly reference?: ArrayLike<number> | undefined;
  readonly colour: ColourName;
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  /** The axis; from the data when left out. */
  readonly domain?: readonly [number, number] | undefined;
  /** Text alternative; an empty string marks it as decoration. */
  readonly summary: string;
}

/** A figure's numbers as a table: what the page shows as HTML and what is saved as CSV. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** Numbers stay numbers: who shows them formats them. Month cells are `YYYY-MM`. */
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface TableColumn {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly format?: ((value: number) => string) | undefined;
}
