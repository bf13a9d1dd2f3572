import { message as ar } from './ar/message';
import { pageWords } from './catalogue';
import { message as en } from './en/message';

/** The page on the sensitivity of the message. */
export const messageWords = pageWords(en, ar);
