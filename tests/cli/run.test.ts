import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder, mizan, readCsv, write } from './terminal';

/** `mizan run` from outside: what goes in, what comes out. Reference figures are those of the model's golden run. */
const quo = mizan(['run', 'status_quo', '--csv']);
const table = readCsv(quo.out);

function last(id: string, args: readonly string[]): number {
  const { out, err } = mizan(['run', ...args]);
  const values = out === '' ? [] : readCsv(out).column(id);
  const value = values[values.length - 1];
  if (value === undefined) throw new Error(err);
  return value;
}

describe('mizan run <preset>', () => {
  it('writes one row a month and nothing else', () => {
    expect(quo.code).toBe(0);
    expect(quo.err).toBe('');
    expect(table.rows).toHaveLength(121);
    expect(table.header[0]).toBe('month');
    expect([table.rows[0]?.[0], table.rows[3]?.[0], table.rows[120]?.[0]]).toEqual(['2024-10', '2025-01', '2034-10']);
  });

  it('writes every saved variable once, by its id, outputs first', () => {
    expect(table.header[1]).toBe('stability_index');
    expect(new Set(table.header).size).toBe(table.header.length);
    for (const id of [
      'influence_share.us.east',
      'influence_share.egypt_uae.east',
      'national_influence.russia',
      'influence_capital.us.east',
      'trust',
      'hazard_term.militias',
      'war_legacy'
    ]) {
      expect(table.header, id).toContain(id);
    }
    expect(table.rows.every((row) => row.length === table.header.length)).toBe(true);
  });

  it('writes 17 significant digits that give back the same number', () => {
    const cells = table.rows.flatMap((row) => row.slice(1));
    const significant = (cell: string): string => cell.replace(/e.*$/, '').replace(/[-.]/g, '').replace(/^0+/, '');
    const odd = cells.filter((cell) => Number(cell) !== 0 && significant(cell).length !== 17);
    expect(odd).toEqual([]);
    expect(
      cells.every((cell) => Number.isFinite(Number(cell)) && Number(Number(cell).toPrecision(17)) === Number(cell))
    ).toBe(true);
  });

  it('gives the figures of the golden run', () => {
    expect(table.column('stability_index')[0]).toBeCloseTo(38.936292968188155, 9);
    expect(table.column('stability_index')[120]).toBeCloseTo(39.72412267727066, 9);
    expect(table.column('influence_share.us.east')[120]).toBeCloseTo(0.1125735198187773, 11);
    expect(last('stability_index', ['force_and_border'])).toBeCloseTo(48.38568935554692, 9);
    expect(last('stability_index', ['force_and_border', '--method', 'rk4'])).toBeCloseTo(48.383087138278334, 9);
  });

  it('gives the same bytes again', () => {
    expect(mizan(['run', 'status_quo']).out).toBe(quo.out);
  });

  it('writes the outputs alone where asked', () => {
    const { out } = mizan(['run', 'status_quo', '--save', 'outputs']);
    expect(readCsv(out).header).toHaveLength(47);
    expect(readCsv(out).header).toEqual(table.header.slice(0, 47));
  });
});

describe('mizan run: options', () => {
  const forceFirst = 43.72500765418242;

  it('--set moves an input from a month over a ramp', () => {
    expect(last('stability_index', ['status_quo', '--set', 'unified_force=80~2025-01~24'])).toBeCloseTo(forceFirst, 9);
  });

  it('--set on a composite and on its members are the same, in any order', () => {
    const together = last('stability_index', ['unified_force_first', '--set', 'border_coordination=80~2025-01~24']);
    expect(together).toBeCloseTo(48.38568935554692, 9);
    const members = ['sudan', 'chad', 'niger'].flatMap((segment) => ['--set', `border_${segment}=80~2025-01~24`]);
    expect(last('stability_index', ['unified_force_first', ...members])).toBe(together);
    const own = ['--set', 'border_sudan=0'];
    const composite = ['--set', 'border_coordination=80'];
    expect(last('border_control.sudan', ['status_quo', ...own, ...composite])).toBe(
      last('border_control.sudan', ['status_quo', ...composite, ...own])
    );
  });

  it('--set starts at the first month without a ramp where they are left off', () => {
    const short = last('stability_index', ['status_quo', '--set', 'unified_force=80']);
    expect(short).toBe(last('stability_index', ['status_quo', '--set', 'unified_force=80~2024-10~0']));
    expect(short).toBe(last('stability_index', ['status_quo', '--set', 'unified_force=80~2024-10']));
    expect(short).not.toBe(table.column('stability_index')[120]);
  });

  it('--set repeated for an input adds a ramp', () => {
    const up = ['status_quo', '--set', 'unified_force=80~2025-01~24'];
    expect(last('unified_force_strength', [...up, '--set', 'unified_force=0~2028-01'])).toBeLessThan(
      last('unified_force_strength', up) - 0.05
    );
  });

  it('--param, --initial and --switch change what they name', () => {
    const base = table.column('influence_share.us.east')[120];
    expect(last('influence_share.us.east', ['status_quo', '--param', 'contest_decisiveness=1.5'])).not.toBe(base);
    const { out } = mizan(['run', 'status_quo', '--initial', 'trust=0.4']);
    expect(readCsv(out).column('trust')[0]).toBe(0.4);
  });

  it('--param outside its range is used, with a warning', () => {
    const { code, out, err } = mizan(['run', 'status_quo', '--param', 'contest_decisiveness=2.5']);
    expect(code).toBe(0);
    expect(err).toMatch(/^mizan: warning: --param contest_decisiveness: 2\.5 is outside its range of 0\.8 to 1\.8/);
    const inside = mizan(['run', 'status_quo', '--param', 'contest_decisiveness=1.8']).out;
    expect(readCsv(out).column('influence_share.us.east')[120]).not.toBe(
      readCsv(inside).column('influence_share.us.east')[120]
    );
  });

  it('--from and --until choose the months, also beyond the end of the model', () => {
    const part = readCsv(mizan(['run', 'status_quo', '--from', '2026-01', '--until', '2027-12']).out);
    expect(part.rows.map(([month]) => month)).toEqual([...table.rows.map(([month]) => month)].slice(15, 39));
    expect(part.cell('stability_index', '2026-05')).toBe(table.cell('stability_index', '2026-05'));
    const long = readCsv(mizan(['run', 'status_quo', '--until', '2050-01']).out);
    expect(long.rows[long.rows.length - 1]?.[0]).toBe('2050-01');
    expect(long.cell('stability_index', '2034-10')).toBe(table.cell('stability_index', '2034-10'));
    const later = readCsv(mizan(['run', 'status_quo', '--until', '2050-01', '--set', 'unified_force=80~2040-01']).out);
    expect(later.cell('stability_index', '2039-12')).toBe(long.cell('stability_index', '2039-12'));
    expect(later.cell('stability_index', '2050-01')).not.toBe(long.cell('stability_index', '2050-01'));
  });

  it('--steps refines the grid', () => {
    const fine = last('stability_index', ['status_quo', '--steps', '64']);
    expect(fine).not.toBe(table.column('stability_index')[120]);
    expect(fine).toBeCloseTo(39.72414, 3);
  });

  it('--out writes the same bytes to a file and nothing to the terminal', () => {
    inFolder((folder) => {
      const { code, out } = mizan(['run', 'status_quo', '--out', 'months.csv'], { folder });
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(readFileIn(folder, 'months.csv')).toBe(quo.out);
      expect(namesIn(folder)).toEqual(['months.csv']);
    });
  });
});

describe('mizan run: JSON', () => {
  it('says what was run and gives the same numbers', () => {
    const { out } = mizan(['run', 'force_and_border', '--json']);
    const result = JSON.parse(out) as {
      model: { id: string; version: string };
      fingerprint: string;
      link: string;
      months: string[];
      units: Record<string, string>;
      values: Record<string, number[]>;
    };
    expect(result.model).toEqual({ id: 'libya', version: '1.0.0' });
    expect(result.fingerprint).toMatch(/^[0-9a-z]{13}$/);
    expect(result.months).toHaveLength(121);
    expect(result.values.stability_index).toEqual(
      readCsv(mizan(['run', 'force_and_border']).out).column('stability_index')
    );
    expect(Object.keys(result.units)).toEqual(Object.keys(result.values));
    const again = JSON.parse(mizan(['run', result.link, '--json']).out) as typeof result;
    expect(again.values).toEqual(result.values);
    expect(again.fingerprint).toBe(result.fingerprint);
  });

  it('gives no link where a link could not carry the scenario', () => {
    const linkOf = (...args: string[]): unknown =>
      (JSON.parse(mizan(['run', 'status_quo', '--json', ...args]).out) as { link: string | null }).link;
    expect(linkOf('--param', 'contest_decisiveness=2.5')).toBeNull();
    expect(linkOf('--until', '2040-01')).toBeNull();
    expect(linkOf('--until', '2030-01')).toBe('m=libya@1.0.0&until=2030-01');
  });

  it('has a fingerprint of the outputs, whatever is saved and printed', () => {
    const fingerprintOf = (...args: string[]): unknown =>
      (JSON.parse(mizan(['run', 'status_quo', '--json', ...args]).out) as { fingerprint: string }).fingerprint;
    const all = fingerprintOf();
    expect(fingerprintOf('--save', 'outputs')).toBe(all);
    expect(fingerprintOf('--from', '2030-01')).toBe(all);
    expect(fingerprintOf('--set', 'russian_effort=90')).not.toBe(all);
  });
});

describe('mizan run <link> and <file>', () => {
  const direct = mizan(['run', 'status_quo', '--set', 'unified_force=80~2025-01~24', '--set', 'border_niger=60']).out;
  const query = 'm=libya@1.0.0&unified_force=80~2025-01~24&border_niger=60';

  it.each([
    ['a query', query],
    ['a query with its mark', `?${query}`],
    ['a whole address', `https://example.org/some/where/ar/?${query}`]
  ])('runs %s', (_, link) => {
    const { code, out, err } = mizan(['run', link]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(direct);
  });

  it('names what a link says that cannot be used, and runs the rest', () => {
    const { code, out, err } = mizan(['run', `${query}&unified_farce=3`]);
    expect(code).toBe(0);
    expect(err).toMatch(/^mizan: warning: .*unified_farce/);
    expect(out).toBe(direct);
  });

  it('runs a scenario file, YAML or JSON', () => {
    inFolder((folder) => {
      const yaml =
        'model: libya@1.0.0\nprofiles:\n  unified_force: { target: 80, start: 2025-01, ramp: 24 }\n  border_niger: { target: 60 }\n';
      const json = JSON.stringify({
        model: 'libya@1.0.0',
        profiles: { unified_force: { target: 80, start: '2025-01', ramp: 24 }, border_niger: { target: 60 } }
      });
      for (const path of [
        write(folder, 'a.yaml', yaml),
        write(folder, 'b.json', json),
        write(folder, 'no-extension', json)
      ]) {
        const { out, err } = mizan(['run', path]);
        expect(err).toBe('');
        expect(out).toBe(direct);
      }
      expect(mizan(['run', 'a.yaml'], { folder }).out).toBe(direct);
    });
  });
});

function readFileIn(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

function namesIn(folder: string): string[] {
  return readdirSync(folder);
}
