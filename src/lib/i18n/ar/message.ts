import type { Widened } from '../catalogue';
import type { message as en } from '../en/message';
import { plural } from '../plural';

export const message: Widened<typeof en> = {
  title: 'أي الخلاصات قد تنقلب؟',
  pageTitle: (model) => `حساسية الخلاصة · ${model} · ميزان`,
  pageDescription: (model) => `${model}: غيّر أوزان مؤشر الاستقرار أو احذف آلية، وانظر أي خلاصات النموذج تنقلب.`,
  lead: 'أوزان مؤشر الاستقرار حكمٌ تقديري، وكل آلية دعوى. غيّرها وانظر أي خلاصات النموذج تصمد.',

  stands: (stand, all) => {
    if (stand === all) return `الخلاصات كلها (${all}) صامدة.`;
    if (stand === 0) return `لا تصمد أي من الخلاصات (${all}).`;
    const turned = plural('ar', all - stand, {
      one: 'وتنقلب هذه:',
      two: 'وتنقلب هاتان:',
      few: 'وتنقلب هذه الـ#:',
      many: 'وتنقلب هذه الـ#:',
      other: 'وتنقلب هذه الـ#:'
    });
    return `تصمد ${stand} من ${all} خلاصة؛ ${turned}`;
  },
  asItIs: 'هذا هو النموذج كما هو.',
  noWeights: 'إذا كانت الأوزان كلها صفرًا فلا مؤشر: ارفع واحدًا منها.',

  controls: 'ما يُغيَّر',
  weights: 'أوزان المؤشر',
  weightsLead: 'كم يُحسب لكل بُعد. لا يلزم أن يكون مجموعها واحدًا، وتُعرض حصصها.',
  parts: 'الأوزان داخل الأبعاد',
  mechanisms: 'الآليات',
  mechanismsLead: 'احذف واحدة أو أكثر أو بالغ فيها، فتُعاد المحاكاة عندئذ.',
  chosen: (count) =>
    plural('ar', count, {
      one: 'واحدة مختارة',
      two: 'اثنتان مختارتان',
      few: '# مختارة',
      many: '# مختارة',
      other: '# مختارة'
    }),
  kinds: { without: 'حذف', stronger: 'مبالغة', loop: 'قطع حلقة' },
  reset: 'العودة إلى النموذج كما هو',
  openDesk: 'افتح المكتب بهذه الأوزان',
  deskNote: 'ينتقل المكتب بالأوزان وحدها؛ أما حذف الآليات فيتجاوز ما يجوز لسيناريو أن يضبطه، فيبقى هنا.',
  link: 'رابط هذه الحالة',
  copied: 'نُسخ.',
  notCopied: 'لا يسمح متصفحك للصفحة بالنسخ؛ خذ الرابط بيدك.',

  conclusions: 'الخلاصات',
  caption: 'الخلاصات، وهل تتحقق، وما مدى ثباتها',
  columns: {
    conclusion: 'الخلاصة',
    margin: 'الهامش قبلُ والآن',
    weightings: 'أوزان عشوائية',
    draws: 'السحوبات'
  },
  holds: 'صامدة',
  turned: 'انقلبت',
  unsaid: 'لا يمكن القول',
  marginText: (before, after) => `${before} ← ${after}`,
  marginLabel: (before, after) => `كان الهامش ${before} وهو الآن ${after}.`,
  weightingsSummary: (geometric, arithmetic) =>
    `تتحقق في ${geometric} من الأوزان بطريقة الجمع الأولى و${arithmetic} بالثانية.`,
  drawsOf: (share) => share,
  computing: 'يُحسب',
  progress: (percent) => `تُعاد السحوبات: ${percent}`,
  runFailed: 'تعذّرت المحاكاة هنا. الهوامش المعروضة هوامش النموذج كما هو.',

  key: {
    title: 'ما تقوله الأعمدة',
    margin: 'الهامش: مقدار علو السيناريو الأول على الثاني بنقاط المؤشر.',
    weightings: (count) =>
      `الأوزان العشوائية: نسبة ما تتحقق فيه الخلاصة من ${count} قسمة عشوائية للأوزان على الأبعاد، كلها متساوية الاحتمال. الدائرة المفرغة: الطريقة الأولى لجمع الأجزاء، والمصمتة: الثانية.`,
    draws: (count) =>
      `السحوبات: نسبة ما تتحقق فيه من ${count} سحب لمعاملات النموذج من المديات الواسعة، بالأوزان المختارة هنا.`
  },
  source: (model, version, runs, seed) =>
    `${model} ${version}. ${runs} سحب، البذرة ${seed}، وهي واحدة لسيناريوهي كل خلاصة؛ بلا أحداث عشوائية.`
};
