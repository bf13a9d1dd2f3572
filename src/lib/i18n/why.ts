import { why as ar } from './ar/why';
import { pageWords } from './catalogue';
import { why as en } from './en/why';

/** Why a figure changed: loads when a person comes near. */
export const whyWords = pageWords(en, ar);
