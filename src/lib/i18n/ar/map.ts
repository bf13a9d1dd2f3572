import { plural } from '../plural';

/** The map and the month that figures share. */
export const map = {
  title: 'النفوذ وضبط الحدود على الخريطة',
  loading: 'تُرسم الخريطة.',
  failed: 'تعذّر تحميل الخريطة.',
  show: 'اعرض',
  whoLeads: 'من يتصدر',
  influenceOf: (actor: string) => `نفوذ ${actor}`,
  leadsSubtitle: 'الأقاليم بحسب صاحب أكبر حصة من النفوذ',
  influenceSubtitle: (actor: string) => `حصة ${actor} من النفوذ`,
  control: 'ضبط الحدود',
  controlShort: 'الضبط',
  points: (difference: string, count: number) =>
    `${difference} ${plural('ar', count, { zero: 'نقطة', one: 'نقطة', two: 'نقطة', few: 'نقاط', many: 'نقطة', other: 'نقطة' })}`,
  change: 'الفرق عن الوضع القائم',
  reader: 'الأقاليم والحدود. تنقلك مفاتيح الأسهم من واحد إلى التالي.',
  held: (holder: string, districts: string) => `المظلَّل بالخطوط يسيطر عليه اليوم ${holder}: ${districts}.`,
  lies: (district: string, region: string) => `${district} وتقع تاريخيًا في ${region}`,
  month: 'الشهر المعروض في الأشكال',
  play: 'تشغيل',
  pause: 'إيقاف مؤقت',
  about: 'ماذا تعرض الخريطة',
  aboutFigures:
    'كل إقليم هو أحد الأماكن الثلاثة في النموذج بحدوده التاريخية، والقيمة المذكورة هي قيمة النموذج للمكان كله لا لشعبياته.',
  leadsAt: (place: string, actor: string, share: string) => `${place}: المتصدر ${actor} بحصة ${share}.`,
  controlAt: (border: string, value: string) => `${border}: ${value}.`,
  summary: (month: string, said: string) => `في ${month}. ${said}`
};
