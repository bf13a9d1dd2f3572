import type { Locale } from '$lib/language';
import type { Notice } from './scenario';

/**
 * The texts of notices: what was not understood in a link or a file, and what would be right. Each code has both
 * languages; `{name}` stands for a datum of the notice, set apart from the direction of the sentence around it.
 */
type Texts = Readonly<Record<Locale, string>>;

const texts = {
  'link-too-long': {
    en: 'The link has {length} characters; the first {limit} were read.',
    ar: 'عدد محارف الرابط {length}، ولم يُقرأ منها إلا أول {limit}.'
  },
  'too-many-parameters': {
    en: 'The link has {count} parts; the first {limit} were read.',
    ar: 'عدد أجزاء الرابط {count}، ولم يُقرأ منها إلا أول {limit}.'
  },
  'bad-encoding': {
    en: 'The part “{text}” of the link is damaged (its percent signs cannot be read); it was left out.',
    ar: 'الجزء «{text}» من الرابط تالف (علامات النسبة المئوية فيه غير سليمة)، فلم يُؤخذ به.'
  },
  malformed: {
    en: 'What stands for “{key}” cannot be read: “{text}”. It was left out.',
    ar: 'تعذّرت قراءة ما ورد في «{key}»: «{text}»، فلم يُؤخذ به.'
  },
  'no-model': { en: 'No model is named.', ar: 'لم يُذكر اسم النموذج.' },
  'unknown-model': { en: 'There is no model “{model}” here.', ar: 'لا يوجد هنا نموذج باسم «{model}».' },
  'unknown-version': {
    en: 'Version “{asked}” of the model “{model}” is not here. Version {used} was used instead, so figures may differ.',
    ar: 'الإصدار «{asked}» من النموذج «{model}» غير متوفر هنا، فاستُخدم الإصدار {used} بدلًا منه، وقد تختلف الأرقام.'
  },
  'unknown-key': {
    en: '“{key}” is neither an input of this model nor a word of links; it was left out.',
    ar: '«{key}» ليس مُدخلًا في هذا النموذج ولا كلمة معروفة في الروابط، فلم يُؤخذ به.'
  },
  'unknown-input': {
    en: 'This model has no input “{key}”; it was left out.',
    ar: 'ليس في هذا النموذج مُدخل باسم «{key}»، فلم يُؤخذ به.'
  },
  'unknown-parameter': {
    en: 'This model has no parameter “{key}”; it was left out.',
    ar: 'ليس في هذا النموذج معامل باسم «{key}»، فلم يُؤخذ به.'
  },
  'unknown-stock': {
    en: 'This model has no stock “{key}”, so it has no initial value; it was left out.',
    ar: 'ليس في هذا النموذج مخزون باسم «{key}» لتكون له قيمة ابتدائية، فلم يُؤخذ به.'
  },
  'unknown-switch': {
    en: 'This model has no switch “{key}”; it was left out.',
    ar: 'ليس في هذا النموذج مفتاح باسم «{key}»، فلم يُؤخذ به.'
  },
  'unknown-event': {
    en: 'This model has no event “{key}”; it was left out.',
    ar: 'ليس في هذا النموذج حدث باسم «{key}»، فلم يُؤخذ به.'
  },
  'unknown-choice': {
    en: '“{key}” cannot be “{text}”; it can be one of these: {choices}.',
    ar: 'لا يصحّ أن تكون قيمة «{key}» هي «{text}»؛ والخيارات المتاحة: {choices}.'
  },
  duplicate: {
    en: '“{key}” comes more than once; the first one counts.',
    ar: 'ورد «{key}» أكثر من مرة، فاعتُمد أول ورود له.'
  },
  'not-a-number': {
    en: 'For “{key}”, “{text}” is not a number; it was left out.',
    ar: 'ما ورد في «{key}» ليس عددًا: «{text}»، فلم يُؤخذ به.'
  },
  'not-whole': {
    en: '“{key}” must be a whole number; {value} was left out.',
    ar: 'يجب أن يكون «{key}» عددًا صحيحًا بلا كسر؛ ولذلك لم يُؤخذ بالقيمة {value}.'
  },
  'bad-date': {
    en: 'For “{key}”, “{text}” is not a month. A month is written like this: 2025-01.',
    ar: 'ما ورد في «{key}» ليس شهرًا: «{text}». يُكتب الشهر هكذا: \u20682025-01\u2069.'
  },
  'date-out-of-range': {
    en: 'For “{key}”, {text} lies outside the months that can be used, {from} to {until}; it was left out.',
    ar: 'يقع التاريخ {text} في «{key}» خارج المدة المتاحة، من {from} إلى {until}، فلم يُؤخذ به.'
  },
  'value-out-of-range': {
    en: '“{key}” must lie between {minimum} and {maximum}; {value} was left out.',
    ar: 'يجب أن تقع قيمة «{key}» بين {minimum} و{maximum}؛ ولذلك لم يُؤخذ بالقيمة {value}.'
  },
  'ramp-out-of-range': {
    en: 'For “{key}”, a change takes from 0 to {maximum} months; {value} was left out.',
    ar: 'تقع مدة التغيّر في «{key}»، بالأشهر، بين 0 و{maximum}؛ ولذلك لم يُؤخذ بالمدة {value}.'
  },
  'repeated-month': {
    en: '“{key}” gives two values for the same month; it was left out.',
    ar: 'في «{key}» قيمتان للشهر نفسه، فلم يُؤخذ به.'
  },
  'too-many-pieces': {
    en: '“{key}” is more than the {limit} entries that are allowed; it was left out.',
    ar: 'يتجاوز «{key}» الحدَّ المسموح به، وهو {limit} من العناصر، فلم يُؤخذ به.'
  },
  shortened: {
    en: '“{key}” was longer than {limit} characters and was shortened.',
    ar: 'نص «{key}» أطول من الحد المسموح به، وهو {limit} من المحارف، فاختُصر.'
  },
  'bad-fingerprint': {
    en: '“{text}” is not a fingerprint, so the result cannot be compared with the sender’s.',
    ar: '«{text}» ليست بصمة سليمة، فلا يمكن مقارنة النتيجة بنتيجة المُرسِل.'
  },
  'file-too-long': {
    en: 'The file has {length} characters; a scenario has at most {limit}. It was not read.',
    ar: 'عدد محارف الملف {length}، والحد الأعلى لملف السيناريو {limit}، فلم يُقرأ.'
  },
  'file-syntax': {
    en: 'The file is neither YAML nor JSON: see line {line}, column {column}.',
    ar: 'الملف ليس بصيغة YAML ولا JSON: انظر السطر {line}، العمود {column}.'
  },
  'not-a-scenario': {
    en: 'This is no scenario. A scenario is a list of named entries such as “profiles:”.',
    ar: 'هذا ليس سيناريو؛ فالسيناريو بنود مسمّاة، مثل «\u2068profiles:\u2069».'
  },
  'bad-entry': {
    en: '“{key}” cannot be read; it is written like this: {expected}. It was left out.',
    ar: 'تعذّرت قراءة «{key}»، وصيغته الصحيحة مثل: {expected}. لم يُؤخذ به.'
  },
  'unknown-entry': {
    en: '“{key}” is no entry of a scenario; it was left out.',
    ar: '«{key}» ليس من بنود السيناريو، فلم يُؤخذ به.'
  }
} as const satisfies Readonly<Record<string, Texts>>;

export type NoticeCode = keyof typeof texts;

/** Every code that links and files can give. */
export const noticeCodes = Object.keys(texts) as readonly NoticeCode[];

const suggestion: Texts = { en: ' Did you mean “{nearest}”?', ar: ' هل المقصود «{nearest}»؟' };

/** Keeps a datum's own direction: always in Arabic, in English only where the datum itself runs from right to left. */
function isolate(datum: string, locale: Locale): string {
  return locale === 'ar' || /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(datum) ? `\u2068${datum}\u2069` : datum;
}

/** The notice as a sentence. An unknown code is shown as itself, so that nothing goes unsaid. */
export function describeNotice(notice: Notice, locale: Locale): string {
  const known: Readonly<Record<string, Texts>> = texts;
  const template = Object.hasOwn(known, notice.code) ? known[notice.code]?.[locale] : undefined;
  const hint = Object.hasOwn(notice.data, 'nearest') ? suggestion[locale] : '';
  return `${template ?? notice.code}${hint}`.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(notice.data, name) ? isolate(String(notice.data[name]), locale) : whole
  );
}
