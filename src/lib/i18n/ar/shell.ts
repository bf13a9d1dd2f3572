import type { Catalogue } from '../catalogue';
import { plural } from '../plural';

export const shell: Catalogue['shell'] = {
  site: 'ميزان',
  pageTitle: (model) => `${model} · ميزان`,
  pageDescription: (model) =>
    `${model}. حرّك ما قد يفعله الفاعلون وراقب كيف يستجيب الاستقرار المتوقع وميزان النفوذ. أداة للتفكير لا للتنبؤ.`,
  andMore: (count) =>
    plural('ar', count, {
      one: 'وغيره واحد',
      two: 'واثنان غيرهما',
      few: 'و# غيرها',
      many: 'و# غيرها',
      other: 'و# غيرها'
    }),
  skip: 'انتقل إلى الأشكال',
  skipToContent: 'انتقل إلى المحتوى',
  caveat: 'أداة للتفكير لا للتنبؤ: تعرض ما قد يترتب لو صحّت افتراضات النموذج.',
  scenario: 'السيناريو',
  yourScenario: 'السيناريو الخاص بك',
  ownChanges: (count) =>
    plural('ar', count, {
      zero: 'لم يتغير أي مُدخل',
      one: 'تغيّر مُدخل واحد',
      two: 'تغيّر مُدخلان',
      few: 'تغيّرت # مُدخلات',
      many: 'تغيّر # مُدخلًا',
      other: 'تغيّر # مُدخل'
    }),
  choosePreset: 'اختر سيناريو',
  presetsLead: 'ينطلق كل سيناريو من الوضع القائم ويحرّك المُدخلات التي يذكرها.',
  undo: 'تراجع',
  redo: 'إعادة',
  reset: 'استعادة',
  resetAll: 'إعادة جميع المُدخلات إلى الوضع القائم',
  nav: {
    label: 'صفحات الموقع',
    desk: 'مكتب السيناريوهات',
    briefing: 'الإحاطة',
    model: 'النموذج',
    compare: 'المقارنة',
    explore: 'الاستكشاف'
  },
  share: 'نسخ الرابط',
  more: 'المزيد',
  theme: 'المظهر',
  themes: { system: 'كما في الجهاز', light: 'فاتح', dark: 'داكن' },
  otherLanguage: 'English',
  otherLanguageLabel: 'English: اقرأ هذه الصفحة بالإنجليزية',
  close: 'إغلاق',
  dismiss: 'إخفاء',
  notFoundTitle: 'لا توجد صفحة على هذا العنوان',
  notFoundText: 'قد يكون الرابط قديمًا أو فيه خطأ. تجد في لوحة العمل كل ما يعرضه هذا الموقع.',
  errorTitle: 'تعذّر عرض هذه الصفحة',
  errorText: 'قد تفيد إعادة التحميل. لم يضع شيء مما حفظته.',
  toDesk: 'إلى لوحة العمل',
  modelVersion: (id, version) => `النموذج ${id}، الإصدار ${version}`,
  about: 'عن النموذج',
  noScript: 'تعرض الأشكال الوضع القائم. يتطلب تحريك المُدخلات تشغيل JavaScript.'
};
