import type { enDiscover } from './en-discover';

/** What `mizan discover` says, in Arabic. */
export const arDiscover: typeof enDiscover = {
  about: 'يبحث عن المستقبلات التي يُبلَغ فيها الهدف: يسحب تشغيلات، ويقشر صناديق، ويقول أحدها في جملة.',
  goal: "ما ينبغي بلوغه: 'output>level@YYYY-MM' أو '<'، ومن دون @ في الشهر الأخير؛ كرره لأهداف أخرى، ويجب تحققها جميعًا",
  vary: 'المدخلات التي تتغير على كامل مداها: معرّفات، أو none أو principal (افتراضيًا) أو all',
  uncertainty: 'توزيعات الكميات غير المؤكدة التي تتغير أيضًا (افتراضيًا: wide)',
  runs: 'عدد التشغيلات (افتراضيًا: 20000)',
  seed: 'بذرة التشغيلات (افتراضيًا: 1)',
  step: 'خطوة المسار التي تُقال (افتراضيًا: ذات أكبر كسب: الكتلة في زيادة الكثافة)',
  csv: 'كتابة المسار في ملف، و- للمخرج القياسي',
  json: 'طباعة كل شيء في كائن JSON واحد، مع السيناريو من داخل الصندوق',
  noGoal: "لا هدف: اكتب هدفًا، مثل ‎--goal 'stability_index>55@2034-10'",
  badGoal: (text) => `‎--goal ${text}: اكتبه بصيغة output>level@YYYY-MM أو output<level@YYYY-MM`,
  goalBeyond: (text, first, last) => `‎--goal ${text}: الشهر خارج مدة التشغيل: اكتب شهرًا من ${first} إلى ${last}`,
  unknownInput: (id, near) =>
    `‎--vary ${id}: لا مدخل بهذا الاسم في النموذج${near === undefined ? '' : `؛ لعلّك تقصد ${near}`}`,
  nothingVaries: 'لا شيء يتغير: سمِّ مدخلات بالخيار ‎--vary، أو دع ‎--uncertainty على narrow أو wide',
  noStep: (step, last) => `‎--step ${step}: ينتهي المسار بالخطوة ${last}`,
  reached: (goals, reached, runs, percent, factors) =>
    `${goals}: يُبلَغ في ${reached} من التشغيلات وعددها ${runs} (${percent} %)، وعدد العوامل المتغيرة ${factors}`,
  and: ' و ',
  failed: (runs) => `عدد التشغيلات التي خرجت عن الأعداد المنتهية ${runs}، وتُحسب غير بالغة للهدف`,
  columns: ['الخطوة', 'التغطية', 'الكثافة', 'الكتلة', 'المدى', 'المقشور'],
  always: 'كل تشغيل يبلغ الهدف: لا شيء يُكتشف',
  never: 'لا تشغيل يبلغ الهدف: لا شيء يُكتشف',
  sentence: (percent) => `يُبلَغ الهدف في ${percent} % من التشغيلات التي فيها`,
  anything: 'لا مدى يُحدث فرقًا لا تُحدثه المصادفة.',
  least: (name, low) => `  ${name} لا يقل عن ${low}`,
  most: (name, high) => `  ${name} لا يزيد على ${high}`,
  between: (name, low, high) => `  ${name} من ${low} إلى ${high}`,
  point: (value, percent) => `${value} (نقطة ${percent} %)`,
  covers: (coverage, mass, step) =>
    `وفيها ${coverage} % من كل التشغيلات التي تبلغه، و${mass} % من كل التشغيلات (من الخطوة ${step}).`,
  inside: (link) => `سيناريو من الداخل: ${link}`
};
