import type { enGoal } from './en-goal';

/** What `mizan goal` says, in Arabic. */
export const arGoal: typeof enGoal = {
  about: 'يبحث عن أقل الطرق كلفة إلى هدف: أي المدخلات تُحرَّك، وإلى أي حد، وبأي كلفة، وفي كم من المستقبلات يتحقق.',
  goal: "ما ينبغي بلوغه: 'output>level@YYYY-MM' أو '<'، ومن دون @ في الشهر الأخير؛ كرره لأهداف أخرى، ويجب تحققها جميعًا",
  lever:
    "مدخل يجوز تحريكه: المعرّف، أو 'id:low..high' لحدوده، أو 'id*cost' أو 'id:low..high*cost' لكلفة الوحدة (افتراضيًا: المدى كله بكلفة 100)؛ كرره (افتراضيًا: المدخلات الرئيسة)",
  start: 'الشهر الذي تبدأ فيه المدخلات بالتحرك (افتراضيًا: الرابع من التشغيل)',
  ramp: 'عدد الأشهر التي تستغرقها (افتراضيًا: 24)',
  population: 'عدد المقترحات في الجيل، زوجي (افتراضيًا: 96)',
  generations: 'عدد الأجيال التي تبحث عن الهدف (افتراضيًا: 40)',
  beyond: 'أجيال أخرى تبحث في ما بعده، من أجل الجبهة (افتراضيًا: 30)',
  seed: 'بذرة البحث (افتراضيًا: 1)',
  futures: 'عدد المستقبلات التي تُعرض عليها الطرق، تُسحب كما في ensemble؛ و0 لتركها (افتراضيًا: 500)',
  points: 'أقصى عدد لنقاط الجبهة (افتراضيًا: 18)',
  against: 'رقم الهدف الذي تُرسم الكلفة في مقابله (افتراضيًا: 1)',
  csv: 'كتابة الجبهة في ملف، و- للمخرج القياسي',
  json: 'طباعة كل شيء في كائن JSON واحد، مع الطريق رابطًا',
  badLever: (text) => `‎--lever ${text}: اكتبه بصيغة id أو id:low..high أو id*cost أو id:low..high*cost`,
  unknownLever: (id, near) =>
    `‎--lever ${id}: لا مدخل بهذا المعرّف في النموذج${near === undefined ? '' : `؛ لعل المقصود ${near}؟`}`,
  badBounds: (text, low, high) => `‎--lever ${text}: الحدود بين ${low} و${high}، والأدنى أولًا`,
  badCost: (text) => `‎--lever ${text}: كلفة الوحدة رقم من 0 إلى 1000000`,
  overlap: (text) => `‎--lever ${text}: رافعة سابقة تحرّك المدخل نفسه`,
  noAgainst: (place, goals) => `‎--against ${place}: عدد الأهداف ${goals}`,
  startOutside: (text, first, last) => `‎--start ${text}: الشهر خارج مدة التشغيل: اكتب شهرًا من ${first} إلى ${last}`,
  idle: (goals, values) => `${goals}. من دون تغيير: ${values}`,
  holds: (percent, futures, low, high) =>
    `؛ ويتحقق الهدف في ${percent} % من ${futures} من المستقبلات (95 %: من ${low} إلى ${high})`,
  already: 'الهدف متحقق من دون تغيير شيء',
  found: (cost) => `أقل طريق وُجد كلفةً: ${cost}`,
  none: (values) => `لم يوجد طريق ضمن هذه الحدود. وأقرب ما بُلغ: ${values}`,
  columns: ['الرافعة', 'من', 'إلى', 'التغير', 'الكلفة'],
  helps: 'مما يقرّب من الهدف:',
  helpBound: (id, target, values) => `  ${id} إلى ما بعد حده، حتى ${target}: ${values}`,
  helpLever: (id, target, values) => `  ${id} رافعةً أخرى، عند ${target}: ${values}`,
  front: (output) => `الكلفة في مقابل ${output}:`,
  frontColumns: { cost: 'الكلفة', holds: 'يتحقق', moves: 'ما يتحرك' },
  link: (link) => `الطريق سيناريو: ${link}`,
  caveat: (runs) => `بحث عدد تشغيلاته ${runs}، لا برهان: فقد يوجد ما هو أقل كلفة. والكلفة حكم تقديري.`
};
