import type { enCompare } from './en-compare';

/** What `mizan compare` says, in Arabic. */
export const arCompare: typeof enCompare = {
  about: 'يقارن أربعة سيناريوهات على الأكثر عبر المستقبلات نفسها: القيم ومجالاتها والفروق المزدوجة في تواريخ مختارة.',
  scenarios: 'من سيناريوهين إلى أربعة: سيناريوهات جاهزة أو ملفات أو روابط',
  baseline: 'السيناريو الذي تُؤخذ الفروق عنه، برقمه في القائمة (افتراضيًا: 1)',
  outputs: 'النواتج المقارَنة بمعرّفاتها، وبينها فواصل (افتراضيًا: النواتج الرئيسية للنموذج)',
  at: 'الأشهر، وبينها فواصل: YYYY-MM,… (افتراضيًا: الأخير)',
  csv: 'كتابة الجدول في ملف، و- للمخرج القياسي',
  json: 'طباعة كل شيء في كائن JSON واحد',
  count: (count) => `تأخذ compare من سيناريوهين إلى أربعة، وهذه ${count}`,
  badBaseline: (text, count) => `‎--baseline ${text}: اكتب رقمًا من 1 إلى ${count}`,
  otherModel: (one, other) => `السيناريوهات لنماذج مختلفة: ${one} و${other}`,
  outside: (month, start, last) => `‎--at ${month} خارج التشغيل، من ${start} إلى ${last}`,
  heading: (runs, seed, uncertainty) => `${runs} مستقبل، البذرة ${seed}، عدم اليقين ${uncertainty}`,
  columns: ['الناتج', 'الشهر', 'السيناريو', 'القيمة', 'الوسيط', '5 %', '95 %', 'الفرق', '5 %', '95 %', 'أعلى في']
};
