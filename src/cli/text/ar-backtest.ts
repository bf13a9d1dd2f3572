import type { enBacktest } from './en-backtest';

/** What `mizan backtest` says, in Arabic. */
export const arBacktest: typeof enBacktest = {
  about: 'يقابل النموذج بما رُصد: المهارة أمام تخمينات بسيطة في الاختبار وفي الملاءمة.',
  folder: 'مجلد النموذج (افتراضيًا: models/libya)',
  csv: 'كتابة مهارة كل سلسلة في ملف',
  years: 'كتابة النموذج والمرصود سنة بسنة في ملف',
  json: 'طباعة كل شيء في كائن JSON واحد',
  none: (folder) => `ليس في ${folder} ملفا history.yaml وobserved.yaml ليُقابل بهما`,
  columns: [
    'السلسلة',
    'الحكم',
    'الاختبار',
    'المحمولة',
    'الاتجاه',
    'السابقة',
    'الملاءمة',
    'المحمولة',
    'الاتجاه',
    'السابقة',
    'الرتب',
    'الاتجاه نفسه'
  ],
  verdicts: { usable: 'صالحة', 'with-care': 'بحذر', 'no-skill': 'بلا مهارة', 'not-a-test': 'ليست اختبارًا' },
  hazard: (months, onsets, expected) =>
    `خطر الحرب: المتوقع ${expected} من الاندلاعات في ${months} شهرًا من السلم، والذي وقع ${onsets}`,
  fewOnsets: 'واندلاعات بهذه القلة لا تثبت مهارة',
  hazardSkill: (aucForced, aucFree, brierForced, brierFree) =>
    `AUC ${aucForced} حين تُفرض الحروب و${aucFree} من دونها؛ ومهارة براير ${brierForced} و${brierFree}`
};
