import type { Widened } from '../catalogue';
import type { evidence as en } from '../en/evidence';

export const evidence: Widened<typeof en> = {
  label: 'ما يستند إليه النموذج',
  aboutName: 'المعادلة والمصادر وأين يُستعمل',
  pages: {
    model: 'المعادلات والمعاملات',
    loops: 'حلقات التغذية الراجعة',
    checks: 'فحوص السلوك',
    backtest: 'الاختبار بأثر رجعي',
    message: 'حساسية الخلاصة',
    documentation: 'التوثيق'
  }
};
