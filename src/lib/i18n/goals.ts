import { goals as ar } from './ar/goals';
import { pageWords } from './catalogue';
import { goals as en } from './en/goals';

/** Goals, on every page that asks for them. */
export const goalsWords = pageWords(en, ar);
