import { futures as ar } from './ar/futures';
import { pageWords } from './catalogue';
import { futures as en } from './en/futures';

/** /explore/futures/: in which futures a goal is reached. */
export const futuresWords = pageWords(en, ar);
