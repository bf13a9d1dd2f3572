import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backtest, skillRows } from '$lib/analysis';
import { compile } from '$lib/engine';
import { loadFolder } from '../libya/load';
import { mizanHere, openFolder, readCsv } from './terminal';

/** `mizan backtest`: the figures of the page, since both come from the same rows. */
describe('mizan backtest', () => {
  const bundle = loadFolder('models/libya');
  const data = bundle.backtest!;
  const rows = skillRows(backtest(bundle.model, compile(bundle.model), data), data.observed);

  it('prints skill in the test and in the fit, two digits', async () => {
    const { code, out, err } = await mizanHere(['backtest']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [header, ...lines] = out.split('\n');
    expect(header).toMatch(/^series +verdict +test +carried +trend +last year +fit /);
    const deaths = lines.find((line) => line.startsWith('conflict_deaths'))!;
    expect(deaths.split(/\s{2,}/)).toEqual([
      'conflict_deaths',
      'usable',
      '5',
      '+0.62',
      '+0.72',
      '-0.65',
      '8',
      '+0.44',
      '+0.08',
      '+0.36',
      '+0.90',
      '7/9'
    ]);
    expect(out).toContain('1.01 onsets expected over 117 months of peace, 2 happened');
  });

  it('writes the very numbers that the page has', async () => {
    let written: string;
    let years: string;
    const { folder, remove } = openFolder();
    try {
      const files = ['--csv', join(folder, 'skill.csv'), '--years', join(folder, 'years.csv')];
      expect(await mizanHere(['backtest', 'models/libya', ...files])).toEqual({ code: 0, out: '', err: '' });
      written = readFileSync(join(folder, 'skill.csv'), 'utf8');
      years = readFileSync(join(folder, 'years.csv'), 'utf8');
    } finally {
      remove();
    }
    const { header, rows: lines } = readCsv(written);
    expect(header).toEqual(Object.keys(rows[0]!));
    lines.forEach((line, index) => {
      const row = Object.values(rows[index]!);
      line.forEach((cell, column) => {
        const value = row[column]!;
        if (typeof value === 'number') expect(Number(cell), `${header[column]} of ${line[0]}`).toBe(value);
        else expect(cell).toBe(value ?? '');
      });
    });
    expect(lines.length).toBe(rows.length);
    const table = readCsv(years);
    expect(table.header.slice(0, 4)).toEqual(['series', 'year', 'period', 'observed']);
    expect(table.rows.length).toBe(data.observed.series.reduce((sum, { points }) => sum + points.length, 0));
  });

  it('gives the same as JSON', async () => {
    const { out } = await mizanHere(['backtest', '--json']);
    const said = JSON.parse(out) as { series: unknown; fit: unknown; test: unknown };
    expect(said.series).toEqual(rows);
    expect([said.fit, said.test]).toEqual([
      [2012, 2019],
      [2020, 2024]
    ]);
  });

  it('refuses a model that has no history, in both languages', async () => {
    const { code, out, err } = await mizanHere(['backtest', 'models/teaching/decay']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('models/teaching/decay has no history.yaml');
    expect((await mizanHere(['backtest', 'models/teaching/decay', '--lang', 'ar'])).err).toContain('ليس في');
  });
});
