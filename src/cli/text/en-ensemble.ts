import type { Trait } from '../ensemble/about';
import type { Shard } from '../ensemble/blocks';

/** What two ensembles differ in; values are told where they are short enough to be read. */
interface Difference {
  readonly trait: Trait;
  readonly one: string;
  readonly other: string;
}

const traits: Readonly<Record<Trait, string>> = {
  model: 'another model',
  scenario: 'another scenario',
  reference: 'another reference',
  runs: 'another number of runs',
  seed: 'another seed',
  uncertainty: 'another uncertainty',
  sampling: 'another sampling',
  shocks: 'other shocks',
  outputs: 'another list of outputs',
  thresholds: 'other thresholds',
  all: 'another form of the written runs'
};

function differing({ trait, one, other }: Difference): string {
  const values = one.length + other.length <= 120 ? ` (${one} there, ${other} here)` : '';
  return `${traits[trait]}${values}`;
}

function few(numbers: readonly number[]): string {
  return numbers.length <= 20 ? numbers.join(', ') : `${numbers.slice(0, 20).join(', ')}, …`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

export const enEnsemble = {
  about: 'Runs a scenario many times under uncertainty and writes bands, probabilities and, on request, every run.',
  runs: 'number of runs, 1 to 100,000,000 (default: what the scenario says)',
  seed: 'seed of all draws, a whole number from 0 (default: what the scenario says)',
  uncertainty: 'which parameters and starting values are drawn: none, narrow or wide',
  sampling: 'how they are drawn: random, latin-hypercube or sobol',
  shocks: 'random events: on or off',
  reference: 'compare run by run with the status quo under the same draws: status_quo or none',
  outputs: 'variables to write, by id, with commas between (default: all outputs of the model)',
  threshold: 'a question put to each run: output>level@month, output<level@..month or event@..month; may be repeated',
  csv: 'file for the bands, - for standard output (the default where neither --json nor --all is given)',
  json: 'file for the summary, - for standard output',
  all: 'file for every run: .parquet or .csv',
  workers: 'threads (default: as many as the machine has)',
  shard: 'compute the i-th of n parts only, for merge: i/n',
  out: 'file for the shard',
  state: 'file that keeps what is done, so that an interrupted command can be resumed',
  saveEvery: 'seconds between two saves of the state (default: 5)',
  resume: 'go on where the state ends; begin where there is none yet',
  verbose: 'say at the end how fast it was and how much memory it took',
  mergeAbout: 'Puts the shards of an ensemble together: the same bytes as one run on one machine.',
  shards: 'files written with --shard, all of them, in any order',
  mergeAll: 'file for every run, where the shards carry them: .parquet or .csv',

  progress: (done: number, planned: number, perSecond: number, left: string) =>
    `${Math.floor((100 * done) / planned)} %  ${grouped(done)} of ${grouped(planned)} runs, ${grouped(perSecond)} a second, ${left} left`,
  took: (done: number, seconds: number, perSecond: number, threads: number, backend: string, peak: number) =>
    `${grouped(done)} runs in ${seconds.toFixed(1)} s, ${grouped(Math.round(perSecond))} a second; ` +
    `${threads} ${threads === 1 ? 'thread' : 'threads'}, ${backend}; peak memory ${grouped(Math.round(peak))} MiB`,
  noLanes: 'WebAssembly with SIMD is not to be had here: the interpreter computes the same, far more slowly',
  stopped: (done: number, state: string) =>
    `stopped after ${grouped(done)} runs, which ${state} keeps; the same command with --resume goes on`,
  stoppedForGood: 'stopped; nothing is kept, because no --state was given',
  nothingToResume: (state: string) => `${state} is not there yet: begins with the first run`,

  badCount: (option: string, text: string, least: number, most: number) =>
    `${option} ${text}: write a whole number from ${least} to ${most}`,
  badShard: (text: string, most: number) =>
    `--shard ${text}: write i/n, such as 2/4 for the second of four parts; n is at most ${most}`,
  badRunsName: (option: string, name: string) => `${option} ${name}: end the name in .parquet or .csv`,
  shardNeedsOut: '--shard needs --out, the file of the shard',
  outNeedsShard: '--out names the file of a shard: give --shard i/n too, or write results with --csv, --json and --all',
  shardHasNoResults: 'a shard has no bands and no summary: leave --csv and --json to merge',
  resumeNeedsState: '--resume needs --state, the file of what is done',
  unknownOutput: (id: string, near: string | undefined) =>
    `--outputs ${id}: the model has no such output, stock or variable${near === undefined ? '' : `; did you mean ${near}?`}`,

  badThreshold: (text: string) =>
    `--threshold ${text}: write output>level@month, output<level@..month or event@..month, such as stability_index>50@2034-10`,
  badLevel: (text: string, level: string) => `--threshold ${text}: ${level} is no number`,
  sameThreshold: (id: string) => `--threshold ${id} stands twice`,
  eventAt: (text: string, event: string, month: string) =>
    `--threshold ${text}: an event is asked for up to a month; write ${event}@..${month}`,
  otherKind: (text: string, name: string) =>
    `--threshold ${text}: an output takes a level (output>50), an event takes none; ${name} is the other of the two`,
  unknownInThreshold: (text: string, name: string, near: string | undefined) =>
    `--threshold ${text}: the model has no output or event ${name}${near === undefined ? '' : `; did you mean ${near}?`}`,
  thresholdBeyond: (text: string, month: string, start: string, last: string, months: number) =>
    `--threshold ${text}: ${month} is outside the run, ${start} to ${last} (month 0 to ${months})`,

  stateThere: (state: string) => `${state} is there already: add --resume to go on with it, or remove it to begin anew`,
  noRecord: (path: string) => `${path}: this is no state or shard of an ensemble, or it is damaged`,
  otherFormat: (path: string) =>
    `${path}: another version of Mizan wrote this, and this one cannot go on with it; compute it anew`,
  otherState: (state: string, difference: Difference) =>
    `${state} is of another ensemble: it has ${differing(difference)}`,
  otherShard: (state: string, there: Shard, here: Shard) =>
    `${state} is of shard ${there.index}/${there.count}, not of ${here.index}/${here.count}`,
  partMissing: (state: string, part: string) =>
    `${state} counts on runs in ${part}, which is gone or too short; remove ${state} to begin anew`,

  foreignShard: (one: string, first: string, difference: Difference) =>
    `${one} does not belong to ${first}: it has ${differing(difference)}`,
  otherDivision: (one: string, shard: Shard, first: string, other: Shard) =>
    `${one} is one of ${shard.count} shards, ${first} one of ${other.count}`,
  doubleShard: ({ index, count }: Shard, one: string, other: string) =>
    `shard ${index}/${count} is there twice: ${one} and ${other}`,
  unfinishedShard: (one: string) => `${one} is not finished; resume it first`,
  missingShards: (missing: readonly number[], count: number) =>
    missing.length === 1
      ? `of ${count} shards one is missing: ${few(missing)}`
      : `of ${count} shards ${missing.length} are missing: ${few(missing)}`,
  noRunsInShards: (one: string) => `${one} carries no runs: compute the shards with --all`,
  otherRunsForm: (all: string, form: string) =>
    `--all ${all}: the shards carry their runs as ${form}; end the name in .${form}`
};
