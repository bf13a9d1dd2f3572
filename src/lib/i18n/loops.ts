import { loops as ar } from './ar/loops';
import { pageWords } from './catalogue';
import { loops as en } from './en/loops';

/** The texts of the page of causal loops. */
export const loopsWords = pageWords(en, ar);
