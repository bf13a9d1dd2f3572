import { compare as ar } from './ar/compare';
import { pageWords } from './catalogue';
import { compare as en } from './en/compare';

/** The page that sets scenarios side by side. */
export const compareWords = pageWords(en, ar);
