import type { ValueScale } from '$lib/charts';
import { formatDifference, formatNumber, formatPercent, type Catalogue, type Locale } from '$lib/i18n';
import type { OutputDisplay } from '$lib/model';

/** How values of an output read: in text, on an axis, and as a difference. Formatters take values as the model has them. */
export interface Display {
  readonly scale: ValueScale;
  /** A bound of a range: fewer digits, no sign of per cent. */
  readonly brief: (value: number) => string;
  /** A difference with its sign, without unit: `+8.2`. */
  readonly difference: (value: number) => string;
  /** Unit of a difference: points, percentage points. Empty for plain numbers. */
  readonly differenceUnit: string;
}

export function displayOf(kind: OutputDisplay, locale: Locale, words: Catalogue, unit = ''): Display {
  const number = (value: number, digits: number): string => formatNumber(locale, value, { digits });
  const percent = (factor: number, bounds: readonly [number, number], unitOfValues: string): Display => ({
    scale: {
      format: (value) => formatPercent(locale, value * factor, 1),
      formatTick: (value) => formatPercent(locale, value * factor),
      unit: unitOfValues,
      bounds
    },
    brief: (value) => number(value * factor, 0),
    difference: (value) => formatDifference(locale, value * factor),
    differenceUnit: words.figures.perCentPoints
  });
  if (kind === 'share') return percent(100, [0, 1], words.figures.fraction);
  if (kind === 'percent') return percent(1, [0, 100], '%');
  if (kind === 'index') {
    return {
      scale: {
        format: (value) => number(value, 1),
        formatTick: (value) => number(value, 0),
        unit: '0–100',
        bounds: [0, 100]
      },
      brief: (value) => number(value, 0),
      difference: (value) => formatDifference(locale, value),
      differenceUnit: words.figures.points
    };
  }
  return {
    scale: {
      format: (value) => number(value, 3),
      formatTick: (value) => formatNumber(locale, value, { digits: value !== 0 && Math.abs(value) < 1 ? 2 : 1 }),
      unit,
      bounds: [0, null]
    },
    brief: (value) => number(value, 3),
    difference: (value) => formatDifference(locale, value, 3),
    differenceUnit: unit
  };
}
