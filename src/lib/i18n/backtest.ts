import { backtest as ar } from './ar/backtest';
import { pageWords } from './catalogue';
import { backtest as en } from './en/backtest';

/** /model/backtest. */
export const backtestWords = pageWords(en, ar);
