import type { PedigreeFigureProps } from '$lib/charts';
import { stability, type Look } from './examples';

const words = {
  en: {
    title: 'Most of the numbers are judgement',
    subtitle: 'Parameters of each sector by how well founded they are',
    sectors: ['Influence contest', 'Positions and agreement', 'Armed groups and foreign forces', 'The South and oil'],
    scores: [
      'a guess',
      'expert judgement with some basis',
      'sources point to it',
      'measured in comparable cases',
      'well established'
    ]
  },
  ar: {
    title: 'معظم الأرقام تقدير',
    subtitle: 'معاملات كل قطاع بحسب مدى رسوخها',
    sectors: ['التنافس على النفوذ', 'المواقف والتوافق', 'الجماعات المسلحة والقوات الأجنبية', 'الجنوب والنفط'],
    scores: ['تخمين', 'تقدير خبراء له بعض السند', 'تشير إليه المصادر', 'مَقيس في حالات مماثلة', 'راسخ']
  }
} as const;

const counts = [
  [7, 35, 2, 0, 0],
  [15, 51, 0, 0, 0],
  [0, 11, 5, 0, 0],
  [2, 9, 3, 1, 0]
];

/** The frame of the other examples, with counts of four sectors of the Libya model. */
export function pedigree(look: Look): PedigreeFigureProps {
  const { title, subtitle, sectors, scores } = words[look.locale];
  const { source, link, width, direction, locale, palette, fontFamily, margin } = stability(look);
  return {
    ...{ source, link, width, direction, locale, palette, fontFamily, margin, title, subtitle },
    id: 'pedigree',
    summary: `${title}. ${subtitle}.`,
    rows: sectors.map((label, index) => ({ id: label, label, counts: counts[index] ?? [] })),
    scores: scores.map((label, score) => ({ score: String(score), label })),
    format: String
  };
}
