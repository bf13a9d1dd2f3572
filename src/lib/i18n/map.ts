import { map as ar } from './ar/map';
import { pageWords } from './catalogue';
import { map as en } from './en/map';

/** The map and the month that figures share: loads with them, after the first figures. */
export const mapWords = pageWords(en, ar);
