import { briefing as ar } from './ar/briefing';
import { pageWords } from './catalogue';
import { briefing as en } from './en/briefing';

/** The page of the briefing. */
export const briefingWords = pageWords(en, ar);
