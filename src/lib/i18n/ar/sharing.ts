import type { Catalogue } from '../catalogue';

export const sharing: Catalogue['sharing'] = {
  copied: 'نُسخ الرابط. يفتح هذا السيناريو بالأرقام نفسها.',
  copyByHand: 'انسخ هذا الرابط',
  copyByHandLead: 'لم يسمح المتصفح للصفحة بالنسخ من تلقاء نفسها.',
  opened: 'السيناريو المرتبط مفتوح.',
  sameResult: 'النتيجة هي نفسها وقت إنشاء الرابط.',
  otherResult: 'تختلف النتيجة عمّا كانت عليه وقت إنشاء الرابط: تغيّر النموذج منذ ذلك الحين.',
  olderVersion: (version) => `أُعدّ هذا الرابط بالإصدار ${version} من النموذج، وبه تُحسب الأرقام هنا.`,
  versionSame: (version) => `يعطي الإصدار الحالي ${version} الأرقام الرئيسية نفسها لهذا السيناريو.`,
  versionDiffers: 'تغيّر النموذج منذ ذلك الحين، وهذا هو الفرق في سيناريو الرابط.',
  version: (version) => `الإصدار ${version}`,
  difference: 'الفرق',
  toVersion: (version) => `المتابعة بالإصدار ${version}`,
  notices: 'تعذّر تطبيق جزء من الرابط.',
  noticesLead: 'وما سواه معروض.',
  draftFound: 'تركتَ هنا سيناريو لم يكتمل.',
  draftRestore: 'افتحه',
  draftDiscard: 'اتركه',
  runStopped: 'توقف التشغيل',
  runStoppedText: (quantity, value, month) =>
    `خرج «${quantity}» عن نطاق الأعداد المنتهية (${value}) في ${month}. تعرض الأشكال آخر تشغيل اكتمل.`,
  runStoppedEquation: 'معادلته',
  runStoppedAdvice: 'تراجع عن آخر تغيير، أو أعد المُدخل الذي غيّرته نحو قيمته الأصلية.',
  simulatorFailed: 'تعذّر تشغيل المحاكي',
  simulatorFailedText: 'تعرض الأشكال آخر تشغيل اكتمل. السيناريو محفوظ.',
  tryAgain: 'أعد المحاولة'
};
