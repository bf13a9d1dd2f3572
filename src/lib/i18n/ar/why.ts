import { plural } from '../plural';

/** «أ»، «أ» و«ب»، «أ» و«ب» و«ج». */
function list(names: readonly string[]): string {
  return names.join(' و');
}

function named([name, share]: readonly [name: string, share: string]): string {
  return `«${name}» (${share})`;
}

/** Why a figure changed. */
export const why = {
  title: 'لماذا تغيّر',
  output: 'الرقم',
  against: 'مقارنةً بـ',
  views: 'العرض',
  split: 'بحسب التغيير',
  chain: 'السلسلة',
  unchanged: 'لم يتغيّر شيء بعد',
  unchangedLead: 'حرّك مُدخلًا أو اختر سيناريو جاهزًا، فيظهر هنا نصيب كل تغيير من الفرق، وما لا تصنعه التغييرات إلا معًا.',
  same: (scenario: string) => `السيناريو هو «${scenario}» نفسه، فلا فرق يُقسَّم. اختر سيناريو آخر للمقارنة.`,
  hold: 'تثبيت هذا السيناريو',
  held: 'السيناريو المثبَّت',
  sameHeld: 'تم التثبيت. حرّك أحد المُدخَلات ليظهر هنا ما يضيفه ذلك إلى السيناريو المثبَّت.',
  onward: 'تابِع من هنا',
  onwardCompare: 'ضَعه إلى جانب غيره',
  onwardMatters: (output: string) => `ما الذي يتوقف عليه «${output}»`,
  onwardFutures: (output: string, amount: string, above: boolean) =>
    `في أيّ مستقبلات يبلغ «${output}» ${amount} ${above ? 'أو أكثر' : 'أو أقل'}`,
  onwardGoal: 'أقلّ تغيير يبلغ المبلغ نفسه',
  waiting: 'يظهر التقسيم فور انتهاء عمليات التشغيل اللازمة له.',
  old: 'يُحسَب من جديد للسيناريو المعروض.',
  notYet: 'مع هذا العدد من التغييرات يُحسَب التقسيم حين يستقر السيناريو.',
  failed: 'تعذّر حساب التقسيم.',
  retry: 'أعد المحاولة',
  impossible: 'إحدى توليفات هذه التغييرات تخرج عن الأعداد المنتهية، فلا يمكن تقسيم الفرق.',
  titleHigher: (output: string, amount: string, month: string) => `${output}، ${month}: أعلى بمقدار ${amount}، ولماذا`,
  titleLower: (output: string, amount: string, month: string) => `${output}، ${month}: أدنى بمقدار ${amount}، ولماذا`,
  titleSame: (output: string, month: string) => `${output}، ${month}: لا فرق، ولماذا`,
  /** As it stands inside a sentence. */
  theStatusQuo: 'الوضع القائم',
  yourScenario: 'السيناريو الخاص بك',
  theHeld: 'السيناريو المثبَّت',
  subtitle: (scenario: string, reference: string) => `${scenario} مقارنةً بـ«${reference}»: نصيب كل تغيير`,
  smaller: (count: number) =>
    plural('ar', count, {
      one: 'تغيير أصغر واحد',
      two: 'تغييران أصغر معًا',
      few: '# تغييرات أصغر معًا',
      many: '# تغييرًا أصغر معًا',
      other: '# تغيير أصغر معًا'
    }),
  column: 'التغيير',
  share: 'النصيب',
  error: 'الخطأ المعياري',
  value: 'القيمة المبلوغة',
  together: 'معًا فقط',
  initial: (name: string) => `${name} عند البداية`,
  choice: (name: string, choice: string) => `${name}: ${choice}`,
  events: 'الأحداث المفروضة',
  pair: (a: string, b: string) => `${a} × ${b}`,
  points: (text: string, value: number) => `${text} ${counted(value)}`,
  percentPoints: (text: string, value: number) =>
    `${text} ${plural('ar', value, { few: 'نقاط مئوية', two: 'نقطة مئوية', other: 'نقطة مئوية' })}`,
  heading: (
    output: string,
    month: string,
    scenario: string,
    to: string,
    amount: string,
    rises: boolean,
    reference: string,
    from: string
  ) =>
    `${output} في ${month}: ${to} في «${scenario}»، أي ${rises ? 'أعلى' : 'أدنى'} بمقدار ${amount} من قيمته في «${reference}» وهي ${from}.`,
  headingSame: (output: string, month: string, scenario: string, to: string, reference: string) =>
    `${output} في ${month}: ${to} في «${scenario}»، كما في «${reference}».`,
  onlyOne: (name: string, share: string) => `لم يتغيّر سوى «${name}»، فالفرق كله منه: ${share}.`,
  largest: (shares: readonly (readonly [name: string, share: string])[]) => {
    const [first = ['', ''] as const, ...others] = shares;
    return `النصيب الأكبر لـ${named(first)}${others.length > 0 ? `، ثم ${others.map(named).join(' ثم ')}` : ''}.`;
  },
  others: (count: number, share: string) =>
    `${plural('ar', count, {
      one: 'وتغيير آخر',
      two: 'وتغييران آخران معًا',
      few: 'و# تغييرات أخرى معًا',
      many: 'و# تغييرًا آخر معًا',
      other: 'و# تغيير آخر معًا'
    })}: ${share}.`,
  balanced: (
    up: readonly (readonly [name: string, share: string])[],
    down: readonly (readonly [name: string, share: string])[]
  ) => `ما يرفعه وما يخفضه متعادلان: ${list(up.map(named))} من جهة، و${list(down.map(named))} من الجهة الأخرى.`,
  opposed: (shares: readonly (readonly [name: string, share: string])[]) =>
    `وفي الاتجاه المعاكس: ${list(shares.map(named))}.`,
  cancel: (a: string, shareA: string, b: string, shareB: string) =>
    `ويكاد ${named([a, shareA])} و${named([b, shareB])} يلغي أحدهما الآخر.`,
  without: (names: readonly string[]) => `ولا أثر فيه لـ${names.map((name) => `«${name}»`).join(' ولا لـ')}.`,
  manyWithout: (count: number) =>
    plural('ar', count, {
      one: 'ولا أثر فيه لتغيير واحد منها.',
      two: 'ولا أثر فيه لتغييرين منها.',
      few: 'ولا أثر فيه لـ# تغييرات منها.',
      many: 'ولا أثر فيه لـ# تغييرًا منها.',
      other: 'ولا أثر فيه لـ# تغيير منها.'
    }),
  nothing: 'لا شيء مما تغيّر يحرّك هذا الرقم.',
  onlyTogether: (a: string, b: string, part: string, whole: string | null, average: boolean) =>
    `«${a}» و«${b}» لا يعملان إلا معًا: ${part} ${whole === null ? '' : `من أصل ${whole} `}مصدرها اجتماعهما${onAverage(average)}.`,
  reinforce: (a: string, b: string, part: string, whole: string | null, average: boolean) =>
    `«${a}» و«${b}» يعزز أحدهما الآخر: ${part} ${whole === null ? '' : `من أصل ${whole} `}لا مصدر لها إلا اجتماعهما${onAverage(average)}.`,
  overlap: (a: string, b: string, part: string, average: boolean) =>
    `«${a}» و«${b}» يزاحم أحدهما الآخر: اجتماعهما يحرّكه أقل بمقدار ${part} مما يحرّكه كل منهما على حدة${onAverage(average)}.`,
  mixed: (a: string, b: string, share: string, average: boolean) =>
    `«${a}» و«${b}» يؤثر أحدهما في الآخر: اجتماعهما يضيف ${share} إلى ما يصنعه كل منهما وحده${onAverage(average)}.`,
  sampled: (orders: number, error: string) =>
    `مع هذا العدد من التغييرات تُقدَّر الأنصبة من ${plural('ar', orders, {
      one: 'ترتيب واحد',
      two: 'ترتيبين',
      few: '# ترتيبات',
      many: '# ترتيبًا',
      other: '# ترتيب'
    })} لإجرائها؛ ودقة كل نصيب نحو ±${error} (خطآن معياريان).`,
  sampledClosely: (orders: number) =>
    `مع هذا العدد من التغييرات تُقدَّر الأنصبة من ${plural('ar', orders, {
      one: 'ترتيب واحد',
      two: 'ترتيبين',
      few: '# ترتيبات',
      many: '# ترتيبًا',
      other: '# ترتيب'
    })} لإجرائها، بدقة تفوق الأرقام المعروضة.`,
  noteTogether: (a: string, b: string, share: string) =>
    `من اجتماع الاثنين فقط، ونصفه محسوب في كل نصيب: ${a} × ${b}، ${share}`,
  method:
    'نصيب التغيير هو ما يضيفه في المتوسط على جميع الترتيبات الممكنة لإجراء التغييرات (قيم شابلي). وهو تفسير لما يفعله النموذج لا لما سيقع في الواقع.',
  chainLead:
    'المخزونات التي حملت التغيير، بترتيب وصوله إليها: يُعدّ المخزون مبلوغًا في الشهر الذي يصير فيه انحرافه عُشر أقصى ما يبلغه.',
  chainMethod:
    'ما يأتي به المخزون هو انحرافه مضروبًا في مدى اعتماد الرقم عليه، عند متوسط التشغيلين: وهي قراءة خطية، وما لا تفسره يظهر في الباقي. وما حرّك المخزون يُقرأ من معدل تغيره بالطريقة نفسها.',
  chainWaiting: 'يجري تتبّع التشغيلين.',
  chainTitle: (output: string, amount: string, month: string) =>
    `${output}، ${month}: ما الذي حمل الفرق البالغ ${amount}`,
  chainTitleSame: (output: string, month: string) => `${output}، ${month}: ما الذي تحرّك وراءه`,
  chainSubtitle: (scenario: string, reference: string) =>
    `${scenario} مقارنةً بـ«${reference}»: المخزونات بحسب وقت وصول التغيير إليها`,
  reached: (name: string, month: string) => `${name}، ${month}`,
  atOnce: (name: string) => `${name}، مباشرةً`,
  otherStocks: (count: number) =>
    plural('ar', count, {
      one: 'مخزون آخر',
      two: 'مخزونان آخران معًا',
      few: '# مخزونات أخرى معًا',
      many: '# مخزونًا آخر معًا',
      other: '# مخزون آخر معًا'
    }),
  remainder: 'الباقي',
  rises: (from: string, to: string) => `ارتفاع من ${from} إلى ${to}.`,
  falls: (from: string, to: string) => `انخفاض من ${from} إلى ${to}.`,
  shifts: 'بعضه يرتفع وبعضه ينخفض.',
  barely: 'تحرّك طفيف.',
  movedBy: (sources: readonly (readonly [name: string, part: string])[]) => `يحرّكه ${list(sources.map(named))}.`,
  heldBy: (sources: readonly (readonly [name: string, part: string])[]) => `ويعاكسه ${list(sources.map(named))}.`,
  byStart: 'اختلاف قيمته عند البداية',
  brings: (share: string) => `نصيبه من الفرق ${share}.`,
  through: (names: readonly string[]) => `ويعمل من خلال ${list(names.map((name) => `«${name}»`))}.`,
  chainNothing: 'لا مخزون يختلف بما يستحق الذكر.'
};

function counted(value: number): string {
  return plural('ar', value, { few: 'نقاط', two: 'نقطة', other: 'نقطة' });
}

function onAverage(average: boolean): string {
  return average ? '، في المتوسط على سائر التغييرات' : '';
}
