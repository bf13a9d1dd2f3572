import { modelPage as ar } from './ar/model-page';
import { pageWords } from './catalogue';
import { modelPage as en } from './en/model-page';

/** The texts of /model, its chapters and the documentation. */
export const modelPageWords = pageWords(en, ar);
