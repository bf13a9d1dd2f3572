import { evidence as ar } from './ar/evidence';
import { pageWords } from './catalogue';
import { evidence as en } from './en/evidence';

/** The navigation that the pages below the model share. */
export const evidenceWords = pageWords(en, ar);
