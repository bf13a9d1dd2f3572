import { skillRows, yearRows, type BacktestRow } from '$lib/analysis';
import type { Table } from '$lib/charts';
import { backtestWords, type Locale } from '$lib/i18n';
import { seriesOf } from './figures';
import type { BacktestView } from './view';

/** The rows of a backtest as tables for files: columns keep their ids, so that both languages and the command line agree. */
export function skillTable(view: BacktestView, locale: Locale): Table {
  return toTable(skillRows(view, view.observed), backtestWords(locale).skillTitle);
}

export function yearTable(view: BacktestView, locale: Locale): Table {
  return toTable(yearRows(view, view.observed), backtestWords(locale).tableTitle);
}

function toTable(rows: readonly BacktestRow[], caption: string): Table {
  const ids = Object.keys(rows[0] ?? {});
  return {
    caption,
    columns: ids.map((id) => ({ id, label: id, unit: '' })),
    rows: rows.map((row) => ids.map((id) => row[id] ?? ''))
  };
}

/** What a file says before its rows: what it is, and whose the series are. */
export function headerOf(view: BacktestView, locale: Locale): readonly string[] {
  const words = backtestWords(locale);
  const { title, version } = view.model;
  return [
    words.csvHeader(title, version),
    words.csvUnits,
    ...view.series.map(({ id }) => {
      const { sources, licence } = seriesOf(view, id);
      const citations = sources.map((key) => view.sources[key]?.citation ?? key).join('; ');
      return words.csvSource(id, `${citations.replace(/\.$/, '')}.`, licence.name);
    })
  ];
}
