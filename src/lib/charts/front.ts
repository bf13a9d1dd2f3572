import type { Frame, Table, ValueScale } from './figure';
import type { Interval } from './sensitivity';

/**
 * What the front of a search for a goal is told: points of cost against an output, the goal's level, and below it the share
 * of futures in which each point holds.
 */
export interface FrontFigureProps extends Frame {
  readonly cost: { readonly label: string; readonly format: (cost: number) => string };
  readonly output: { readonly label: string; readonly scale: ValueScale };
  /** Level of the goal, and its name beside the line. */
  readonly goal: { readonly level: number; readonly label: string };
  /** Of futures, in a panel of its own; null where nothing is held against futures. */
  readonly share: { readonly label: string; readonly format: (share: number) => string } | null;
  /** Cheapest first. */
  readonly points: readonly FrontPoint[];
  /** The cheapest way that was found, and how it is called; null where none was. */
  readonly found: { readonly id: string; readonly label: string } | null;
  /** The point that is looked at; null for none, as in files. */
  readonly chosen: string | null;
  readonly onchoose?: ((id: string) => void) | undefined;
  readonly texts: {
    readonly way: string;
    /** Beside the point that is looked at: a value at a cost. */
    readonly at: (value: string, cost: string) => string;
    readonly met: string;
    readonly yes: string;
    readonly no: string;
    readonly low: string;
    readonly high: string;
    /** Accessible name of choosing. */
    readonly reader: string;
  };
  /** What a point says, as a sentence. */
  readonly say: (id: string) => string;
}

export interface FrontPoint {
  readonly id: string;
  readonly cost: number;
  readonly value: number;
  /** All goals hold in the single run. */
  readonly isMet: boolean;
  /** Share of futures, 0 to 1; null where it is not known. */
  readonly share: Interval | null;
}

export function frontTable({ title, cost, output, share, points, texts }: FrontFigureProps): Table {
  return {
    caption: title,
    columns: [
      { id: 'way', label: texts.way, unit: '' },
      { id: 'cost', label: cost.label, unit: '', format: cost.format },
      { id: 'value', label: output.label, unit: output.scale.unit, format: output.scale.format },
      { id: 'met', label: texts.met, unit: '' },
      ...(share
        ? [
            { id: 'share', label: share.label, unit: '', format: share.format },
            { id: 'low', label: texts.low, unit: '', format: share.format },
            { id: 'high', label: texts.high, unit: '', format: share.format }
          ]
        : [])
    ],
    rows: points.map((point, place) => [
      String(place + 1),
      point.cost,
      point.value,
      point.isMet ? texts.yes : texts.no,
      ...(share ? [point.share?.value ?? '', point.share?.low ?? '', point.share?.high ?? ''] : [])
    ])
  };
}
