import { nearest } from '$lib/language';
import type { Checked } from './check-schema';
import type { Reading } from './formula';
import type { History, Observations } from './history';
import { hint } from './report';
import type { ObservedFile } from './schema';

/** Observed series: cells and sources are known, and every year lies in the span of the history. */
export function readObserved(
  { yaml, value }: Checked<ObservedFile>,
  known: { readonly history: History; readonly sources: readonly string[] },
  { names, report }: Reading
): Observations {
  const { start } = known.history;
  const firstYear = Number(start.slice(0, 4));
  const lastYear = firstYear + Math.floor((Number(start.slice(5)) - 1 + known.history.months) / 12);
  const series = Object.entries(value.series).map(([id, { values, censored, ...about }]) => {
    const path = ['series', id];
    names.requireCell(about.cell, ['variable', 'stock'], yaml.placeOf([...path, 'cell']), report);
    about.sources.forEach((key, index) => {
      if (known.sources.includes(key)) return;
      const data = { name: key, ...hint(nearest(key, known.sources)) };
      report.error('unknown-source', yaml.placeOf([...path, 'sources', index]), data);
    });
    const points = Object.entries(values)
      .map(([year, one]) => ({ year: Number(year), value: one }))
      .sort((a, b) => a.year - b.year);
    for (const { year } of points) {
      if (firstYear <= year && year <= lastYear) continue;
      const data = { text: String(year), start: firstYear, end: lastYear };
      report.error('month-outside', yaml.keyPlaceOf([...path, 'values', String(year)]), data);
    }
    return { id, ...about, ...(censored ? { censored: censoring(censored) } : {}), points };
  });
  return {
    fit: span(value.fit),
    test: span(value.test),
    series,
    caveats: value.caveats ?? [],
    withheld: value.withheld ?? []
  };
}

function censoring({ years, interval }: NonNullable<ObservedFile['series'][string]['censored']>) {
  return { years: span(years), interval };
}

function span([first = 0, last = 0]: readonly number[]): [number, number] {
  return [first, last];
}
