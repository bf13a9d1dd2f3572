import type { Widened } from '../catalogue';
import type { explore as en } from '../en/explore';

export const explore: Widened<typeof en> = {
  label: 'سبل الاستكشاف',
  pages: {
    matters: 'ما الأكثر تأثيرًا',
    futures: 'أي مستقبل',
    goal: 'بلوغ هدف'
  }
};
