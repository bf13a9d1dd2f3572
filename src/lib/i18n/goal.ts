import { goal as ar } from './ar/goal';
import { pageWords } from './catalogue';
import { goal as en } from './en/goal';

/** /explore/goal: the cheapest way to a goal. */
export const goalWords = pageWords(en, ar);
