import type { Widened } from '../catalogue';
import type { sensitivity as en } from '../en/sensitivity';

export const sensitivity: Widened<typeof en> = {
  title: 'ما المؤثر',
  pageTitle: (model) => `ما المؤثر · ${model} · ميزان`,
  pageDescription: (model) =>
    `ما تتوقف عليه نواتج نموذج ${model}: فرز أولي، وأنصبة من التباين، ومدى التأرجح، على جميع المدخلات والكميات غير المؤكدة.`,
  lead: 'يُحرَّك كل مدخل وكل رقم غير مؤكد في النموذج على مداه، والكثير منها معًا. عندئذ يمكن قياس ما يتوقف عليه الناتج، منفردًا ومجتمعًا مع غيره.'
};
