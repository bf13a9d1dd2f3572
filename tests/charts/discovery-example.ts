import type { BoxPairsProps, Frame, PairAxis, PeelingFigureProps, RangeStripsProps } from '$lib/charts';
import { stability, type Look } from './examples';

/** A discovery with three ranges, with numbers like those of the Libya model; its runs lie on a fixed lattice. */
const words = {
  en: {
    peeling: ['Coverage against density, step by step', 'A point for each step of the search'],
    strips: ['Where the runs lie, and what the conditions ask', 'Runs by the value of each restricted factor'],
    pairs: ['Two factors at a time', 'The first 120 of 2,000 runs'],
    factors: ['Unified joint force', 'Electoral and political process', 'Relapse rate in the reference state'],
    said: ['at least 23%', 'between 44 and 47%', 'at most 0.110 per year'],
    notes: ['input', 'input', 'uncertain number, up to its 78% point'],
    step: 'Step',
    coverage: 'Coverage: share of the runs that reach the goal',
    density: 'Density: how often the goal is reached inside',
    ranges: 'Ranges',
    all: 'all runs: 29%',
    peeled: 'as found, with ranges that chance would bring too',
    numbers: 'as told; the number counts its ranges',
    chosen: ['Step 8, 2 ranges', 'coverage 72%, density 55%'],
    reached: 'runs that reach the goal',
    others: 'runs that do not',
    range: 'the range',
    more: 'One further range stands in the files.'
  },
  ar: {
    peeling: ['التغطية في مقابل الكثافة، خطوة خطوة', 'نقطة لكل خطوة من خطوات البحث'],
    strips: ['أين تقع التشغيلات، وما الذي تطلبه الشروط', 'التشغيلات بحسب قيمة كل عامل مقيَّد'],
    pairs: ['عاملان في كل مرة', 'أول 120 من أصل 2,000 تشغيل'],
    factors: ['القوة المشتركة الموحدة', 'المسار الانتخابي والسياسي', 'معدل العودة إلى الحرب في الحالة المرجعية'],
    said: ['لا يقل عن 23\u200e%\u200e', 'بين 44 و47\u200e%\u200e', 'لا يزيد على 0.110 في السنة'],
    notes: ['مدخل', 'مدخل', 'رقم غير مؤكد، حتى النقطة 78\u200e%\u200e'],
    step: 'الخطوة',
    coverage: 'التغطية: الحصة من التشغيلات التي تبلغ الهدف',
    density: 'الكثافة: نسبة بلوغ الهدف في الداخل',
    ranges: 'الشروط',
    all: 'كل التشغيلات: 29\u200e%\u200e',
    peeled: 'كما وُجدت، مع شروط قد تأتي بها المصادفة',
    numbers: 'كما تُقال، والرقم عدد شروطها',
    chosen: ['الخطوة 8، شرطان', 'التغطية 72\u200e%\u200e، الكثافة 55\u200e%\u200e'],
    reached: 'تشغيلات تبلغ الهدف',
    others: 'تشغيلات لا تبلغه',
    range: 'المدى المطلوب',
    more: 'وفي الملفات شرط آخر.'
  }
} as const;

function frameOf(look: Look, id: string, [title, subtitle]: readonly [string, string]): Frame {
  const { source, link, width, direction, locale, palette, fontFamily, margin } = stability(look);
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
    id
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
const steps = Array.from({ length: 20 }, (_, step) => step);

/** Late steps tell the same box; the last one could not be denser. */
export function peeling(look: Look): PeelingFigureProps {
  const { step, coverage, density, ranges, all, peeled, numbers, chosen, ...own } = words[look.locale];
  const told = (at: number): number => Math.min(at, 12);
  return {
    ...frameOf(look, 'trajectory', own.peeling),
    boxes: steps.map((at) => ({
      coverage: 1 - 0.035 * told(at),
      density: 0.29 + 0.033 * told(at),
      ranges: Math.ceil(told(at) / 4)
    })),
    peeled: steps.map((at) => ({ coverage: 1 - 0.04 * at, density: Math.min(1, 0.29 + 0.037 * at) })),
    chosen: 8,
    suggested: 8,
    format: percent,
    texts: { step, coverage, density, ranges, all, peeled, numbers, chosen, reader: '', say: String }
  };
}

const slices = Array.from({ length: 20 }, (_, slice) => slice);
const rising = slices.map((slice) => (slice + 1) / 210);
const hundreds = [0, 0.5, 1].map((at) => ({ at, label: percent(at) }));
const rates = [
  { at: 0.05, label: '0.056' },
  { at: 0.5, label: '0.089' },
  { at: 0.95, label: '0.138' }
];

export function strips(look: Look): RangeStripsProps {
  const { reached, others, range, more, ...own } = words[look.locale];
  const row = (place: number) => ({
    id: String(place),
    label: own.factors[place]!,
    said: own.said[place]!,
    note: own.notes[place]!
  });
  return {
    ...frameOf(look, 'conditions', own.strips),
    rows: [
      {
        ...row(0),
        low: 0.23,
        high: null,
        lowLabel: '23%',
        highLabel: '',
        reached: rising,
        others: [...rising].reverse(),
        ticks: hundreds
      },
      // So narrow that the words of its limits stand outside.
      {
        ...row(1),
        low: 0.44,
        high: 0.47,
        lowLabel: '44%',
        highLabel: '47%',
        reached: rising,
        others: slices.map(() => 0.05),
        ticks: hundreds
      },
      {
        ...row(2),
        low: null,
        high: 0.78,
        lowLabel: '',
        highLabel: '0.110',
        reached: [...rising].reverse(),
        others: slices.map((slice) => (slice < 3 ? 0 : 1 / 17)),
        ticks: rates
      }
    ],
    format: percent,
    texts: { factor: own.step, range, slice: own.ranges, reached, others, box: range, more }
  };
}

export function pairs(look: Look, count: 2 | 3 = 3): BoxPairsProps {
  const { reached, others, range: box, ...own } = words[look.locale];
  const runs = Array.from({ length: 120 }, (_, run) => run);
  const lattice = (factor: number): number[] => runs.map((run) => ((run * [37, 61, 89][factor]! + 5) % 120) / 120);
  const axis = (factor: number, limits: Pick<PairAxis, 'low' | 'high' | 'ticks'>): PairAxis => ({
    label: own.factors[factor]!,
    values: lattice(factor),
    format: percent,
    ...limits
  });
  const [a, b, c] = [lattice(0), lattice(1), lattice(2)];
  return {
    ...frameOf(look, 'pairs', own.pairs),
    axes: [
      axis(0, { low: 0.23, high: null, ticks: hundreds }),
      axis(1, { low: 0.19, high: 0.88, ticks: hundreds }),
      axis(2, { low: null, high: 0.78, ticks: rates })
    ].slice(0, count),
    reached: runs.map((run) => a[run]! > 0.25 && b[run]! > 0.2 && c[run]! < 0.8),
    texts: { reached, others, box, run: '', goal: '', yes: '', no: '' }
  };
}
