import { explore as ar } from './ar/explore';
import { pageWords } from './catalogue';
import { explore as en } from './en/explore';

/** The navigation that the pages of /explore share. */
export const exploreWords = pageWords(en, ar);
