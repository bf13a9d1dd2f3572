import type { Widened } from '../catalogue';
import type { goals as en } from '../en/goals';

export const goals: Widened<typeof en> = {
  heading: 'الهدف',
  all: 'يُشترط تحققها جميعًا.',
  row: (place) => `الهدف ${place}`,
  output: (row) => `${row}: الناتج`,
  side: (row) => `${row}: جهة المستوى`,
  level: (row) => `${row}: المستوى`,
  month: (row) => `${row}: الشهر`,
  year: (row) => `${row}: السنة`,
  sides: { above: 'لا يقل عن', below: 'لا يزيد على' },
  in: 'في',
  and: 'و',
  headline: 'النواتج الرئيسة',
  now: (value) => `من دون تغيير: ${value}`,
  add: 'أضف هدفًا',
  remove: (row) => `احذف: ${row}`,
  said: (output, side, level, date) => `«${output}» ${side} ${level} في ${date}`,
  join: ' و',
  units: { index: 'من 100', share: '%', percent: '%' },
  problems: {
    form: (text) => `«${text}» ليس هدفًا؛ اكتبه بصيغة output>55@2034-10 أو output<55@2034-10.`,
    output: (text, nearest) => `لا ناتج باسم «${text}»${nearest === '' ? '' : `؛ لعل المقصود «${nearest}»`}.`,
    date: (text, first, last) => `«${text}»: اكتب شهرًا من ${first} إلى ${last}.`
  }
};
