import type { IndexBarsProps, MorrisFigureProps, OverTimeFigureProps, TornadoFigureProps } from '$lib/charts';
import { stability, type Look } from './examples';

/** A study of a few factors, with numbers like those of the Libya model. */
const words = {
  en: {
    title: 'What stability in October 2034 hangs on',
    subtitle: 'A study of four groups',
    rows: [
      'Erosion of government unity',
      'Speed of electoral preparation',
      'Border control: all others',
      'Starting values'
    ],
    first: 'alone',
    total: 'in all, also together with others',
    low: 'from',
    high: 'to',
    group: 'Group',
    sizeAxis: 'Mean size of the effect (mu*)',
    sigmaAxis: 'Unevenness of the effect (sigma)',
    diagonal: 'as uneven as large',
    spread: 'Standard deviation'
  },
  ar: {
    title: 'ما يتوقف عليه «الاستقرار» في أكتوبر 2034',
    subtitle: 'دراسة لأربع مجموعات',
    rows: ['تآكل وحدة الحكومة', 'سرعة الإعداد للانتخابات', 'ضبط الحدود: كل ما عدا ذلك', 'القيم الابتدائية'],
    first: 'منفردًا',
    total: 'إجمالًا، ومعه ما يكون مع غيره',
    low: 'من',
    high: 'إلى',
    group: 'المجموعة',
    sizeAxis: 'متوسط حجم الأثر (mu*\u200e)',
    sigmaAxis: 'تفاوت الأثر (sigma)',
    diagonal: 'تفاوته بقدر حجمه',
    spread: 'الانحراف المعياري'
  }
} as const;

function frameOf(look: Look) {
  const { source, link, width, direction, locale, palette, fontFamily, margin } = stability(look);
  const { title, subtitle } = words[look.locale];
  return {
    source,
    link,
    width,
    direction,
    locale,
    palette,
    fontFamily,
    margin,
    title,
    subtitle,
    summary: title,
    id: 'study'
  };
}

const percent = (value: number): string => `${(100 * value).toFixed(0)}%`;
const one = (value: number): string => value.toFixed(1);
const totals = [0.16, 0.12, 0.1, 0.02];
const sizes = [5, 4, 1.05, 1];
const firsts = [0.13, 0.04, -0.01, 0.02];

export function indices(look: Look): IndexBarsProps {
  const { rows, first, total, low, high, group } = words[look.locale];
  return {
    ...frameOf(look),
    rows: rows.map((label, row) => ({
      id: String(row),
      label,
      first: { value: firsts[row]!, low: firsts[row]! - 0.04, high: firsts[row]! + 0.05 },
      total: { value: totals[row]!, low: totals[row]! * 0.8, high: totals[row]! * 1.25 }
    })),
    format: percent,
    texts: { first, total, low, high, group }
  };
}

export function screening(look: Look): MorrisFigureProps {
  const { rows, low, high, group, sizeAxis, sigmaAxis, diagonal } = words[look.locale];
  return {
    ...frameOf(look),
    rows: rows.map((label, row) => ({
      id: String(row),
      label,
      size: { value: sizes[row]!, low: sizes[row]! * 0.8, high: sizes[row]! * 1.3 },
      // The last two stand so close that their numbers have to part.
      sigma: [1.2, 3.1, 0.56, 0.5][row]!
    })),
    format: one,
    texts: { factor: group, size: 'mu*', sigma: 'sigma', low, high, sizeAxis, sigmaAxis, diagonal }
  };
}

/** One row moves one way only, and one run failed. */
export function swingsExample(look: Look): TornadoFigureProps {
  const { rows, low, high, group } = words[look.locale];
  const ends = [
    [42.3, 38],
    [38.4, 41.8],
    [39.9, 41],
    [39.2, NaN]
  ] as const;
  return {
    ...frameOf(look),
    base: { label: '39.7', value: 39.7 },
    rows: rows.map((label, row) => ({ id: String(row), label, low: ends[row]![0], high: ends[row]![1] })),
    format: one,
    texts: { factor: group, low, high }
  };
}

export function overTime(look: Look): OverTimeFigureProps {
  const { rows, group, spread } = words[look.locale];
  const dates = Array.from({ length: 10 }, (_, year) => String(2025 + year));
  return {
    ...frameOf(look),
    dates,
    rows: rows.map((label, row) => ({
      id: String(row),
      label,
      values: dates.map((_, year) => (row === 2 ? 0.18 / (1 + year / 4) : (totals[row]! * (year + 1)) / 10))
    })),
    format: percent,
    spread: { label: spread, values: dates.map((_, year) => 1.4 + year / 5), format: one },
    texts: { group }
  };
}
