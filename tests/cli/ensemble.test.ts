import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, it } from 'vitest';
import { EnsembleSummary } from '$lib/analysis';
import { parseScenario, statusQuo, withEnsemble, withSettings } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { bandsCsv } from '../../src/cli/ensemble/bands-csv';
import { loadFolder } from '../libya/load';
import { mizan, openFolder, readCsv, start } from './terminal';

/**
 * `mizan ensemble` and `mizan merge` from outside. One ensemble is computed as a whole, once; every other way of dividing
 * the same work has to give the very same files.
 */
const { folder, remove } = openFolder();
afterAll(remove);

const plan = [
  ...['ensemble', 'force_and_border', '--runs', '400', '--seed', '5', '--uncertainty', 'narrow', '--shocks', 'on'],
  ...['--reference', 'status_quo', '--outputs', 'stability_index,trust', '--until', '2029-10'],
  ...['--threshold', 'stability_index>45@2029-10', '--threshold', 'stability_index<35@..24'],
  ...['--threshold', 'conflict_relapse@..60', '--threshold', 'national_influence.russia > 0.1']
];

interface Written {
  readonly csv: string;
  readonly json: string;
  readonly runs: Buffer;
}

function files(name: string): readonly string[] {
  return ['--csv', path(`${name}.csv`), '--json', path(`${name}.json`), '--all', path(`${name}.parquet`)];
}

function path(name: string): string {
  return join(folder, name);
}

function written(name: string): Written {
  const text = (ending: string): string => readFileSync(path(`${name}${ending}`), 'utf8');
  return { csv: text('.csv'), json: text('.json'), runs: readFileSync(path(`${name}.parquet`)) };
}

function compute(name: string, ...more: readonly string[]): Written {
  const { code, out, err } = mizan([...plan, ...files(name), ...more]);
  expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
  return written(name);
}

function expectSame(found: Written, expected: Written): void {
  expect(found.csv).toBe(expected.csv);
  expect(found.json).toBe(expected.json);
  expect(found.runs.equals(expected.runs)).toBe(true);
}

interface Summary {
  readonly plan: Readonly<Record<string, unknown>>;
  readonly fingerprint: string;
  readonly link: string;
  readonly runs: number;
  readonly failed: { readonly runs: number };
  readonly thresholds: readonly {
    readonly id: string;
    readonly probability: number;
    readonly interval_95: readonly [number, number];
    readonly hits: number;
    readonly of: number;
    readonly first_passage?: Readonly<Record<string, number>>;
    readonly never?: number;
  }[];
  readonly events: readonly { readonly event: string; readonly strokes: number }[];
}

interface Row extends Record<string, unknown> {
  readonly run: number;
  readonly month: string;
}

async function readRuns(name: string): Promise<Row[]> {
  return (await parquetReadObjects({ file: await asyncBufferFromFile(path(name)) })) as Row[];
}

const whole = compute('whole', '--workers', '2');
const summary = JSON.parse(whole.json) as Summary;
const table = readCsv(whole.csv);
const months = 61;

describe('mizan ensemble', () => {
  it('writes a row for each output and month, with quantiles in ascending order', () => {
    expect(table.header).toEqual([
      ...['month', 'output', 'p05', 'p25', 'p50', 'p75', 'p95', 'mean'],
      ...['diff_p05', 'diff_p25', 'diff_p50', 'diff_p75', 'diff_p95', 'diff_mean', 'share_above', 'share_below']
    ]);
    expect(table.rows).toHaveLength(2 * months);
    expect(table.rows[0]?.slice(0, 2)).toEqual(['2024-10', 'stability_index']);
    expect(table.rows[2 * months - 1]?.slice(0, 2)).toEqual(['2029-10', 'trust']);
    const lines = ['p05', 'p25', 'p50', 'p75', 'p95'].map((name) => table.column(name));
    for (let row = 0; row < table.rows.length; row++) {
      const values = lines.map((line) => line[row]!);
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
    expect(table.column('p95')[months - 1]! - table.column('p05')[months - 1]!).toBeGreaterThan(1);
  });

  it('writes every run, in ascending order, as the bands have it', async () => {
    const rows = await readRuns('whole.parquet');
    expect(rows).toHaveLength(400 * months);
    expect(rows.map(({ run }) => run)).toEqual(rows.map((_, at) => Math.floor(at / months)));
    const last = rows.filter(({ month }) => month === '2029-10').map((row) => row['stability_index'] as number);
    const ordered = [...last].sort((a, b) => a - b);
    // The median of 400 values lies half way between the 200th and the 201st.
    expect(table.column('p50')[months - 1]).toBe(ordered[199]! + 0.5 * (ordered[200]! - ordered[199]!));
    const sum = last.reduce((total, value) => total + value, 0);
    expect(table.column('mean')[months - 1]).toBeCloseTo(sum / 400, 10);
    const above = last.filter((value) => value > 45).length;
    expect(summary.thresholds[0]).toMatchObject({ hits: above, of: 400, probability: above / 400 });
  });

  it('tells in JSON what was run, and how sure each probability is', () => {
    expect(summary.plan).toEqual({ runs: 400, seed: 5, uncertainty: 'narrow', sampling: 'random', shocks: true });
    expect(summary).toMatchObject({ runs: 400, failed: { runs: 0 } });
    expect(summary.fingerprint).toMatch(/^[0-9a-z]{13}$/);
    for (const { probability, interval_95, hits, of } of summary.thresholds) {
      expect(probability).toBe(hits / of);
      expect(interval_95[0]).toBeLessThanOrEqual(probability);
      expect(interval_95[1]).toBeGreaterThanOrEqual(probability);
    }
    const relapse = summary.thresholds[2]!;
    const passages = Object.values(relapse.first_passage ?? {}).reduce((sum, count) => sum + count, 0);
    expect(passages + relapse.never!).toBe(400);
    expect(relapse.hits).toBeGreaterThan(0);
    expect(summary.events.find(({ event }) => event === 'conflict_relapse')?.strokes).toBeGreaterThan(0);
  });

  it('writes the same runs as CSV', async () => {
    const { code } = mizan([...plan, '--all', path('runs.csv')]);
    expect(code).toBe(0);
    const [header, ...lines] = readFileSync(path('runs.csv'), 'utf8').trimEnd().split('\n');
    expect(header).toBe('run,month,stability_index,trust');
    const rows = await readRuns('whole.parquet');
    const asText = ({ run, month, ...outputs }: Row): string =>
      [run, month, ...Object.values(outputs).map((value) => (value as number).toPrecision(17))].join(',');
    expect(lines).toEqual(rows.map(asText));
  });

  it('keeps a row group to a block of runs, and says which runs it holds', async () => {
    const metadata = await parquetMetadataAsync(await asyncBufferFromFile(path('whole.parquet')));
    expect(metadata.num_rows).toBe(BigInt(400 * months));
    const ends = metadata.row_groups.map(({ columns }) => columns[0]?.meta_data?.statistics);
    expect(ends.map((statistics) => statistics?.min_value)).toEqual(ends.map((_, block) => 16 * block));
    expect(ends[ends.length - 1]?.max_value).toBe(399);
  });

  it('takes its plan from a link, and writes the bands to standard output', () => {
    const { code, out, err } = mizan(['ensemble', summary.link, ...plan.slice(plan.indexOf('--reference'))]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(whole.csv);
  });

  it('has the bands that the simulator of the pages gives', async () => {
    const { model, presets } = loadFolder('models/libya');
    const preset = presets.find(({ id }) => id === 'force_and_border')!;
    const { scenario: whatIf } = parseScenario(preset.document, model);
    const draws = { runs: 400, seed: 5, uncertainty: 'narrow', chance: true } as const;
    const scenario = withEnsemble(model, withSettings(model, whatIf!, { months: months - 1 }), draws);
    const simulator = directSimulator();
    await simulator.open(model);
    const reference = { ...statusQuo(model), settings: scenario.settings };
    const outputs = ['stability_index', 'trust'];
    const { result, bytes } = await simulator.ensemble(scenario, { outputs, reference, bytes: true });
    simulator.close();
    const means = EnsembleSummary.fromBytes(bytes!).means();
    expect(bandsCsv(result, means, model.time.start, outputs)).toBe(whole.csv);
  });

  it('says on request how fast it was', () => {
    const { err } = mizan(['ensemble', 'status_quo', '--runs', '20', '--outputs', 'trust', '--verbose']);
    expect(err).toMatch(/^mizan: 20 runs in .* a second; \d+ threads?, wasm; peak memory \d+ MiB\n$/);
  });
});

describe('mizan ensemble without --state', () => {
  it('keeps nothing of a command that was asked to stop, and says so', async () => {
    const { child, ended } = start([...plan, '--runs', '100000', '--all', path('gone.csv')]);
    while (!existsSync(path('gone.csv.part')) && child.exitCode === null) await soon();
    // The file is there before the threads are: the wish to stop is heard once they work.
    while (statSync(path('gone.csv.part')).size < 10_000 && child.exitCode === null) await soon();
    child.kill('SIGTERM');
    const { code, err } = await ended;
    expect(code).toBe(130);
    expect(err).toMatch(/^mizan: stopped; nothing is kept/);
    expect(readdirSync(folder).filter((name) => /^gone/.test(name))).toEqual([]);
  });
});

describe('the same bytes', () => {
  it.each(['1', '3'])('from %s threads', (workers) => {
    expectSame(compute(`threads-${workers}`, '--workers', workers), whole);
  });

  it('from 4 shards, merged in any order', () => {
    const names = [1, 2, 3, 4].map((index) => {
      const name = path(`${index}.mizan`);
      const { code, err } = mizan([...plan, '--all', 'runs.parquet', '--shard', `${index}/4`, '--out', name]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      return name;
    });
    const { code, err } = mizan(['merge', ...[2, 0, 3, 1].map((i) => names[i]!), ...files('merged')]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expectSame(written('merged'), whole);
  });

  it('from a command that was killed and resumed', async () => {
    const args = [...plan, ...files('killed'), '--state', path('killed.state'), '--save-every', '0', '--workers', '1'];
    const { child, ended } = start(args);
    while (!existsSync(path('killed.state')) && child.exitCode === null) await soon();
    child.kill('SIGKILL');
    expect(await ended).toMatchObject({ signal: 'SIGKILL' });
    expect(existsSync(path('killed.parquet'))).toBe(false);
    const { code, err } = mizan([...args, '--resume']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expectSame(written('killed'), whole);
  });

  it('from a command that was asked to stop, which says how to go on', async () => {
    const args = [
      ...plan,
      ...files('stopped'),
      '--state',
      path('stopped.state'),
      '--save-every',
      '0',
      '--workers',
      '1'
    ];
    const { child, ended } = start(args);
    while (!existsSync(path('stopped.state')) && child.exitCode === null) await soon();
    child.kill('SIGINT');
    const { code, err } = await ended;
    expect(code).toBe(130);
    expect(err).toMatch(/^mizan: stopped after \d+ runs, which .*stopped\.state keeps; .*--resume/);
    expect(mizan([...args, '--resume', '--workers', '2'])).toMatchObject({ code: 0, err: '' });
    expectSame(written('stopped'), whole);
  });

  it('from a state that is complete already', () => {
    const before = written('stopped');
    const args = [...plan, ...files('stopped'), '--state', path('stopped.state'), '--resume'];
    expect(mizan(args)).toMatchObject({ code: 0, err: '' });
    expectSame(written('stopped'), before);
  });

  it('and leaves nothing else behind', () => {
    expect(readdirSync(folder).filter((name) => /part$/.test(name))).toEqual([]);
  });
});

function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2));
}
