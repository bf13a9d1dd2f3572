import type { AttributionFigureProps } from '$lib/charts';
import { stability, type Look } from './examples';

const words = {
  en: {
    title: 'Why stability is 8.7 points higher in October 2034',
    subtitle: 'Force and border together against the status quo: the share of each change',
    from: 'Status quo',
    to: 'Force and border together',
    force: 'Unified joint force',
    border: 'Border coordination',
    withdrawal: 'American support for defence reform, training and institutions',
    smaller: '4 smaller changes together',
    note: 'Only from both at once, half of it in each share: Unified joint force × Border coordination, +1.0 points'
  },
  ar: {
    title: 'لماذا يزيد «الاستقرار» بمقدار 8.7 نقطة في أكتوبر 2034',
    subtitle: 'القوة والحدود معًا مقارنةً بـ«الوضع القائم»: نصيب كل تغيير',
    from: 'الوضع القائم',
    to: 'القوة والحدود معًا',
    force: 'القوة المشتركة الموحدة',
    border: 'تنسيق الحدود',
    withdrawal: 'الدعم الأمريكي لإصلاح الدفاع والتدريب والمؤسسات',
    smaller: '4 تغييرات أصغر معًا',
    note: 'من اجتماع الاثنين فقط، ونصفه محسوب في كل نصيب: القوة المشتركة الموحدة × تنسيق الحدود، +1.0 نقطة'
  }
} as const;

/** Two changes that add up, exactly. */
export function twoChanges(look: Look): AttributionFigureProps {
  const said = words[look.locale];
  const { source, link, width, direction, locale, palette, fontFamily, margin } = stability(look);
  const difference = (value: number): string => (value < 0 ? `−${(-value).toFixed(1)}` : `+${value.toFixed(1)}`);
  return {
    ...{ source, link, width, direction, locale, palette, fontFamily, margin },
    id: 'why',
    title: said.title,
    subtitle: said.subtitle,
    summary: said.title,
    scale: {
      format: (value) => value.toFixed(1),
      formatTick: (value) => value.toFixed(0),
      unit: '0–100',
      bounds: [0, 100],
      domain: [37, 51]
    },
    difference,
    from: { label: said.from, value: 39.8 },
    to: { label: said.to, value: 48.5 },
    steps: [
      { id: 'border', label: said.border, value: 4.9, error: 0 },
      { id: 'force', label: said.force, value: 3.8, error: 0 }
    ],
    notes: [said.note],
    together: [{ label: `${said.force} × ${said.border}`, value: 1 }],
    texts: { change: 'Change', share: 'Share', error: 'Error', value: 'Value', together: 'Together' }
  };
}

/** Sampled shares with their errors, one against the rest, and several small ones in one. */
export function manyChanges(look: Look): AttributionFigureProps {
  const said = words[look.locale];
  return {
    ...twoChanges(look),
    steps: [
      { id: 'border', label: said.border, value: 5.6, error: 0.12 },
      { id: 'force', label: said.force, value: 4.2, error: 0.3 },
      { id: 'us', label: said.withdrawal, value: -1.9, error: 0.2 },
      { id: 'rest', label: said.smaller, value: 0.8, error: 0, rest: true }
    ],
    notes: []
  };
}
