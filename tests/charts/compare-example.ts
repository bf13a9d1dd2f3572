import type { CompareFigureProps, DifferenceStripProps, TradeoffFigureProps } from '$lib/charts';
import { stability, type Look } from './examples';

/** Figures of the comparison: the two runs of the other examples, and shifted copies of them as further scenarios. */
const words = {
  en: {
    names: ['Status quo', 'Force and border together', 'Comprehensive package', 'Military only'],
    lines: 'Stability, scenario by scenario',
    several: 'The headline outputs',
    stability: 'Stability',
    risk: 'Risk of relapse into war, with a name that needs two lines',
    differences: 'Stability: difference to Status quo',
    tradeoff: 'Stability against risk of relapse, October 2034',
    subtitle: 'Index, 0 to 100',
    dates: ['October 2029', 'October 2034'],
    said: ['better in 100.0% of futures', 'better in 97.2% of futures', 'better in 3.1% of futures'],
    columns: { date: 'Date', scenario: 'Scenario', low: '5th', median: 'Median', high: '95th', said: 'In how many' }
  },
  ar: {
    names: ['الوضع القائم', 'القوة والحدود معًا', 'الحزمة الشاملة', 'عسكري فقط'],
    lines: 'الاستقرار في كل سيناريو',
    several: 'النواتج الرئيسية',
    stability: 'الاستقرار',
    risk: 'خطر العودة إلى الحرب باسم طويل يحتاج إلى سطرين',
    differences: 'الاستقرار: الفرق عن «الوضع القائم»',
    tradeoff: 'الاستقرار مقابل خطر الانتكاس، أكتوبر 2034',
    subtitle: 'مؤشر من 0 إلى 100',
    dates: ['أكتوبر 2029', 'أكتوبر 2034'],
    said: ['أفضل في 100% من المستقبلات', 'أفضل في 97% من المستقبلات', 'أفضل في 3% من المستقبلات'],
    columns: {
      date: 'التاريخ',
      scenario: 'السيناريو',
      low: 'المئين 5',
      median: 'الوسيط',
      high: 'المئين 95',
      said: 'في كم'
    }
  }
} as const;

function frameOf(look: Look) {
  const { source, link, width, direction, locale, palette, fontFamily, margin } = stability(look);
  return { source, link, width, direction, locale, palette, fontFamily, margin };
}

function linesOf(look: Look, factor: number) {
  const { series } = stability(look);
  const [one, two] = series.map(({ values }) => Float64Array.from(values, (value) => value * factor));
  const all = [
    two!,
    one!,
    one!.map((value, month) => value + factor * month * 0.1),
    two!.map((value) => value - factor * 0.3)
  ];
  return all.map((values, place) => ({ id: 'abcd'[place]!, label: words[look.locale].names[place]!, place, values }));
}

export function comparedLines(look: Look): CompareFigureProps {
  const said = words[look.locale];
  const { time, scale, texts } = stability(look);
  const lines = linesOf(look, 1).map((line) => ({
    ...line,
    bands: [{ low: line.values.map((value) => value - 4), high: line.values.map((value) => value + 4), opacity: 0.13 }]
  }));
  return {
    ...frameOf(look),
    id: 'lines',
    title: said.lines,
    subtitle: said.subtitle,
    summary: said.lines,
    time,
    panels: [{ id: 'stability', label: said.stability, scale: { ...scale, domain: undefined }, lines }],
    texts: { reader: texts.reader, month: texts.month }
  };
}

export function comparedPanels(look: Look): CompareFigureProps {
  const said = words[look.locale];
  const { time, scale, texts } = stability(look);
  const own = { ...scale, domain: undefined };
  return {
    ...frameOf(look),
    id: 'panels',
    title: said.several,
    subtitle: said.subtitle,
    summary: said.several,
    time,
    panels: [
      { id: 'one', label: said.stability, scale: own, lines: linesOf(look, 1) },
      { id: 'two', label: said.risk, scale: own, lines: linesOf(look, 0.2) },
      { id: 'three', label: said.stability, scale: own, lines: linesOf(look, 0.5) },
      { id: 'four', label: said.risk, scale: own, lines: linesOf(look, 1.5) }
    ],
    texts: { reader: texts.reader, month: texts.month }
  };
}

export function comparedDifferences(look: Look): DifferenceStripProps {
  const said = words[look.locale];
  const format = (value: number): string => (value > 0 ? `+${value}` : String(value).replace('-', '−'));
  return {
    ...frameOf(look),
    id: 'differences',
    title: said.differences,
    subtitle: said.subtitle,
    summary: said.differences,
    scale: { format, formatTick: format, unit: '' },
    zero: said.names[0],
    groups: said.dates.map((label, at) => ({
      id: String(at),
      label,
      rows: [8, 16, -1].map((middle, row) => ({
        id: 'bcd'[row]!,
        label: said.names[row + 1]!,
        place: row + 1,
        p5: middle - 3 - at,
        p25: middle - 1,
        p50: middle,
        p75: middle + 1,
        p95: middle + 4 + at,
        said: said.said[row]!
      }))
    })),
    texts: said.columns
  };
}

export function comparedTradeoff(look: Look): TradeoffFigureProps {
  const said = words[look.locale];
  const { scale } = stability(look);
  const own = { ...scale, domain: undefined };
  return {
    ...frameOf(look),
    id: 'tradeoff',
    title: said.tradeoff,
    subtitle: said.subtitle,
    summary: said.tradeoff,
    x: { label: said.risk, scale: own },
    y: { label: said.stability, scale: own },
    points: [40, 48, 60, 39.5].map((y, place) => {
      const x = 20 - y / 4;
      const wave = Array.from({ length: 60 }, (_, i) => ((i * 37) % 60) / 30 - 1);
      return {
        id: 'abcd'[place]!,
        label: said.names[place]!,
        place,
        x: { p5: x - 3, p50: x, p95: x + 9 },
        y: { p5: y - 7, p50: y, p95: y + 8 },
        cloud: { x: wave.map((part) => x + 6 * part), y: wave.map((_, i) => y - 8 * wave[(i * 7) % 60]!) }
      };
    }),
    texts: said.columns
  };
}
