import { checks as ar } from './ar/checks';
import { pageWords } from './catalogue';
import { checks as en } from './en/checks';

/** The page of the behaviour checks. */
export const checksWords = pageWords(en, ar);
