import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mizan, mizanHere, openFolder } from './terminal';

/** What `mizan ensemble` and `mizan merge` do not do, and how they say so. */
const { folder, remove } = openFolder();
afterAll(remove);

const path = (name: string): string => join(folder, name);
const few = ['ensemble', 'status_quo', '--runs', '40', '--outputs', 'trust', '--until', '2025-10'];

const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['no runs', [...few, '--runs', '0'], /--runs 0: write a whole number from 1 to 100000000/],
  ['too many runs', [...few, '--runs', '100000001'], /--runs 100000001: write a whole number from 1 to 100000000/],
  ['runs that are no number', [...few, '--runs', '1e6'], /--runs 1e6: write a whole number/],
  ['a negative seed', [...few, '--seed=-1'], /--seed -1: write a whole number from 0 to 9007199254740991/],
  ['a seed beyond whole numbers', [...few, '--seed', '9007199254740993'], /--seed 9007199254740993: write a whole/],
  ['an unknown uncertainty', [...few, '--uncertainty', 'broad'], /choose one of none, narrow, wide/],
  ['an unknown sampling', [...few, '--sampling', 'halton'], /choose one of random, latin-hypercube, sobol/],
  ['shocks that are neither', [...few, '--shocks', 'maybe'], /choose one of on, off/],
  ['an unknown reference', [...few, '--reference', 'worst_case'], /choose one of status_quo, none/],
  [
    'an unknown output',
    [...few, '--outputs', 'trust,stabilty_index'],
    /stabilty_index.*did you mean stability_index\?/
  ],
  ['no threads', [...few, '--workers', '0'], /--workers 0: write a whole number from 1 to 1024/],
  ['runs in an unknown form', [...few, '--all', 'runs.xlsx'], /--all runs\.xlsx: end the name in \.parquet or \.csv/],
  ['a part of none', [...few, '--shard', '1/0', '--out', 'a.mizan'], /--shard 1\/0: write i\/n, such as 2\/4/],
  ['a part beyond the last', [...few, '--shard', '5/4', '--out', 'a.mizan'], /--shard 5\/4: write i\/n/],
  ['a part before the first', [...few, '--shard', '0/4', '--out', 'a.mizan'], /--shard 0\/4: write i\/n/],
  ['a part without a file', [...few, '--shard', '1/4'], /--shard needs --out/],
  ['a file of a part without the part', [...few, '--out', 'a.mizan'], /give --shard i\/n too/],
  [
    'bands of a part',
    [...few, '--shard', '1/4', '--out', 'a.mizan', '--csv', 'b.csv'],
    /leave --csv and --json to merge/
  ],
  ['a resumption of nothing', [...few, '--resume'], /--resume needs --state/],
  ['an empty threshold', [...few, '--threshold', '>5'], /write output>level@month/],
  ['a threshold of no output', [...few, '--threshold', 'trst>0.5'], /no output or event trst; did you mean trust\?/],
  ['a level that is no number', [...few, '--threshold', 'trust>high@12'], /high is no number/],
  ['a month that is none', [...few, '--threshold', 'trust>0.5@2025-13'], /2025-13 is no month/],
  ['a month after the end', [...few, '--threshold', 'trust>0.5@13'], /13 is outside the run, 2024-10 to 2025-10/],
  [
    'a level of an event',
    [...few, '--threshold', 'conflict_relapse>1'],
    /an event takes none; conflict_relapse is the other/
  ],
  ['an event in one month', [...few, '--threshold', 'conflict_relapse@6'], /write conflict_relapse@\.\.6/],
  ['a threshold twice', [...few, '--threshold', 'trust>0.5', '--threshold', 'trust > 0.5'], /trust>0\.5 stands twice/],
  [
    'a file that cannot be written',
    [...few, '--all', 'nowhere/at/all.csv'],
    /nowhere\/at\/all\.csv: cannot be written/
  ],
  ['no shard', ['merge'], /<shards> is missing/],
  ['a shard that is not there', ['merge', 'nowhere.mizan'], /nowhere\.mizan: cannot be read/],
  ['a file that is no shard', ['merge', 'package.json'], /package\.json: this is no state or shard/]
];

describe('mizan ensemble refuses', () => {
  it.each(refused)('%s', async (_, args, expected) => {
    const { code, out, err } = await mizanHere(args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^mizan: error: /);
    expect(err).toMatch(expected);
    expect(err).not.toMatch(/\n {4}at /);
  });

  it('in Arabic where asked', async () => {
    const { code, err } = await mizanHere([...few, '--runs', 'many', '--lang', 'ar']);
    expect(code).toBe(1);
    expect(err).toMatch(/^mizan: خطأ: --runs many: اكتب عددًا صحيحًا/);
  });
});

describe('mizan ensemble --state', () => {
  const state = path('own.state');
  const args = [...few, '--csv', path('own.csv'), '--state', state];

  it('begins anew where there is nothing to resume, and says so', () => {
    const { code, err } = mizan([...args, '--resume']);
    expect(code).toBe(0);
    expect(err).toMatch(/own\.state is not there yet: begins with the first run/);
  });

  it.each([
    ['does not write over a state', [], /own\.state is there already: add --resume/],
    [
      'does not resume another seed',
      ['--seed', '7', '--resume'],
      /another ensemble: it has another seed \(20241001 there, 7 here\)/
    ],
    [
      'does not resume another number of runs',
      ['--runs', '41', '--resume'],
      /another number of runs \(40 there, 41 here\)/
    ],
    ['does not resume another scenario', ['--set', 'unified_force=30', '--resume'], /another scenario/],
    ['does not resume with other questions', ['--threshold', 'trust>0.5', '--resume'], /it has other thresholds/]
  ] as const)('%s', async (_, more, expected) => {
    const { code, err } = await mizanHere([...args, ...more]);
    expect(code).toBe(1);
    expect(err).toMatch(expected);
  });

  it('does not resume a shard as the whole', async () => {
    const shard = [...few, '--shard', '1/2', '--out', path('half.mizan'), '--state', path('half.state')];
    expect(mizan(shard).code).toBe(0);
    const { code, err } = await mizanHere([...few, '--state', path('half.state'), '--resume']);
    expect(code).toBe(1);
    expect(err).toMatch(/half\.state is of shard 1\/2, not of 1\/1/);
  });

  it('does not go on without the runs that it counts on', async () => {
    const whole = [...few, '--all', path('lost.csv'), '--state', path('lost.state')];
    expect(mizan(whole).code).toBe(0);
    const { code, err } = await mizanHere([
      ...few,
      '--all',
      path('elsewhere.csv'),
      '--state',
      path('lost.state'),
      '--resume'
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(/lost\.state counts on runs in .*elsewhere\.csv\.part, which is gone/);
  });

  it('does not take a state of another version of the program', async () => {
    const bytes = readFileSync(state, 'latin1').replace('"format":2', '"format":1');
    writeFileSync(path('older.state'), bytes, 'latin1');
    const { code, err } = await mizanHere([...few, '--state', path('older.state'), '--resume']);
    expect(code).toBe(1);
    expect(err).toMatch(/older\.state: another version of Mizan wrote this.*compute it anew/);
  });

  it('does not take a damaged state', async () => {
    const bytes = readFileSync(state);
    bytes[30]! ^= 1;
    writeFileSync(path('damaged.state'), bytes);
    writeFileSync(path('short.state'), readFileSync(state).subarray(0, -5));
    for (const name of ['damaged.state', 'short.state']) {
      const { code, err } = await mizanHere([...few, '--state', path(name), '--resume']);
      expect(code).toBe(1);
      expect(err).toMatch(/this is no state or shard of an ensemble, or it is damaged/);
    }
  });
});

describe('mizan merge refuses', () => {
  const shard = (name: string, part: string, ...more: readonly string[]): string => {
    const file = path(name);
    const { code, err } = mizan([...few, ...more, '--shard', part, '--out', file]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return file;
  };
  const [one, three] = [shard('one.mizan', '1/3'), shard('three.mizan', '3/3')];
  const refuse = async (args: readonly string[], expected: RegExp): Promise<void> => {
    const { code, out, err } = await mizanHere(['merge', ...args]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(expected);
  };

  it('where one is missing', () => refuse([three, one], /of 3 shards one is missing: 2/));
  it('where one is there twice', () => refuse([one, three, one], /shard 1\/3 is there twice/));
  it('another division', () => refuse([one, shard('half.mizan', '2/2')], /is one of 2 shards, .* one of 3/));
  it('another seed', () =>
    refuse(
      [one, shard('seed.mizan', '2/3', '--seed', '1')],
      /seed\.mizan does not belong to .*one\.mizan: .*another seed/
    ));
  it('to write runs that nobody kept', async () => {
    const both = [shard('a.mizan', '1/2'), shard('b.mizan', '2/2')];
    await refuse([...both, '--all', path('runs.csv')], /a\.mizan carries no runs: compute the shards with --all/);
    expect(existsSync(path('runs.csv'))).toBe(false);
  });
  it('runs in another form', async () => {
    const both = ['1/2', '2/2'].map((part, i) => shard(`c${i}.mizan`, part, '--all', 'runs.csv'));
    await refuse([...both, '--all', path('runs.parquet')], /the shards carry their runs as csv; end the name in \.csv/);
  });
  it('a shard that was cut short', async () => {
    writeFileSync(path('cut.mizan'), readFileSync(one).subarray(0, -1));
    await refuse([path('cut.mizan')], /cut\.mizan: this is no state or shard/);
  });
  it('a part that is not finished', async () => {
    const state = path('unfinished.state');
    expect(mizan([...few, '--state', state, '--csv', path('x.csv')]).code).toBe(0);
    // A state of one block of three, as an interrupted command leaves it: the header alone says how far it is.
    const bytes = readFileSync(state);
    const at = bytes.lastIndexOf('"next":3');
    expect(at).toBeGreaterThan(0);
    bytes.write('"next":1', at);
    writeFileSync(state, bytes);
    await refuse([state], /unfinished\.state is not finished; resume it first/);
  });
});
