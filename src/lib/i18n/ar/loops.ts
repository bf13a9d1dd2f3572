import { plural } from '../plural';

const list = (parts: readonly string[]): string => parts.join('، ');
const months = {
  one: 'شهرًا واحدًا',
  two: 'شهرين',
  few: '# أشهر',
  many: '# شهرًا',
  other: '# شهر'
};

export const loops = {
  title: 'حلقات التغذية الراجعة',
  pageTitle: (model: string) => `حلقات التغذية الراجعة · ${model} · ميزان`,
  description: (model: string) =>
    `${model}: ما تفعله كمياته بعضها ببعض، والحلقات التي تنغلق. كل سهم مأخوذ من المعادلات.`,
  lead: 'ما تفعله كميات النموذج بعضها ببعض، والحلقات التي تنغلق. كل سهم مأخوذ من المعادلات، والإشارات والقوى محسوبة على امتداد تشغيل، فتختلف من سيناريو إلى آخر ومن سنة إلى أخرى.',
  diagram: 'المخطط',
  scenario: 'السيناريو',
  date: 'التاريخ',
  waiting: 'يجري تشغيل السيناريو، وبعد لحظة يمكن اختيار التاريخ.',
  failed: 'تعذّر تشغيل السيناريو. المعروض هو الوضع القائم في نهايته.',
  retry: 'حاول مرة أخرى',
  subtitle: (scenario: string, month: string) => `${scenario}، ${month}`,
  summary: (title: string, nodes: number, links: number, named: number) =>
    `${title}: مخطط سببي فيه ${plural('ar', nodes, {
      one: 'كمية واحدة',
      two: 'كميتان',
      few: '# كميات',
      many: '# كمية',
      other: '# كمية'
    })} و${plural('ar', links, {
      one: 'رابط واحد',
      two: 'رابطان',
      few: '# روابط',
      many: '# رابطًا',
      other: '# رابط'
    })}، ومعها ${plural('ar', named, {
      zero: 'لا حلقة مسماة',
      one: 'حلقة مسماة واحدة',
      two: 'حلقتان مسماتان',
      few: '# حلقات مسماة',
      many: '# حلقة مسماة',
      other: '# حلقة مسماة'
    })}. والجدول أدناه يورد كل رابط.`,
  key: (start: string) =>
    `المربع مخزون، والكلمات المسطّرة مدخلات. + يرفع، − يخفض، ± يفعل الأمرين خلال التشغيل. شرطتان على السهم: أثره يتراكم مع الوقت. وكلما ثخن السهم كبر نصيبه مما حرّك هدفه منذ ${start}.`,
  hint: 'أشر إلى اسم أو حلقة لتتبعها، أو اضغط Tab ثم مفاتيح الأسهم. مفتاح Enter يثبّت ما تتبعه، وEscape يتركه.',
  pan: 'المخطط أعرض من الشاشة، ويمكن تحريكه جانبًا.',
  figureRegion: 'مخطط الحلقات السببية',
  says: (
    label: string,
    parts: {
      readonly raisedBy: readonly string[];
      readonly loweredBy: readonly string[];
      readonly changingBy: readonly string[];
      readonly raises: readonly string[];
      readonly lowers: readonly string[];
      readonly changes: readonly string[];
    }
  ) => {
    const causes = [
      parts.raisedBy.length > 0 ? `يرفعها: ${list(parts.raisedBy)}` : '',
      parts.loweredBy.length > 0 ? `يخفضها: ${list(parts.loweredBy)}` : '',
      parts.changingBy.length > 0 ? `يحركها في الاتجاهين: ${list(parts.changingBy)}` : ''
    ].filter(Boolean);
    const effects = [
      parts.raises.length > 0 ? `ترفع: ${list(parts.raises)}` : '',
      parts.lowers.length > 0 ? `تخفض: ${list(parts.lowers)}` : '',
      parts.changes.length > 0 ? `تحرك في الاتجاهين: ${list(parts.changes)}` : ''
    ].filter(Boolean);
    return [label, causes.join('، '), effects.join('، ')].filter(Boolean).join('؛ ');
  },
  saysLoop: (badge: string, title: string, polarity: string) => `${badge}، ${title}: حلقة ${polarity}`,
  causes: 'ما يحركها',
  effects: 'ما تحركه',
  noCauses: 'لا شيء في هذا المخطط.',
  inputNote: 'مدخل: أنت من يحركه.',
  sign: { positive: 'يرفع', negative: 'يخفض', changing: 'يرفع أو يخفض', none: 'لا أثر له' },
  part: (strength: string) => `${strength} مما حرّكه`,
  inModel: 'في النموذج',
  table: 'عرض الروابط في جدول',
  hideTable: 'إخفاء الجدول',
  download: 'تنزيل',
  downloadSvg: 'صورة (SVG)',
  downloadPng: 'صورة (PNG)',
  downloadCsv: 'الروابط (CSV)',
  downloadFailed: 'تعذّرت كتابة الملف. قد تنفع محاولة أخرى.',
  columns: { from: 'من', to: 'إلى', sign: 'الإشارة', strength: 'القوة' },
  loopsTitle: 'الحلقات المسماة، الأقوى أولًا',
  loopsLead: (month: string) =>
    `يدل الكسب على قوة الحلقة، وهو هنا في ${month}: من دفعة دائمة في نقطة منها، الجزء الذي يعود بعد دورة واحدة وكل ما عداها ثابت. الحلقة المعزِّزة تضيف هذا الجزء إلى الدفعة، والموازِنة تنقصه منها، وعند 100% تُبقي الدفعة نفسها قائمة. وحيث للحلقة مسارات عدة يُحسب أقواها.`,
  polarity: { reinforcing: 'معزِّزة', balancing: 'موازِنة' },
  kinds: { closed: '', open: 'سلسلة مفتوحة', self: 'في كل مخزون' },
  gain: 'الكسب',
  arrives: 'ما يصل إلى النهاية',
  noGain: 'لا كسب: على المسار مخزون لا يستقر.',
  round: (_months: string, count: number) => `تستغرق الدورة الواحدة نحو ${plural('ar', count, months)}.`,
  chain: (_months: string, count: number) => `يستغرق الوصول نحو ${plural('ar', count, months)}.`,
  slowing: (slowing: number, count: number) =>
    slowing === count
      ? `في هذا التاريخ تبطئ المخزونات كلها، وعددها ${count}، نفسها.`
      : `في هذا التاريخ يبطئ ${slowing} من أصل ${count} من المخزونات نفسه.`,
  course: (badge: string, from: string, to: string) => `كسب ${badge} من ${from} إلى ${to}`,
  path: 'المسار',
  paths: (count: number) =>
    plural('ar', count, { one: 'مسار واحد', two: 'مساران', few: '# مسارات', many: '# مسارًا', other: '# مسار' }),
  showInDiagram: 'اعرضها في المخطط',
  held: 'مثبّتة في المخطط',
  howTitle: 'كيف تُحسب الإشارات والقوى والكسب',
  how: [
    'الروابط. ترتبط كمية بأخرى حيث تقرؤها معادلة الأخرى، مباشرة أو عبر كميات لا يرسمها المخطط. ولا تتخطى السلسلة مخزونًا غير مرسوم. والعقدة التي تمثل عدة أماكن هي متوسطها.',
    'الإشارات. إشارة الرابط هي إشارة المشتقة الجزئية للهدف بالنسبة إلى المصدر، محسوبة بدقة من المعادلات (اشتقاق آلي) في بداية كل شهر من التشغيل. ومعادلة المخزون هي معادلة معدل تغيره.',
    'القوة. يُقسَّم تغير الهدف منذ البداية على ما حرّكه: نصيب المصدر هو تكامل المشتقة الجزئية على امتداد مسار المصدر نفسه. وقوة الرابط هي هذا النصيب مقسومًا على مجموع الأنصبة من دون إشاراتها، وفيها ما يقع خارج المخطط، ما عدا نصيب الهدف من نفسه. وهذا هو مقياس الروابط في منهج «الحلقات المهمة» مع فرقين: المشتقات على امتداد التشغيل مكان إعادة حساب المعادلات، والمجموع منذ البداية مكان الخطوة الواحدة، لأن مقاييس الخطوة الواحدة تكبر بلا حد حيث ينعطف المسار.',
    'الكسب. حاصل ضرب ما تنقله الروابط حول الحلقة: المشتقة الجزئية لكمية، وانزياح المستوى الذي يستقر عنده المخزون. وإشارته هي قطبية الحلقة. وزمن الدورة مجموع الثوابت الزمنية للمخزونات عليها.',
    'لا شيء يرتد من المؤشرات والكميات المرصودة: تُقرأ من الحالة ولا تمر بها حلقة.'
  ],
  references: [
    'W. Schoenberg, P. Davidsen and R. Eberlein (2020): Understanding model behavior using the Loops that Matter method. System Dynamics Review 36(2), 158–190.',
    'S. J. Mason (1953): Feedback theory: some properties of signal flow graphs. Proceedings of the IRE 41(9), 1144–1156.',
    'G. P. Richardson (1995): Loop polarity, loop dominance, and the concept of dominant polarity. System Dynamics Review 11(1), 67–88.',
    'A. Griewank and A. Walther (2008): Evaluating Derivatives, second edition. SIAM.'
  ]
};
