import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { backtest } from '$lib/analysis';
import { compile } from '$lib/engine';
import type { BacktestView } from '$lib/evidence';
import SkillTable from '../../src/lib/evidence/backtest/SkillTable.svelte';
import { headerOf, skillTable, yearTable } from '../../src/lib/evidence/backtest/tables';
import { loadFolder } from '../libya/load';
import { mizanHere } from './terminal';

/** The table that /model/backtest/ shows, rendered as the site is built, beside what `mizan backtest` prints. */
const bundle = loadFolder('models/libya');
const { history, observed } = bundle.backtest!;
const { series, hazard } = backtest(bundle.model, compile(bundle.model), bundle.backtest!);
const view: BacktestView = {
  model: { title: bundle.texts.en.title, version: bundle.model.version },
  history,
  observed,
  series,
  hazard,
  columns: {},
  inputs: [],
  sources: Object.fromEntries(bundle.sources.map((source) => [source.key, source])),
  names: {}
};

/** Texts of the cells of every series' row, its name left out. */
function rowsOf(html: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...html.matchAll(/<tr data-series="(\w+)"[^>]*>(.*?)<\/tr>/gs)].map(([, id = '', row = '']) => [
      id,
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell.replace(/<!--.*?-->/gs, '').trim())
    ])
  );
}

describe('the page of the backtest', () => {
  it('shows the figures that the command prints', async () => {
    const shown = rowsOf(render(SkillTable, { props: { view, locale: 'en' } }).body);
    const { out } = await mizanHere(['backtest']);
    const printed = out
      .split('\n\n')[0]!
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s{2,}/));
    expect(printed.map(([id]) => id)).toEqual([...shown.keys()]);
    for (const [id, ...cells] of printed) {
      const page = shown.get(id!)!.map((cell) => cell.replace('−', '-').replace(' of ', '/'));
      expect(page, id).toEqual(cells);
    }
  });

  it('shows the same numbers in Arabic', () => {
    const [en, ar] = (['en', 'ar'] as const).map((locale) =>
      [...rowsOf(render(SkillTable, { props: { view, locale } }).body).values()].map((cells) =>
        cells.slice(1, -1).map((cell) => cell.replace(/[\u200e\u200f\u061c]/g, ''))
      )
    );
    expect(ar).toEqual(en);
  });

  it('saves a row for every series and for every year, with source and licence of each', () => {
    const table = skillTable(view, 'en');
    expect(table.rows.map(([id]) => id)).toEqual(series.map(({ id }) => id));
    expect(yearTable(view, 'ar').rows.length).toBe(observed.series.reduce((sum, { points }) => sum + points.length, 0));
    const header = headerOf(view, 'en').join('\n');
    for (const { id } of observed.series) expect(header).toContain(`${id}: `);
    for (const { licence } of observed.series) expect(header).toContain(licence.name);
  });
});
