import type { Catalogue } from '../catalogue';
import { plural } from '../plural';

export const inputs: Catalogue['inputs'] = {
  title: 'المُدخلات',
  lead: (month) => `حرّك ما يفعله كل فاعل. تدل العلامة على قيمة ${month}.`,
  principal: 'المُدخلات الرئيسة',
  further: (count) =>
    plural('ar', count, {
      one: 'مُدخل آخر',
      two: 'مُدخلان آخران',
      few: '# مُدخلات أخرى',
      many: '# مُدخلًا آخر',
      other: '# مُدخل آخر'
    }),
  changed: 'مُغيَّر',
  resetOne: (name) => `إعادة «${name}» إلى قيمته الأصلية`,
  about: (name) => `عن «${name}»`,
  meaning: 'ما المقصود به',
  source: 'المصدر',
  sources: 'المصادر',
  judgement: 'تقدير خبراء',
  pedigree: 'مدى رسوخه',
  pedigrees: ['تخمين', 'تقدير خبراء له بعض السند', 'تشير إليه المصادر', 'مَقيس في حالات مماثلة', 'راسخ'],
  pedigreeOf: (score) => `${score} من 4`,
  timing: 'التوقيت',
  timingFor: (name) => `${name}: متى يتحرك`,
  ramp: (from, to) => `من ${from} إلى ${to}`,
  start: 'يبدأ في',
  months: 'يستغرق',
  monthsUnit: (count) =>
    plural('ar', count, { zero: 'شهر', one: 'شهر', two: 'شهرين', few: 'أشهر', many: 'شهرًا', other: 'شهر' }),
  target: 'يصل إلى',
  move: (n) => `الحركة ${n}`,
  addMove: 'أضف حركة لاحقة',
  removeMove: (n) => `احذف الحركة ${n}`,
  pointDate: 'الشهر',
  pointValue: 'القيمة',
  removePoint: (month) => `احذف ${month}`,
  addPoint: 'أضف قيمة مؤرخة',
  usePoints: 'استعمل قيمًا مؤرخة',
  useRamp: 'استعمل بداية ومدة تدرّج',
  dragStart: (name) => `${name}: الشهر الذي يبدأ فيه بالتحرك`,
  dragEnd: (name) => `${name}: الشهر الذي يبلغ فيه قيمته`,
  curveLabel: (name) => `${name} عبر الزمن`,
  segments: 'بحسب المقطع',
  starting: 'النفوذ عند البداية',
  startingLead: 'تقدير يقبل تقديرك. يحدد كل وزن ما يبدأ به الفاعل في المكان، وإلى جانبه الحصة الناتجة في الشهر الأول.',
  weights: 'أوزان مؤشر الاستقرار',
  weightsLead: 'تقدير يقبل تقديرك: كم يزن كل جزء، وكيف تُجمع الأجزاء. وإلى جانب كل وزن الحصة الناتجة عنه.',
  resetThese: 'إعادة هذه القيم',
  year: 'السنة',
  more: 'مُدخلات أخرى'
};
