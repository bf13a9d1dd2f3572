import type { Frame, Table, ValueScale } from './figure';

/**
 * What a waterfall is told: a value, what was added to it step by step, and the value that comes out. Steps are drawn in
 * the order given; they add up to the whole way.
 */
export interface AttributionFigureProps extends Frame {
  readonly scale: ValueScale;
  /** A difference of two values with its sign. */
  readonly difference: (value: number) => string;
  readonly from: AttributionEnd;
  readonly to: AttributionEnd;
  readonly steps: readonly AttributionStep[];
  /** Said below the bars: what comes from several steps at once. Wraps. */
  readonly notes: readonly string[];
  /** Pairs of steps and what they do only together, for the table. */
  readonly together: readonly { readonly label: string; readonly value: number }[];
  readonly texts: AttributionTexts;
}

export interface AttributionEnd {
  readonly label: string;
  readonly value: number;
}

export interface AttributionStep {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** Standard error; 0 where the value is exact. Bars of two of them are drawn. */
  readonly error: number;
  /** Several small ones in one, or what remains: drawn as an outline. */
  readonly rest?: boolean | undefined;
}

export interface AttributionTexts {
  /** Header of the table's first column. */
  readonly change: string;
  readonly share: string;
  readonly error: string;
  readonly value: string;
  readonly together: string;
}

/** The same numbers as rows: where it starts, each step with the value reached by it, where it ends; then the pairs. */
export function attributionTable({
  title,
  subtitle,
  scale,
  difference,
  from,
  to,
  steps,
  together,
  texts
}: AttributionFigureProps): Table {
  let value = from.value;
  const shares = { unit: scale.unit, format: difference };
  return {
    caption: `${title} — ${subtitle}`,
    columns: [
      { id: 'change', label: texts.change, unit: '' },
      { id: 'share', label: texts.share, ...shares },
      { id: 'error', label: texts.error, unit: scale.unit, format: scale.format },
      { id: 'value', label: texts.value, unit: scale.unit, format: scale.format },
      { id: 'together', label: texts.together, ...shares }
    ],
    rows: [
      [from.label, '', '', from.value, ''],
      ...steps.map((step) => [step.label, step.value, step.error, (value += step.value), '']),
      [to.label, '', '', to.value, ''],
      ...together.map((pair) => [pair.label, '', '', '', pair.value])
    ]
  };
}
