import { plural } from '../plural';

/** /model/backtest: a model held against the record. */
export const backtest = {
  title: (first: number, last: number) => `اختبار بأثر رجعي، ${first} إلى ${last}`,
  description: (model: string, first: number, last: number) =>
    `ما كان نموذج ${model} سيقوله عن السنوات ${first} إلى ${last} إلى جانب ما رُصد فيها، وبكم يتفوق على التخمينات البسيطة.`,
  lead: (from: string, to: string) =>
    `يُشغَّل النموذج من ${from} إلى ${to} بما فُعل وما اندلع في تلك السنوات، ثم تُقابَل مخرجاته بما رُصد.`,

  findings: (usable: number, care: number, none: number) =>
    [
      plural('ar', usable, {
        zero: 'لا سلسلة تصلح اختبارًا',
        one: 'سلسلة واحدة تصلح اختبارًا',
        two: 'سلسلتان تصلحان اختبارًا',
        few: '# سلاسل تصلح اختبارًا',
        many: '# سلسلة تصلح اختبارًا',
        other: '# سلسلة تصلح اختبارًا'
      }),
      plural('ar', care, {
        zero: 'ولا شيء بحذر',
        one: 'وواحدة بحذر',
        two: 'واثنتان بحذر',
        few: 'و# بحذر',
        many: 'و# بحذر',
        other: 'و# بحذر'
      }),
      ...(none > 0
        ? [
            plural('ar', none, {
              zero: '',
              one: 'وواحدة بلا مهارة',
              two: 'واثنتان بلا مهارة',
              few: 'و# بلا مهارة',
              many: 'و# بلا مهارة',
              other: 'و# بلا مهارة'
            })
          ]
        : [])
    ].join('، '),
  notATest: (count: number) =>
    plural('ar', count, {
      zero: 'ولا شيء خارج الاختبار.',
      one: 'وتُعرض واحدة لا تختبر النموذج.',
      two: 'وتُعرض اثنتان لا تختبران النموذج.',
      few: 'وتُعرض # لا تختبر النموذج.',
      many: 'وتُعرض # لا تختبر النموذج.',
      other: 'وتُعرض # لا تختبر النموذج.'
    }),

  figureTitle: 'النموذج إلى جانب السجل',
  figureSubtitle: (fit: string, test: string) => `خطوط مستقيمة لُوئمت على ${fit} ويُحكم عليها في ${test}`,
  figureSummary: (series: string) => `لوحة لكل سلسلة، فيها النموذج والمرصود سنة بسنة. ${series}`,
  seriesSummary: (name: string, verdict: string) => `${name}: ${verdict}.`,
  reader: 'الشهر. تنقل مفاتيح الأسهم شهرًا شهرًا، ومفتاحا الصفحة سنة سنة.',
  model: 'النموذج',
  observed: 'المرصود',
  interval: 'يُعلم أنه بين حدّين',
  persistence: 'آخر سنة ملاءمة، محمولة كما هي',
  trend: 'الاتجاه العام',
  fit: 'الملاءمة',
  test: 'الاختبار',
  logarithmic: 'لوغاريتمي',
  read: (month: string, model: string, observed: string | null) =>
    observed === null ? `${month}: النموذج ${model}` : `${month}: النموذج ${model}، المرصود ${observed}`,
  readInterval: (low: string, high: string) => `${low} إلى ${high}`,

  verdicts: {
    usable: 'صالحة',
    'with-care': 'بحذر',
    'no-skill': 'بلا مهارة',
    'not-a-test': 'ليست اختبارًا'
  },

  skillTitle: 'بكم يتفوق على التخمينات البسيطة',
  skillLead:
    'المهارة هي 1 ناقص متوسط خطأ النموذج مقسومًا على متوسط خطأ تخمين بسيط في السنوات نفسها: 1 بلا خطأ، و0 ليس أفضل من التخمين، وما دون 0 أسوأ منه.',
  skillTable: 'جدول المهارة',
  series: 'السلسلة',
  verdict: 'الحكم',
  period: (name: string, years: string) => `${name}، ${years}`,
  testHead: 'الاختبار',
  fitHead: 'الملاءمة',
  years: 'السنوات',
  skillAgainst: 'المهارة أمام',
  carried: 'القيمة المحمولة',
  trendShort: 'الاتجاه العام',
  lastYear: 'السنة السابقة',
  rank: 'ارتباط الرتب',
  signs: 'الاتجاه نفسه',
  signsOf: (same: number, of: number) => `${same} من ${of}`,
  noFigure: 'لا شيء',
  guesses: {
    heading: 'التخمينات',
    carried: 'القيمة المحمولة: في الاختبار آخر قيمة من سنوات الملاءمة، وفي الملاءمة أولى قيمها.',
    trend: 'الاتجاه العام: خط مستقيم عبر سنوات الملاءمة، مُدّ إلى ما بعدها.',
    lastYear:
      'السنة السابقة: ما رُصد قبلها بعام. وهذا مقياس أشد، لأن النموذج لا يرى أي مرصود؛ فحيث نزلت المهارة عن 0 كانت معرفة العام الماضي أنفع من النموذج.'
  },
  rules: {
    heading: 'كيف يُستخرج الحكم',
    usable: (years: number, skill: string, rank: string) =>
      `صالحة: ${years} سنوات اختبار على الأقل، ومهارة لا تقل عن ${skill} أمام القيمة المحمولة والاتجاه العام معًا، وارتباط رتب لا يقل عن ${rank}.`,
    withCare: 'بحذر: أفضل من كليهما، لكن بفارق أقل أو في سنوات أقل. وثلاث سنوات فما دونها لا تثبت شيئًا.',
    noSkill: 'بلا مهارة: القيمة المحمولة أو الاتجاه العام أقرب أو مساوٍ.',
    notATest: (years: number) =>
      `ليست اختبارًا: السلسلة نابعة من مدخلات التشغيل، أو أرقامها قليلة جدًا، أو سنوات اختبارها أقل من ${years}.`
  },

  disciplineTitle: 'ما يدل عليه هذا وما لا يدل عليه',
  discipline: (fit: string, test: string) =>
    `تُربط كل سلسلة بمُخرج واحد بخط مستقيم لُوئم على ${fit}، وتُحسب الأخطاء في ${test} التي لم يرها أي خط.`,
  caveatHead: 'محجوبة عن الملاءمة، لا عن المعرفة.',
  caveat:
    'من رمّز هذا التاريخ كان يعرف كيف مضت الأمور بعده. فالمقارنة تختبر هل يستجيب النموذج ويتعافى كما يقول السجل، لا هل كان سيتوقع شيئًا.',
  censored: (low: string, high: string, years: string) =>
    `لا يُعرف عن ${years} سوى أنها بين ${low} و${high}: فكل تخمين في هذا المدى يُعدّ بلا خطأ، للنموذج وللتخمينات على السواء.`,

  hazardTitle: 'خطر حرب جديدة',
  hazard: (months: number, onsets: number, expected: string) =>
    `على مدى ${months} شهرًا من السلم يبلغ مجموع الخطر ${expected} من الاندلاعات، والذي وقع ${onsets}.`,
  hazardAuc: (forced: string, free: string) =>
    `وفي الأشهر الاثني عشر السابقة للاندلاع يعلو الخطر على شهر سلم آخر باحتمال ${forced} حين تُفرض الحربان، وباحتمال ${free} حين تُتركان؛ و0.5 هو المصادفة.`,
  hazardBrier: (forced: string, free: string) => `وأمام متوسط تواتر الاندلاع تبلغ مهارته (براير) ${forced} و${free}.`,
  hazardNone: 'وليس في أيٍّ منهما مهارة.',
  hazardVerdict: (onsets: number) =>
    plural('ar', onsets, {
      zero: 'بلا اندلاع لا تثبت مهارة.',
      one: 'اندلاع واحد لا يثبت مهارة. يُقرأ الخطر قياسًا إلى الوضع الراهن، ولا يُقرأ تنبؤًا أبدًا.',
      two: 'اندلاعان لا يثبتان مهارة. يُقرأ الخطر قياسًا إلى الوضع الراهن، ولا يُقرأ تنبؤًا أبدًا.',
      few: '# اندلاعات لا تثبت مهارة. يُقرأ الخطر قياسًا إلى الوضع الراهن، ولا يُقرأ تنبؤًا أبدًا.',
      many: '# اندلاعًا لا تثبت مهارة. يُقرأ الخطر قياسًا إلى الوضع الراهن، ولا يُقرأ تنبؤًا أبدًا.',
      other: '# اندلاع لا تثبت مهارة. يُقرأ الخطر قياسًا إلى الوضع الراهن، ولا يُقرأ تنبؤًا أبدًا.'
    }),

  historyTitle: 'ما دخل في التشغيل',
  historySubtitle: (from: string, to: string) => `المدخلات من ${from} إلى ${to}، كلٌّ على مداه الكامل، مرمّزة سنة بسنة`,
  historySummary: (inputs: number, events: number) =>
    `المدخلات عبر السنوات (${inputs}) والأحداث المفروضة (${events}) التي تسمّيها القائمة أدناه بأرقامها.`,
  forcedEvents: 'أحداث مفروضة',
  wars: 'أوقات الحرب مظللة.',
  judgement: (count: number, all: number) => `رُمّز بالتقدير ${count} من ${all} مدخلًا، وحُسبت البقية من البيانات:`,
  eventsTitle: 'الأحداث المفروضة',
  number: 'الرقم',
  when: 'متى',
  what: 'ماذا',
  effect: 'أثره',
  effectUp: (stock: string, amount: string) => `${stock}: صعودًا ${amount} مما بقي`,
  effectDown: (stock: string, amount: string) => `${stock}: هبوطًا ${amount}`,
  effectSet: (stock: string, amount: string) => `${stock}: يُثبَّت عند ${amount}`,
  effectEvent: (event: string, magnitude: string) => `${event}، الشدة ${magnitude}`,
  source: 'المصدر',
  byJudgement: 'تقدير',

  sourcesTitle: 'السلاسل ومصادرها ورخصها',
  comparedWith: (output: string) => `تُقارن بـ: ${output}.`,
  yearMean: 'متوسط أشهر السنة',
  yearEnd: 'قيمة ديسمبر',
  licence: 'الرخصة',
  withheldTitle: 'نُظر فيها وتُركت',

  downloads: 'تنزيل',
  downloadSkill: 'المهارة بصيغة CSV',
  downloadYears: 'السنوات بصيغة CSV',
  downloadSvg: 'الشكل بصيغة SVG',
  downloadPng: 'الشكل بصيغة PNG',
  downloadFailed: 'تعذّر حفظ الملف.',
  csvHeader: (model: string, version: string) => `ميزان، نموذج «${model}»، الإصدار ${version}: اختبار بأثر رجعي`,
  csvUnits: 'الأخطاء بوحدة السلسلة بعد تحويلها؛ والمهارة 1 - نسبة متوسطي الخطأ المطلق',
  csvSource: (series: string, citation: string, licence: string) => `${series}: ${citation} الرخصة: ${licence}`,
  figureSource: (model: string, version: string) =>
    `المصدر: ميزان، نموذج «${model}»، الإصدار ${version}؛ والمرصودات من مصادرها المذكورة في الصفحة.`,
  tableTitle: 'الأرقام سنة بسنة',
  year: 'السنة',
  output: 'المُخرج',
  showTable: 'الأرقام سنة بسنة'
};
