import type { Trait } from '../ensemble/about';
import type { enEnsemble } from './en-ensemble';

const traits: Readonly<Record<Trait, string>> = {
  model: 'النموذج',
  scenario: 'السيناريو',
  reference: 'المرجع',
  runs: 'عدد مرات التشغيل',
  seed: 'البذرة',
  uncertainty: 'مدى عدم اليقين',
  sampling: 'طريقة السحب',
  shocks: 'الصدمات',
  outputs: 'قائمة المخرجات',
  thresholds: 'العتبات',
  all: 'صيغة كتابة مرات التشغيل'
};

interface Difference {
  readonly trait: Trait;
  readonly one: string;
  readonly other: string;
}

function differing({ trait, one, other }: Difference): string {
  const values = one.length + other.length <= 120 ? ` (${one} هناك، ${other} هنا)` : '';
  return `يختلف ${traits[trait]}${values}`;
}

function few(numbers: readonly number[]): string {
  return numbers.length <= 20 ? numbers.join('، ') : `${numbers.slice(0, 20).join('، ')}، …`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

function perhaps(near: string | undefined): string {
  return near === undefined ? '' : `؛ لعلّك تقصد ${near}`;
}

/** «خيط واحد»، «خيطان»، «3 خيوط»، «11 خيطًا». */
function threadsOf(count: number): string {
  if (count === 1) return 'خيط واحد';
  if (count === 2) return 'خيطان';
  return count % 100 >= 3 && count % 100 <= 10 ? `${count} خيوط` : `${count} خيطًا`;
}

export const arEnsemble: typeof enEnsemble = {
  about: 'يشغّل سيناريو مرات كثيرة مع عدم اليقين، ويكتب النطاقات والاحتمالات، وكل مرة على حدة إن طُلب ذلك.',
  runs: 'عدد مرات التشغيل، من 1 إلى 100,000,000 (المعتاد: ما في السيناريو)',
  seed: 'بذرة السحب العشوائي كله، عدد صحيح من 0 (المعتاد: ما في السيناريو)',
  uncertainty: 'ما يُسحب من المعاملات والقيم الابتدائية: none لا شيء، أو narrow ضيّق، أو wide واسع',
  sampling: 'طريقة السحب: random أو latin-hypercube أو sobol',
  shocks: 'الأحداث العشوائية: on أو off',
  reference: 'المقارنة بالوضع الراهن مرة بمرة مع السحب نفسه: status_quo أو none',
  outputs: 'المتغيرات التي تُكتب، بمعرّفاتها وبينها فواصل (المعتاد: كل مخرجات النموذج)',
  threshold: 'سؤال يُطرح على كل مرة: output>level@month أو output<level@..month أو event@..month؛ ويجوز تكراره',
  csv: 'ملف النطاقات، أو - للشاشة (وهي المعتادة إن لم يُعطَ ‎--json ولا ‎--all)',
  json: 'ملف الملخص، أو - للشاشة',
  all: 'ملف لكل مرات التشغيل: ‎.parquet أو ‎.csv',
  workers: 'عدد الخيوط (المعتاد: ما في الجهاز)',
  shard: 'حساب الجزء i من n أجزاء وحده، ليُدمج لاحقًا: i/n',
  out: 'ملف الجزء',
  state: 'ملف يحفظ ما أُنجز، ليُستأنف الأمر إن انقطع',
  saveEvery: 'الثواني بين حفظين (المعتاد: 5)',
  resume: 'المتابعة من حيث ينتهي المحفوظ، أو البدء إن لم يكن هناك شيء بعد',
  verbose: 'ذكر السرعة والذاكرة المستعملة في النهاية',
  mergeAbout: 'يدمج أجزاء التشغيل المتعدد، فتخرج البايتات نفسها كما لو جرى كله على جهاز واحد.',
  shards: 'كل الملفات التي كُتبت بالخيار ‎--shard، بأي ترتيب',
  mergeAll: 'ملف لكل مرات التشغيل، إن كانت الأجزاء تحملها: ‎.parquet أو ‎.csv',

  progress: (done, planned, perSecond, left) =>
    `${Math.floor((100 * done) / planned)} %  ${grouped(done)} من ${grouped(planned)}، بسرعة ${grouped(perSecond)} في الثانية، بقي ${left}`,
  took: (done, seconds, perSecond, threads, backend, peak) =>
    `عدد مرات التشغيل ${grouped(done)} في ${seconds.toFixed(1)} ثانية، أي ${grouped(Math.round(perSecond))} في الثانية؛ ` +
    `${threadsOf(threads)}، ${backend}؛ ذروة الذاكرة ${grouped(Math.round(peak))} MiB`,
  noLanes: 'لا يتوفر هنا WebAssembly مع SIMD: يحسب المفسّر النتائج نفسها، لكن أبطأ بكثير',
  stopped: (done, state) =>
    `توقّف بعد ${grouped(done)} من مرات التشغيل، وهي محفوظة في ${state}؛ أعد الأمر نفسه مع ‎--resume للمتابعة`,
  stoppedForGood: 'توقّف، ولم يُحفظ شيء لأن ‎--state لم يُعطَ',
  nothingToResume: (state) => `${state} غير موجود بعد: يبدأ من المرة الأولى`,

  badCount: (option, text, least, most) => `${option} ${text}: اكتب عددًا صحيحًا من ${least} إلى ${most}`,
  badShard: (text, most) => `--shard ${text}: اكتب i/n، مثل 2/4 للجزء الثاني من أربعة؛ وأكبر قيمة لـ n هي ${most}`,
  badRunsName: (option, name) => `${option} ${name}: اجعل الاسم ينتهي بـ ‎.parquet أو ‎.csv`,
  shardNeedsOut: 'الخيار ‎--shard يحتاج إلى ‎--out، وهو ملف الجزء',
  outNeedsShard: 'الخيار ‎--out يسمّي ملف جزء: أضف ‎--shard i/n، أو اكتب النتائج بالخيارات ‎--csv و‎--json و‎--all',
  shardHasNoResults: 'ليس للجزء نطاقات ولا ملخص: اترك ‎--csv و‎--json للأمر merge',
  resumeNeedsState: 'الخيار ‎--resume يحتاج إلى ‎--state، وهو ملف ما أُنجز',
  unknownOutput: (id, near) => `--outputs ${id}: لا مُخرَج ولا رصيد ولا متغير بهذا المعرّف في النموذج${perhaps(near)}`,

  badThreshold: (text) =>
    `--threshold ${text}: يُكتب هكذا: output>level@month أو output<level@..month أو event@..month، مثل stability_index>50@2034-10`,
  badLevel: (text, level) => `--threshold ${text}: ${level} ليس عددًا`,
  sameThreshold: (id) => `--threshold ${id} مكرّر`,
  eventAt: (text, event, month) => `--threshold ${text}: يُسأل عن الحدث حتى شهر معيّن؛ اكتب ${event}@..${month}`,
  otherKind: (text, name) =>
    `--threshold ${text}: للمُخرَج حدّ يُكتب معه (output>50) ولا حدّ للحدث؛ و${name} هو الآخر منهما`,
  unknownInThreshold: (text, name, near) =>
    `--threshold ${text}: لا مُخرَج ولا حدث باسم ${name} في النموذج${perhaps(near)}`,
  thresholdBeyond: (text, month, start, last, months) =>
    `--threshold ${text}: ${month} خارج مدة التشغيل، من ${start} إلى ${last} (الشهر 0 إلى ${months})`,

  stateThere: (state) => `${state} موجود من قبل: أضف ‎--resume للمتابعة منه، أو احذفه للبدء من جديد`,
  noRecord: (path) => `${path}: ليس هذا ملف حفظ ولا جزءًا من تشغيل متعدد، أو هو تالف`,
  otherFormat: (path) =>
    `${path}: كتبت هذا الملف نسخة أخرى من ميزان، ولا تستطيع هذه النسخة أن تكمله؛ أعد الحساب من أوله`,
  otherState: (state, difference) => `${state} يخص تشغيلًا متعددًا آخر: ${differing(difference)}`,
  otherShard: (state, there, here) =>
    `${state} يخص الجزء ${there.index}/${there.count}، لا الجزء ${here.index}/${here.count}`,
  partMissing: (state, part) =>
    `يعتمد ${state} على ما كُتب في ${part}، وهو غير موجود أو أقصر من اللازم؛ احذف ${state} للبدء من جديد`,

  foreignShard: (one, first, difference) => `${one} لا يخص ما يخصه ${first}: ${differing(difference)}`,
  otherDivision: (one, shard, first, other) =>
    `${one} من تقسيم عدد أجزائه ${shard.count}، و${first} من تقسيم عدد أجزائه ${other.count}`,
  doubleShard: ({ index, count }, one, other) => `الجزء ${index}/${count} مكرّر: ${one} و${other}`,
  unfinishedShard: (one) => `${one} لم يكتمل؛ استأنفه أولًا`,
  missingShards: (missing, count) => `أجزاء ناقصة من أصل ${count}: ${few(missing)}`,
  noRunsInShards: (one) => `${one} لا يحمل مرات التشغيل: احسب الأجزاء مع ‎--all`,
  otherRunsForm: (all, form) => `--all ${all}: تحمل الأجزاء مرات التشغيل بصيغة ${form}؛ اجعل الاسم ينتهي بـ ‎.${form}`
};
