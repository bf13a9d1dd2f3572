import type { Catalogue } from '../catalogue';
import { plural } from '../plural';

export const figures: Catalogue['figures'] = {
  title: 'الأشكال',
  headlineIn: (name, month) => `${name} في ${month}`,
  outOf: 'من 100',
  statusQuo: 'الوضع القائم',
  thisScenario: 'هذا السيناريو',
  against: (difference) => `${difference} مقارنةً بالوضع القائم`,
  sameAsStatusQuo: 'كما في الوضع القائم',
  asStatusQuo: 'هذا هو الوضع القائم: لم يُحرَّك أي مُدخل.',
  points: 'نقطة',
  perCentPoints: 'نقطة مئوية',
  leads: (place) => `الأكثر نفوذًا في ${place}`,
  leadsWith: (share) => `بحصة ${share}`,
  stabilityTitle: 'الاستقرار المتوقع',
  stabilitySubtitle: (range) => `مؤشر من 0 إلى 100، ${range}`,
  parts: 'أظهر الأجزاء الخمسة',
  influenceTitle: 'من يملك النفوذ',
  influenceSubtitle: (range) => `حصة كل فاعل من النفوذ في كل مكان، ${range}`,
  otherTitle: 'مُخرجات أخرى',
  otherChoose: 'المُخرَج',
  otherSubtitle: (unit, range) => `${unit}، ${range}`,
  table: 'الأرقام',
  hideTable: 'إخفاء الأرقام',
  download: 'تنزيل',
  downloadSvg: 'الشكل بصيغة SVG',
  downloadPng: 'الشكل بصيغة PNG',
  downloadCsv: 'الأرقام بصيغة CSV',
  downloadAll: 'جميع المُخرجات بصيغة CSV',
  month: 'الشهر',
  share: 'حصة النفوذ',
  index: 'مؤشر من 0 إلى 100',
  perCent: 'بالمئة',
  running: 'يجري الحساب',
  ready: (headline, value, difference) => `${headline}: ${value}، ${difference}.`,
  eventsForced: (count) =>
    plural('ar', count, {
      one: 'حدث مفروض واحد',
      two: 'حدثان مفروضان',
      few: '# أحداث مفروضة',
      many: '# حدثًا مفروضًا',
      other: '# حدث مفروض'
    }),
  sourceLine: (model, version) => `المصدر: ميزان، نموذج ${model} ${version}. سيناريو لا تنبؤ.`,
  loading: 'يظهر الشكل فور انتهاء أول تشغيل.',
  updating: 'يجري التحديث'
};
