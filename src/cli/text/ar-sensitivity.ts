import type { enSensitivity } from './en-sensitivity';

/** What `mizan sensitivity` says, in Arabic. */
export const arSensitivity: typeof enSensitivity = {
  about: 'يقيس ما يتوقف عليه المخرج من المدخلات والكميات غير المؤكدة، بتحريك كثير منها معًا.',
  output: 'مخرج أو مخزون أو متغير (افتراضيًا: المخرج الرئيس للنموذج)',
  at: 'شهر المخرج: YYYY-MM (افتراضيًا: الأخير)',
  inputs: 'المدخلات التي تتغير على كامل مجالها (افتراضيًا: لا شيء)',
  uncertainty: 'توزيعات الكميات غير المؤكدة (افتراضيًا: wide)',
  study: 'الفرز وحده، أو الفرز وأنصبة التباين، أو عامل واحد في كل مرة (افتراضيًا: sobol)',
  trajectories: 'عدد مسارات الفرز (افتراضيًا: 10)',
  rows: 'عدد صفوف التفكيك، والأفضل قوة من قوى العدد 2 (افتراضيًا: 512)',
  seed: 'بذرة التصاميم والفترات (افتراضيًا: 1)',
  csv: 'كتابة صفوف الطريقة في ملف، و- للمخرج القياسي',
  json: 'طباعة كل شيء في كائن JSON واحد',
  nothingVaries: 'لا شيء يتغير: مع ‎--uncertainty none يجب أن تكون ‎--inputs إما principal أو all',
  outsideRun: (month, first, last) => `‎--at ${month} خارج مدة التشغيل: اكتب شهرًا من ${first} إلى ${last}`,
  morrisHeading: (output, month, runs) =>
    `${output} في ${month}: مقدار تحركه حين يقطع عامل واحد مجاله؛ عدد عمليات التشغيل ${runs}`,
  morrisColumns: ['العامل', 'mu*', '95 %', 'mu', 'sigma'],
  sobolHeading: (output, month, mean, deviation, runs, widest) =>
    `${output} في ${month}: المتوسط ${mean} والانحراف المعياري ${deviation}؛ فترات المؤشرات الكلية ±${widest} على الأكثر؛ عدد عمليات التشغيل ${runs}`,
  sobolColumns: ['المجموعة', 'وحدها', '95 %', 'إجمالًا', '95 %'],
  bySector: 'بحسب القطاع:',
  tornadoHeading: (output, month, base, runs) =>
    `${output} في ${month}: ${base} في السيناريو نفسه؛ عامل واحد في كل مرة؛ عدد عمليات التشغيل ${runs}`,
  tornadoColumns: ['العامل', 'عند طرفه الأدنى', 'عند طرفه الأعلى'],
  tornadoNote: 'قياس موضعي: يبقى ما عداه كما في السيناريو، فلا يظهر ما تفعله العوامل مجتمعة.'
};
