import type { Text } from '.';
import { arAttribute } from './ar-attribute';
import { arSensitivity } from './ar-sensitivity';
import { arBacktest } from './ar-backtest';
import { arCompare } from './ar-compare';
import { arDiscover } from './ar-discover';
import { arGoal } from './ar-goal';
import { arEnsemble } from './ar-ensemble';

function perhaps(near: string | undefined): string {
  return near === undefined ? '' : `؛ لعلّك تقصد ${near}`;
}

const kinds = { input: 'مُدخَل', parameter: 'معامل', stock: 'رصيد', switch: 'مبدّل' } as const;

/** عدد الفحوص التي لا تتحقق، بصيغته الصحيحة. */
function failingChecks(count: number): string {
  if (count === 1) return 'فحص سلوكي واحد لا يتحقق';
  if (count === 2) return 'فحصان سلوكيان لا يتحققان';
  return count % 100 >= 3 && count % 100 <= 10 ? `${count} فحوص سلوكية لا تتحقق` : `${count} فحصًا سلوكيًا لا يتحقق`;
}

export const ar: Text = {
  attribute: arAttribute,
  sensitivity: arSensitivity,
  backtest: arBacktest,
  compare: arCompare,
  discover: arDiscover,
  goal: arGoal,
  ensemble: arEnsemble,

  error: 'خطأ',
  warning: 'تنبيه',

  about: 'تشغيل نماذج السيناريوهات وفحصها من سطر الأوامر.',
  runAbout: 'يشغّل سيناريو ويكتب أشهره بصيغة CSV (وهي المعتادة) أو JSON.',
  checkAbout: 'يفحص مجلد نموذج، ويصمت إن كان كل شيء سليمًا.',
  releaseAbout: 'يجمّد إصدار النموذج الحالي، فتشغّله الروابط التي تسميه على الدوام.',
  released: (id, version) => `جُمّد ${id}@${version}.\n`,
  releasedOtherwise: (id, version) => `سبق نشر ${id}@${version} وهو يحسب غير ذلك؛ ارفع رقم الإصدار في model.yaml`,
  subject: 'سيناريو جاهز من النموذج، أو ملف سيناريو (YAML أو JSON)، أو رابط (كاملًا، أو ما يلي علامة ? فيه)',
  folder: 'مجلد نموذج، مثل models/libya',
  help: 'عرض هذه المساعدة',
  lang: 'لغة الرسائل: en أو ar',
  set: 'تحريك مُدخَل: id=value~YYYY-MM~months؛ البداية المعتادة أول شهر، والتدرّج 0 شهر؛ كرّر المعرّف لتدرّجات تالية',
  param: 'قيمة معامل: id=value',
  initial: 'القيمة الابتدائية لرصيد: id=value',
  switch: 'خيار مبدّل: id=choice',
  model: 'مجلد النموذج (المعتاد: الذي يسمّيه الملف أو الرابط، وإلا models/libya)',
  from: 'أول شهر يُكتب: YYYY-MM',
  until: 'آخر شهر يُحسب ويُكتب: YYYY-MM',
  method: 'طريقة التكامل: euler أو rk4',
  steps: 'عدد الخطوات في الشهر، من 1 إلى 64',
  save: 'ما يُكتب: outputs للمخرجات وحدها، أو all لكل الأرصدة والمتغيرات تتقدمها المخرجات',
  csv: 'الكتابة بصيغة CSV',
  json: 'الكتابة بصيغة JSON',
  out: 'الكتابة في ملف بدل الشاشة',
  strict: 'تُعدّ التنبيهات أخطاء',
  behaviour: 'تشغيل الفحوص السلوكية أيضًا وطباعة رقم كل منها',
  draws: 'مع --behaviour: طباعة نسبة السحوبات التي يتحقق فيها كل فحص، من هذا العدد من سحوبات المعاملات',
  checkUncertainty: 'المديات التي تُسحب منها القيم: narrow (ضيقة) أو wide (واسعة، وهي المعتادة)',
  mutations: 'حذف كل آلية في mechanisms.yaml على حدة وطباعة الفحوص التي تخفق عندئذ',
  drawsMissing: 'الخيار --uncertainty يصف كيف يسحب --draws؛ حدّد العدد، مثل ‎--draws 500',
  noMechanisms: 'ليس لهذا النموذج ملف mechanisms.yaml، فلا شيء يُحذف منه',
  usage: 'الاستعمال:',
  arguments: 'المعطيات:',
  options: 'الخيارات:',
  commands: 'الأوامر:',
  globalOptions: 'خيارات كل الأوامر:',

  unknownOption: (option, near) => `لا يوجد خيار باسم ${option}${perhaps(near)}`,
  unknownCommand: (command, near) =>
    `لا يوجد أمر باسم ${command}، وإنما الأوامر run وensemble وmerge وcheck وcompare وattribute وsensitivity وdiscover وgoal وbacktest وrelease${perhaps(near)}`,
  missingCommand:
    'ما المطلوب؟ الأوامر المتاحة هي run وensemble وmerge وcheck وcompare وattribute وsensitivity وdiscover وgoal وbacktest وrelease، وفي ‎--help تفصيل',
  missingArgument: (name) => `ينقص ${name}؛ يبيّن ‎--help كيف يُكتب الأمر`,
  missingValue: (option) => `الخيار ${option} يحتاج إلى قيمة`,
  tooMany: 'المعطيات أكثر من اللازم: سيناريو جاهز أو ملف أو رابط أو مجلد واحد في كل مرة؛ ضع الرابط بين علامتي اقتباس',
  oneOf: (option, value, choices) => `${option} ${value}: اختر واحدًا من ${choices}`,
  csvOrJson: 'اختر ‎--csv أو ‎--json، لا كليهما',

  noAssignment: (option, value) => `${option} ${value}: يُكتب هكذا: id=value`,
  noSet: (value) => `--set ${value}: يُكتب هكذا: id=value أو id=value~YYYY-MM أو id=value~YYYY-MM~months`,
  noNumber: (option, id, value) => `${option} ${id}: ${value === '' ? 'القيمة ناقصة' : `${value} ليس عددًا`}`,
  noMonth: (option, value) => `${option}: ${value} ليس شهرًا؛ يُكتب الشهر هكذا: YYYY-MM، مثل 2025-01`,
  noRamp: (id, value) => `--set ${id}: ${value} ليس مدة تدرّج؛ اكتب عدد أشهر، صفرًا أو أكثر`,
  badSteps: (value) => `--steps ${value}: اكتب عددًا صحيحًا من 1 إلى 64`,
  beforeStart: (option, month, start) => `${option} ${month} قبل أول شهر في النموذج، وهو ${start}`,
  tooLate: (month, last) => `--until ${month} أبعد من اللازم: مئة سنة على الأكثر، حتى ${last}`,
  fromAfterUntil: (from, until) => `--from ${from} بعد آخر شهر، وهو ${until}`,
  untilTooEarly: (month, first) => `--until ${month}: لا بد من شهر واحد على الأقل، حتى ${first}`,
  setBeyond: (id, month, last) => `--set ${id}: الشهر ${month} بعد آخر شهر في التشغيل، وهو ${last}`,

  noPreset: (name, near, all) =>
    `${name} ليس سيناريو جاهزًا في النموذج ولا ملفًا${perhaps(near)}\n  السيناريوهات الجاهزة: ${all}`,
  noFile: (path) => `${path}: لا يوجد ملف كهذا`,
  unreadable: (path, reason) => `${path}: تتعذّر قراءته (${reason})`,
  unwritable: (path, reason) => `${path}: تتعذّر الكتابة فيه (${reason})`,
  systemErrors: {
    EACCES: 'غير مسموح',
    EISDIR: 'هو مجلد',
    ENOENT: 'لا يوجد مجلد كهذا',
    ENOSPC: 'لم تبق مساحة',
    ENOTDIR: 'جزء من المسار ليس مجلدًا',
    EPERM: 'غير مسموح',
    EROFS: 'لا تمكن الكتابة هناك'
  },
  noScenario: (path) => `${path}: ليس هذا سيناريو`,
  noModelFolder: (path) => `${path}: لا يوجد مجلد كهذا`,
  noModelFile: (path) => `${path}: لا يوجد model.yaml في هذا المجلد`,
  brokenModel: (path) => `في نموذج ${path} أخطاء؛ لم يُشغَّل شيء`,

  unknownId: (option, id, kind, near) => `${option} ${id}: لا ${kinds[kind]} بهذا المعرّف في النموذج${perhaps(near)}`,
  elsewhere: (option, id, right) => `${option} ${id}: يُضبط هذا بالخيار ${right}`,
  noChoice: (id, choice, choices) => `--switch ${id}=${choice}: اختر واحدًا من ${choices}`,
  outside: (option, id, value, low, high) => `${option} ${id}: القيمة ${value} خارج المدى من ${low} إلى ${high}`,
  outsideAllowed: (option, id, value, low, high) =>
    `${option} ${id}: القيمة ${value} خارج مداها من ${low} إلى ${high}، وقد استُعملت كما هي`,

  notFinite: (cell, value, date, equation) => `توقّف التشغيل في ${date}: صارت قيمة ${cell} ‏${value}${equation}`,
  unexpected: (message) => `حدث ما لم يكن متوقعًا: ${message}`,
  howToDebug: 'اضبط MIZAN_DEBUG=1 لمعرفة الموضع',

  checkColumns: ['الفحص', 'يتحقق', 'الهامش', 'ما يقوله'],
  shareColumns: ['الفحص', 'النسبة', '95 %', 'السحوبات', 'ما يقوله'],
  mutationColumns: ['الآلية', 'الرقم الرئيسي', 'الفحوص التي تخفق', 'ما يتغير'],
  yes: 'نعم',
  no: 'لا',
  checksFail: failingChecks
};
