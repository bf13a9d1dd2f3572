import { sensitivity as ar } from './ar/sensitivity';
import { pageWords } from './catalogue';
import { sensitivity as en } from './en/sensitivity';

/** /explore: what an output hangs on. */
export const sensitivityWords = pageWords(en, ar);
