import type { HindcastProps, HistoryProps } from '$lib/charts';
import { monthId } from '$lib/charts';
import hindcast from '../fixtures/backtest/hindcast.json';
import type { Look } from './examples';

/** A backtest of two panels, one with intervals, and a history of four inputs, with the texts of both languages. */
const words = {
  en: {
    title: 'The model beside the record',
    subtitle: 'Straight lines fitted on 2012–2019, judged on 2020–2024',
    source: 'Mizan, Libya model 1.0.0. Observations: UCDP, UNHCR.',
    model: 'Model',
    observed: 'Observed',
    interval: 'Known to lie between',
    persistence: 'Last fitted year carried forward',
    trend: 'Trend',
    fit: 'fit',
    test: 'test',
    reader: 'Month. Arrow keys move month by month',
    deaths: ['Deaths in armed conflict', 'deaths a year · logarithmic · usable'],
    people: ['Internally displaced people', 'people at the end of the year · usable'],
    history: ['What went into the run', 'Inputs from January 2012 to September 2024'],
    events: 'Forced events',
    inputs: ['Unified joint force', 'Political process', 'Russian effort', 'Oil price']
  },
  ar: {
    title: 'النموذج إلى جانب السجل',
    subtitle: 'خطوط مستقيمة لُوئمت على 2012–2019 ويُحكم عليها في 2020–2024',
    source: 'ميزان، نموذج ليبيا 1.0.0. المرصودات: UCDP وUNHCR.',
    model: 'النموذج',
    observed: 'المرصود',
    interval: 'يُعلم أنه بين حدّين',
    persistence: 'آخر سنة ملاءمة، محمولة كما هي',
    trend: 'الاتجاه العام',
    fit: 'الملاءمة',
    test: 'الاختبار',
    reader: 'الشهر. تنقلك مفاتيح الأسهم شهرًا بعد شهر',
    deaths: ['قتلى النزاع المسلح', 'قتيل في السنة · لوغاريتمي · صالحة'],
    people: ['النازحون داخليًا', 'شخص في نهاية السنة · صالحة'],
    history: ['ما دخل في التشغيل', 'المدخلات من يناير 2012 إلى سبتمبر 2024'],
    events: 'أحداث مفروضة',
    inputs: ['القوة المشتركة الموحدة', 'المسار السياسي', 'الجهد الروسي', 'سعر النفط']
  }
} as const;

const start = '2012-01';
const months = 152;

function frame({ locale, palette, width }: Look, id: string, [title, subtitle]: readonly [string, string]) {
  return {
    id,
    locale,
    palette,
    width,
    title,
    subtitle,
    summary: title,
    source: words[locale].source,
    direction: locale === 'ar' ? ('rtl' as const) : ('ltr' as const),
    fontFamily: 'IBM Plex Sans Arabic',
    time: {
      start,
      months,
      formatMonth: (month: number) => monthId(start, month),
      formatYear: (year: number) => String(year)
    }
  };
}

export function backtestExample(look: Look): HindcastProps {
  const own = words[look.locale];
  const yearly = (values: readonly number[], offset: number) =>
    values.map((value, year) => ({ month: Math.min(months, year * 12 + offset), value }));
  const ticks = (values: readonly number[], label: (value: number) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  const deaths = [2.6, 1.5, 3.2, 3.2, 3.4, 3, 2.8, 3.3, 2.8, 0, 0, 0, 0.5];
  const people = [59, 54, 363, 435, 175, 181, 170, 356, 278, 179, 162, 126, 33];
  return {
    ...frame(look, 'backtest', [own.title, own.subtitle]),
    split: 96,
    texts: own,
    panels: [
      {
        id: 'deaths',
        label: own.deaths[0],
        note: own.deaths[1],
        model: hindcast.violence.map((value) => 1.6 + 5.1 * value),
        points: yearly(deaths, 6).map((point, year) => ({ ...point, interval: year < 9 ? undefined : [0, 1.88] })),
        baselines: [
          { id: 'persistence', points: yearly([3.3, 3.3, 3.3, 3.3, 3.3], 102) },
          { id: 'trend', points: yearly([3.5, 3.6, 3.7, 3.8, 3.9], 102) }
        ],
        axis: { low: 0, high: 5, ticks: ticks([0, 1, 2, 3, 4, 5], (value) => String(10 ** value)) },
        read: (month) => monthId(start, month)
      },
      {
        id: 'people',
        label: own.people[0],
        note: own.people[1],
        model: hindcast.displaced_people.map((value) => 990 * value),
        points: yearly(people, 11),
        baselines: [{ id: 'persistence', points: yearly([356, 356, 356, 356, 356], 107) }],
        axis: { low: 0, high: 500, ticks: ticks([0, 100, 200, 300, 400, 500], String) },
        read: (month) => monthId(start, month)
      }
    ]
  };
}

export function historyExample(look: Look): HistoryProps {
  const own = words[look.locale];
  return {
    ...frame(look, 'history', own.history),
    strips: own.inputs.map((label, index) => ({
      id: `input-${index}`,
      label,
      values: Array.from({ length: months + 1 }, (_, month) => 20 + 15 * index + ((month * (index + 3)) % 40)),
      low: 0,
      high: 100,
      format: (value) => value.toFixed(0)
    })),
    wars: [
      { from: 30, to: 48 },
      { from: 87, to: 105 }
    ],
    events: [
      { number: '1', from: 7, to: 7 },
      { number: '2', from: 19, to: 56 },
      { number: '3', from: 28, to: 28 },
      { number: '4', from: 30, to: 30 },
      { number: '25', from: 151, to: 151 },
      { number: '26', from: 152, to: 152 }
    ],
    texts: { events: own.events, wars: '' }
  };
}
