import type {
  ColourName,
  FigureTexts,
  Frame,
  InfluenceFigureProps,
  Palette,
  Series,
  Share,
  SmallMultiplesProps,
  TimeSpan,
  TrajectoryFigureProps,
  ValueScale
} from '$lib/charts';
import trajectories from './trajectories.json';

/**
 * The figures of the golden files, with the texts of both languages: two runs of the Libya model, the status quo and force
 * and border together, month by month. The shares of the smaller actors are filled in by fixed proportions.
 */
export type Locale = 'en' | 'ar';

type Output = keyof typeof trajectories.statusQuo;

export interface Look {
  readonly locale: Locale;
  readonly palette: Palette;
  readonly width: number;
}

const words = {
  en: {
    scenario: 'Force and border together',
    statusQuo: 'Status quo',
    source: 'Mizan, Libya model 1.0.0. A thinking tool, not a forecast.',
    reader: 'Month. Arrow keys move month by month',
    ramps: 'Inputs that change',
    month: 'Month',
    focused: 'axis does not start at zero',
    force: 'Unified joint force',
    border: 'Border coordination',
    change: ['17 → 80%', '14 → 80%'],
    stability: ['Stability climbs to 48 by 2034 if force and border effort grow together', 'Stability index, 0 to 100'],
    influence: ['Who holds influence', 'Share of influence in each bloc, force and border together'],
    parts: ['The gain is in security and at the borders', 'Sub-indices, 0 to 100'],
    relapse: ['The risk of relapse falls by about two fifths', 'Relapse probability, per cent a year'],
    panels: { east: 'East', west: 'West', south: 'South' },
    actors: {
      us: 'US',
      russia: 'Russia',
      turkiye: 'Türkiye',
      egypt_uae: 'Egypt, UAE',
      italy_eu: 'Italy, EU',
      east: 'East',
      west: 'West',
      south: 'South',
      joint: 'Joint force'
    },
    indices: {
      security_index: 'Security',
      political_index: 'Politics',
      sovereignty_index: 'Sovereignty',
      border_index: 'Borders',
      social_index: 'Society and economy'
    }
  },
  ar: {
    scenario: 'القوة والحدود معًا',
    statusQuo: 'الوضع القائم',
    source: 'ميزان، نموذج ليبيا 1.0.0. أداة للتفكير وليست تنبؤًا.',
    reader: 'الشهر. تنقلك مفاتيح الأسهم شهرًا بعد شهر',
    ramps: 'المدخلات التي تتغير',
    month: 'الشهر',
    focused: 'المحور لا يبدأ من الصفر',
    force: 'القوة المشتركة الموحدة',
    border: 'تنسيق الحدود',
    change: ['من 17 إلى 80%', '14 → 80%'],
    stability: ['يرتفع الاستقرار إلى 48 بحلول 2034 إذا نما جهد القوة والحدود معًا', 'مؤشر الاستقرار، من 0 إلى 100'],
    influence: ['من يملك النفوذ', 'حصة النفوذ في كل كتلة، القوة والحدود معًا'],
    parts: ['المكسب في الأمن وعند الحدود', 'المؤشرات الفرعية، من 0 إلى 100'],
    relapse: ['يتراجع خطر الانتكاس بنحو خُمسين', 'احتمال الانتكاس، بالمئة سنويًا'],
    panels: { east: 'الشرق', west: 'الغرب', south: 'الجنوب' },
    actors: {
      us: 'أمريكا',
      russia: 'روسيا',
      turkiye: 'تركيا',
      egypt_uae: 'مصر والإمارات',
      italy_eu: 'إيطاليا وأوروبا',
      east: 'الشرق',
      west: 'الغرب',
      south: 'الجنوب',
      joint: 'القوة المشتركة'
    },
    indices: {
      security_index: 'الأمن',
      political_index: 'السياسة',
      sovereignty_index: 'السيادة',
      border_index: 'الحدود',
      social_index: 'المجتمع والاقتصاد'
    }
  }
} as const;

const fontFamily = "'IBM Plex Sans Arabic', 'IBM Plex Sans', sans-serif";

function frame({ locale, palette, width }: Look, id: string, [title, subtitle]: readonly [string, string]): Frame {
  return {
    id,
    title,
    subtitle,
    source: words[locale].source,
    link: 'https://mizan.example/?m=libya@1.0.0&unified_force=80~2025-01~24&border_coordination=80~2025-01~24',
    width,
    direction: locale === 'ar' ? 'rtl' : 'ltr',
    locale,
    palette,
    fontFamily,
    summary: `${title}. ${subtitle}.`,
    margin: 24
  };
}

function time(locale: Locale): TimeSpan {
  const month = new Intl.DateTimeFormat(locale === 'ar' ? 'ar-u-nu-latn' : 'en', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC'
  });
  return {
    start: '2024-10',
    months: 120,
    formatMonth: (index) => month.format(new Date(Date.UTC(2024, 9 + index, 1))),
    formatYear: String
  };
}

function texts(locale: Locale): FigureTexts {
  const { reader, ramps, month, statusQuo } = words[locale];
  return { reader, ramps, month, reference: statusQuo, moreRamps: (count) => `+${count}` };
}

const index = (locale: Locale): ValueScale => ({
  format: (value) => value.toFixed(1),
  formatTick: String,
  unit: '0–100',
  bounds: [0, 100],
  focusedNote: words[locale].focused
});

const percent: ValueScale = {
  format: (value) => `${Math.round(100 * value)}%`,
  formatTick: (value) => `${Math.round(100 * value)}%`,
  unit: '1',
  bounds: [0, 1]
};

function pair(locale: Locale, output: Output): Series[] {
  return [
    { id: 'scenario', label: words[locale].scenario, values: trajectories.forceAndBorder[output], colour: 'accent' },
    {
      id: 'status_quo',
      label: words[locale].statusQuo,
      values: trajectories.statusQuo[output],
      colour: 'statusQuo',
      reference: true
    }
  ];
}

export function stability(look: Look): TrajectoryFigureProps {
  const { locale } = look;
  return {
    ...frame(look, 'stability', words[locale].stability),
    time: time(locale),
    scale: index(locale),
    series: pair(locale, 'stability_index'),
    ramps: [
      { id: 'unified_force', label: words[locale].force, detail: words[locale].change[0], start: 3, end: 27 },
      { id: 'border_coordination', label: words[locale].border, detail: words[locale].change[1], start: 15, end: 15 }
    ],
    texts: texts(locale)
  };
}

/** The same figure with two intervals of uncertainty, and a month that is read. */
export function bandedStability(look: Look): TrajectoryFigureProps {
  const figure = stability(look);
  const [scenario, statusQuo] = figure.series as [Series, Series];
  const around = (share: number): { low: number[]; high: number[] } => ({
    low: Array.from(scenario.values, (value, month) => value - share * Math.sqrt(month)),
    high: Array.from(scenario.values, (value, month) => value + share * 0.9 * Math.sqrt(month))
  });
  const label = { en: ['9 in 10 runs', 'half of the runs'], ar: ['9 من كل 10 تشغيلات', 'نصف التشغيلات'] }[look.locale];
  return {
    ...figure,
    id: 'banded',
    series: [
      {
        ...scenario,
        bands: [
          { id: 'p90', label: label[0]!, ...around(1.1), opacity: 0.14 },
          { id: 'p50', label: label[1]!, ...around(0.45), opacity: 0.2 }
        ]
      },
      statusQuo
    ],
    bandLegend: true,
    month: 84
  };
}

export function relapse(look: Look): TrajectoryFigureProps {
  const { locale } = look;
  return {
    ...frame(look, 'relapse', words[locale].relapse),
    time: time(locale),
    scale: {
      format: (value) => `${value.toFixed(1)}%`,
      formatTick: (value) => `${value}%`,
      unit: '%',
      bounds: [0, 100]
    },
    series: pair(locale, 'relapse_probability'),
    texts: texts(locale)
  };
}

export function parts(look: Look): SmallMultiplesProps {
  const { locale } = look;
  return {
    ...frame(look, 'parts', words[locale].parts),
    time: time(locale),
    scale: { ...index(locale), format: (value) => value.toFixed(0) },
    panels: Object.entries(words[locale].indices).map(([id, label]) => ({
      id,
      label,
      series: pair(locale, id as Output)
    })),
    texts: texts(locale)
  };
}

/** Own share under the bloc's name, and how the shares that the extract lacks are split. */
const blocs = {
  east: { known: { east: 'self', us: 'us', russia: 'russia' }, rest: { egypt_uae: 0.7, italy_eu: 0.2, turkiye: 0.1 } },
  west: {
    known: { west: 'self', us: 'us', turkiye: 'turkiye' },
    rest: { italy_eu: 0.6, russia: 0.25, egypt_uae: 0.15 }
  },
  south: {
    known: { joint: 'joint', russia: 'russia' },
    rest: { south: 0.17, east: 0.38, west: 0.2, us: 0.07, italy_eu: 0.07, turkiye: 0.03, egypt_uae: 0.08 }
  }
} as const;

const stacking = ['east', 'west', 'south', 'joint', 'us', 'italy_eu', 'turkiye', 'egypt_uae', 'russia'] as const;

export function influence(look: Look): InfluenceFigureProps {
  const { locale } = look;
  return {
    ...frame(look, 'influence', words[locale].influence),
    time: time(locale),
    scale: percent,
    panels: (['east', 'west', 'south'] as const).map((bloc) => ({
      id: bloc,
      label: words[locale].panels[bloc],
      shares: sharesOf(bloc, locale)
    })),
    texts: texts(locale)
  };
}

function sharesOf(bloc: keyof typeof blocs, locale: Locale): Share[] {
  const scenario = allShares('forceAndBorder', bloc);
  const statusQuo = allShares('statusQuo', bloc);
  return stacking.flatMap((actor): Share[] => {
    const values = scenario[actor];
    const reference = statusQuo[actor];
    if (!values || !reference) return [];
    return [{ id: actor, label: words[locale].actors[actor], colour: actor satisfies ColourName, values, reference }];
  });
}

function allShares(run: keyof typeof trajectories, bloc: keyof typeof blocs): Partial<Record<string, number[]>> {
  const columns: Record<string, readonly number[]> = trajectories[run];
  const { known, rest } = blocs[bloc];
  const shares = Object.fromEntries(
    Object.entries(known).map(([actor, column]) => [actor, [...columns[`influence_share.${column}.${bloc}`]!]])
  );
  const left = Array.from(
    { length: 121 },
    (_, month) => 1 - Object.values(shares).reduce((sum, one) => sum + one[month]!, 0)
  );
  for (const [actor, part] of Object.entries(rest)) shares[actor] = left.map((value) => value * part);
  return shares;
}
