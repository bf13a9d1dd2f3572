import { plural } from '../plural';

/** صفحة مقارنة السيناريوهات. */
export const compare = {
  title: 'السيناريوهات جنبًا إلى جنب',
  pageTitle: (model: string) => `مقارنة السيناريوهات · ${model} · ميزان`,
  pageDescription: (model: string) =>
    `${model}: أربعة سيناريوهات على الأكثر على المحاور نفسها، مع فروقها عبر المستقبلات نفسها ومفاضلاتها وما تغيّره.`,
  lead: 'أربعة سيناريوهات على الأكثر على المحاور نفسها. تُحسب الفروق مستقبلًا بمستقبل: في كل واحد منها تواجه السيناريوهات كلها المعاملات نفسها والحظ نفسه.',

  scenarios: 'السيناريوهات المقارَنة',
  letter: (letter: string, name: string) => `${letter}: ${name}`,
  unnamed: (letter: string) => `السيناريو ${letter}`,
  baseline: 'أساس الفروق',
  isBaseline: 'الأساس',
  makeBaseline: 'اجعله الأساس',
  openDesk: 'افتحه على المكتب',
  actions: (name: string) => `${name}: استبدال ونقل وإزالة`,
  change: 'تغيير',
  replace: 'استبدال',
  remove: 'إزالة',
  earlier: 'تقديم',
  later: 'تأخير',
  add: 'أضف سيناريو',
  addTitle: 'أي سيناريو؟',
  close: 'إغلاق',
  fromPresets: 'سيناريوهات جاهزة',
  fromSaved: 'محفوظة في هذا المتصفح',
  fromDesk: 'آخر ما كان على المكتب',
  noSaved: 'لا شيء محفوظ في هذا المتصفح بعد.',
  paste: 'رابط إلى سيناريو',
  pasteHint: 'العنوان كاملًا، أو ما يلي علامة الاستفهام فيه',
  take: 'خذ هذا الرابط',
  file: 'ملف سيناريو',
  fileHint: 'YAML أو JSON كما يحفظه المكتب',
  badFile: 'تعذرت قراءة الملف.',
  notices: (place: string) => `تُرك من ${place} ما تعذر استعماله:`,
  noticesPage: 'تُرك من العنوان ما تعذر استعماله:',
  unknownPart: (part: string) => `«${part}» ليس جزءًا من عنوان هذه الصفحة.`,
  unknownPreset: (name: string) => `لا يوجد سيناريو جاهز باسم «${name}».`,
  unknownOutput: (name: string) => `لا يوجد ناتج باسم «${name}».`,
  badDate: (text: string) => `«${text}» ليس شهرًا من أشهر التشغيل؛ يُكتب YYYY-MM.`,
  badGoal: (text: string) => `«${text}» ليس حدًّا؛ يُكتب output>50 أو output<50.`,
  link: 'انسخ رابط هذه المقارنة',
  copied: 'تم النسخ.',
  notCopied: 'لا يسمح متصفحك للصفحة بالنسخ؛ خذ الرابط يدويًا.',

  withStatusQuo: 'قارنه بالوضع القائم',

  output: 'الناتج',
  bands: 'مدى 9 من كل 10 مستقبلات',
  overTime: (output: string) => `${output} في كل سيناريو`,
  overTimeSubtitle: (unit: string, from: string, to: string) =>
    [unit, `من ${from} إلى ${to}`].filter(Boolean).join(' · '),
  withBands: 'التظليل: 9 من كل 10 مستقبلات',
  multiples: 'النواتج الرئيسية',
  multiplesSubtitle: 'لكل لوحة محورها، وهو مشترك بين السيناريوهات',
  reader: 'الشهر. تنقلك مفاتيح الأسهم شهرًا بعد شهر.',
  month: 'الشهر',
  scenario: 'السيناريو',
  summaryLine: (name: string, from: string, to: string) => `${name}: من ${from} إلى ${to}.`,

  differences: 'ما يضيفه كل سيناريو',
  differencesTitle: (output: string, baseline: string) => `${output}: الفرق عن «${baseline}»`,
  differencesSubtitle: (runs: string) =>
    `السيناريو ناقص الأساس في ${runs} مستقبل · الخط الرفيع: 9 من كل 10 · السميك: النصف الأوسط · العلامة: الوسيط`,
  differenceSummary: (name: string, date: string, median: string, low: string, high: string, said: string) =>
    `${name}، ${date}: ${median} (من ${low} إلى ${high})، ${said}.`,
  better: (share: string) => `أفضل في ${share} من المستقبلات`,
  detail: (difference: string, said: string) => `${difference}، ${said}`,
  higher: (share: string) => `أعلى في ${share} من المستقبلات`,
  lower: (share: string) => `أدنى في ${share} من المستقبلات`,
  same: 'متساوٍ في كل المستقبلات',
  meaning: {
    higher: 'الأفضل هنا هو الأعلى.',
    lower: 'الأفضل هنا هو الأدنى.',
    none: 'لا يقول النموذج أي اتجاه أفضل لهذا الناتج: تبيّن النسب فقط أين يقع السيناريو أعلى أو أدنى.'
  },
  low: 'المئين 5',
  median: 'الوسيط',
  high: 'المئين 95',
  date: 'التاريخ',
  said: 'في كم من المستقبلات',

  table: 'النواتج في تواريخ مختارة',
  tableLead: (runs: string) =>
    `وسيط ${runs} مستقبل مع مدى 9 من كل 10؛ وتحته وسيط الفرق عن الأساس، وفي كم من المستقبلات يكون أفضل.`,
  dates: 'التواريخ',
  dateField: (place: number) => `التاريخ ${place}`,
  addDate: 'أضف تاريخًا',
  removeDate: (date: string) => `احذف ${date}`,
  saveCsv: 'الأرقام بصيغة CSV',
  saveFailed: 'تعذر إنشاء الملف.',
  range: (low: string, high: string) => `من ${low} إلى ${high}`,
  failedRun: 'خرج تشغيل هذا السيناريو عن الأعداد المنتهية.',

  tradeoffs: 'المفاضلات',
  tradeoffTitle: (x: string, y: string, date: string) => `${y} مقابل ${x}، ${date}`,
  tradeoffSubtitle: (runs: string, dots: string) =>
    `العلامة: الوسيطان · الصليب: 9 من كل 10 من ${runs} مستقبل · النقاط: أول ${dots} منها`,
  across: 'أفقيًا',
  upwards: 'عموديًا',
  at: 'التاريخ',
  tradeoffSummary: (name: string, y: string, x: string) => `${name}: ${y} عموديًا و${x} أفقيًا.`,

  robustness: 'أيها يصمد',
  robustnessLead: (runs: string) =>
    `حدّ تضعه أنت ويُسأل عنه كل واحد من ${runs} مستقبل. الندم: مقدار تأخر السيناريو عن أفضل السيناريوهات المقارَنة، في المستقبل الذي يتأخر فيه أكثر ما يتأخر.`,
  sides: { above: 'فوق', below: 'تحت' },
  side: 'أي جانب من الحدّ',
  level: 'الحدّ',
  robustColumns: {
    satisficing: 'يحققه',
    worst: 'أسوأ مستقبل',
    greatestRegret: 'أكبر ندم',
    mean: 'المتوسط'
  },
  cannotJudge: 'فشلت عمليات التشغيل: لا يمكن قول شيء.',

  inputs: 'ما تغيّره',
  inputsLead: 'ما يختلف بين هذه السيناريوهات فقط، والأكبر فرقًا أولًا.',
  input: 'المُدخل',
  allSame: 'تغيّر هذه السيناريوهات الأشياء نفسها: لا فرق بينها.',
  unchanged: 'كما في الوضع القائم',
  step: (from: string, to: string, date: string) => `من ${from} إلى ${to} في ${date}`,
  ramp: (from: string, to: string, start: string, end: string) => `من ${from} إلى ${to}، بين ${start} و${end}`,
  then: '؛ ثم ',
  point: (value: string, date: string) => `${value} في ${date}`,
  initial: (name: string) => `${name} عند البداية`,
  event: (name: string, date: string) => `${name}، ${date}`,
  settings: { integrator: 'الطريقة', stepsPerMonth: 'الخطوات في الشهر', months: 'الأشهر' },

  computing: (percent: string) => `يجري حساب المستقبلات: ${percent}`,
  progress: 'المستقبلات المحسوبة',
  cancel: 'إيقاف',
  stopped: 'توقف الحساب. المجالات المعروضة تعود إلى ما حُسب من قبل.',
  again: 'احسب المستقبلات',
  failed: 'تعذر حساب المستقبلات هنا.',
  ready: (count: number, runs: string) =>
    `قورن ${plural('ar', count, { zero: '# سيناريو', one: 'سيناريو واحد', two: 'سيناريوهان', few: '# سيناريوهات', many: '# سيناريو', other: '# سيناريو' })} عبر ${runs} مستقبل.`,
  source: (model: string, version: string, runs: string, seed: string) =>
    `${model} ${version}. ${runs} مستقبل سُحبت من المجالات الواسعة للمعاملات بالبذرة ${seed}، وهي نفسها لكل سيناريو؛ بلا أحداث عشوائية. الخطوط تشغيل واحد عند وسط المجالات.`
};
