import type { NotFinite, Trajectory } from '$lib/engine';
import { ByteReader, ByteWriter } from './bytes';
import { coarsen, subtract } from './differences';
import { Coverage } from './coverage';
import type { Distribution } from './distribution';
import { EnsembleError } from './error';
import { EventCounts } from './event-counts';
import { Failures } from './failures';
import { Gathering } from './gathering';
import { Histograms } from './histograms';
import { Passages } from './passages';
import { PERCENTILES } from './quantile';
import type { Bands, DifferenceResult, EnsembleResult, Means } from './result';
import { Signs } from './signs';
import { canonicalSpec, checkSpec, EXACT_RUNS, type EnsembleSpec } from './spec';
import { StoredValues } from './stored-values';
import { wilson } from './wilson';

/**
 * The summary of an ensemble, fed run by run. What it says, and its bytes, are a function of the set of runs it was
 * given: the same in any order, in any division into parts that are merged, or read back from bytes. That is so because
 * it keeps only counts, extremes and whole values, never a running floating-point sum. Memory does not grow with the
 * number of runs beyond EXACT_RUNS planned ones.
 */
const MAGIC = 'mizan ensemble';
const VERSION = 2;

export class EnsembleSummary {
  private readonly covered = new Coverage();
  private readonly failures = new Failures();
  private readonly passages: readonly Passages[];
  private readonly events: EventCounts;
  private readonly signs: Signs;
  private levels: Distribution;
  private differences: Distribution;
  private readonly gathering: Gathering;
  private readonly referenceGathering: Gathering;
  /** Differences of the run that is being added, for the histograms. */
  private readonly coarse: Float64Array;
  private readonly canonical: string;
  private readonly cells: number;

  /** Fails with EnsembleError where the specification is not valid. */
  constructor(readonly spec: EnsembleSpec) {
    checkSpec(spec);
    this.canonical = canonicalSpec(spec);
    this.cells = spec.outputs.length * spec.rows;
    this.gathering = new Gathering(spec);
    this.referenceGathering = new Gathering(spec);
    this.passages = spec.thresholds.map((threshold) => new Passages(threshold, spec));
    this.events = new EventCounts(spec);
    const pairs = spec.paired ? this.cells : 0;
    this.signs = new Signs(pairs);
    this.coarse = new Float64Array(pairs);
    this.levels = this.exact ? new StoredValues(this.cells) : new Histograms(this.cells);
    this.differences = this.exact ? new StoredValues(pairs) : new Histograms(pairs, true);
  }

  /** Whether quantiles are exact: a matter of the plan alone. */
  get exact(): boolean {
    return this.spec.plannedRuns <= EXACT_RUNS;
  }

  /** Runs given so far, failed ones included. */
  get runs(): number {
    return this.covered.size;
  }

  /** Ranges [from, to) of the runs given so far: what a resumed ensemble need not run again. */
  get done(): readonly (readonly [number, number])[] {
    return [...this.covered.ranges()];
  }

  /**
   * Adds a run; copies what it needs. `reference`: the run of the same number of the reference, where the summary is
   * paired. Fails with EnsembleError, and changes nothing, where the run was given before or does not fit.
   */
  add(run: number, trajectory: Trajectory, reference?: Trajectory): void {
    this.checkRun(run);
    if ((reference !== undefined) !== this.spec.paired) {
      throw new EnsembleError('reference', { expected: this.spec.paired ? 'a reference' : 'no reference' });
    }
    const values = this.gathering.gather(trajectory);
    const references = reference && this.referenceGathering.gather(reference);
    this.events.add(trajectory.strokes);
    this.covered.add(run, run + 1);
    this.levels.add(run, values, values);
    for (const passages of this.passages) passages.add(values, trajectory.strokes);
    if (!references) return;
    // The levels are taken in: their place holds the differences now.
    subtract(values, references);
    this.signs.add(values);
    if (this.exact) {
      this.differences.add(run, values, values);
      return;
    }
    this.coarse.set(values);
    coarsen(this.coarse, references);
    this.differences.add(run, this.coarse, values);
  }

  /** Counts a run that failed, or, in a paired summary, whose reference failed. */
  fail(run: number, failure: NotFinite): void {
    this.checkRun(run);
    this.covered.add(run, run + 1);
    this.failures.add(run, failure);
  }

  /** Takes over another part of the same ensemble. Fails, and changes nothing, where it is of another or shares a run. */
  merge(other: EnsembleSummary): void {
    if (other.canonical !== this.canonical) throw new EnsembleError('other-ensemble', { part: other.spec.subject });
    this.covered.merge(other.covered);
    this.failures.merge(other.failures);
    this.passages.forEach((passages, i) => passages.merge(other.passages[i]!));
    this.events.merge(other.events);
    this.signs.merge(other.signs);
    this.levels.merge(other.levels);
    this.differences.merge(other.differences);
  }

  result(): EnsembleResult {
    const { outputs, rows, plannedRuns, thresholds, events, paired } = this.spec;
    const finished = this.runs - this.failures.count;
    return {
      outputs,
      rows,
      plannedRuns,
      runs: this.runs,
      failed: { count: this.failures.count, first: this.failures.first },
      bands: this.bands(this.levels),
      thresholds: thresholds.map((threshold, i) => {
        const { hits, counts } = this.passages[i]!;
        return {
          threshold,
          probability: wilson(hits, finished),
          firstPassage: counts.slice(),
          never: finished - sum(counts)
        };
      }),
      events: events.map((event, i) => {
        const firstStroke = this.events.first.slice(i * rows, (i + 1) * rows);
        const struck = sum(firstStroke);
        return {
          event,
          strokes: this.events.strokes[i]!,
          firstStroke,
          never: finished - struck,
          atLeastOne: wilson(struck, finished)
        };
      }),
      difference: paired ? this.difference() : null
    };
  }

  /** Means of every cell over the runs that did not fail: the exact sum, divided and rounded once. */
  means(): Means {
    return { values: this.levels.means(), differences: this.spec.paired ? this.differences.means() : null };
  }

  /** Versioned bytes, a function of the specification and the set of runs alone. */
  toBytes(): Uint8Array<ArrayBuffer> {
    const writer = new ByteWriter();
    writer.text(MAGIC);
    writer.count(VERSION);
    writer.text(this.canonical);
    this.covered.write(writer);
    this.failures.write(writer);
    for (const passages of this.passages) passages.write(writer);
    this.events.write(writer);
    this.signs.write(writer);
    this.levels.write(writer);
    this.differences.write(writer);
    return writer.finish();
  }

  /** Fails with `bad-bytes` where they are no summary of this version, or cut short. */
  static fromBytes(bytes: Uint8Array): EnsembleSummary {
    const reader = new ByteReader(bytes);
    if (reader.text() !== MAGIC) throw reader.bad(MAGIC);
    if (reader.count() !== VERSION) throw reader.bad(`version ${VERSION}`);
    const summary = new EnsembleSummary(readSpec(reader));
    const { plannedRuns } = summary.spec;
    summary.covered.merge(Coverage.read(reader, plannedRuns));
    summary.failures.read(reader);
    for (const passages of summary.passages) passages.read(reader);
    summary.events.read(reader);
    summary.signs.read(reader);
    const pairs = summary.signs.above.length;
    summary.levels = readDistribution(reader, summary.cells, summary.exact, plannedRuns, false);
    summary.differences = readDistribution(reader, pairs, summary.exact, plannedRuns, true);
    reader.finish();
    return summary;
  }

  private bands(distribution: Distribution): Bands {
    return { percentiles: PERCENTILES, exact: this.exact, values: distribution.quantiles() };
  }

  private difference(): DifferenceResult {
    return {
      bands: this.bands(this.differences),
      above: this.signs.above.slice(),
      below: this.signs.below.slice()
    };
  }

  private checkRun(run: number): void {
    const maximum = this.spec.plannedRuns - 1;
    if (!(Number.isInteger(run) && run >= 0 && run <= maximum)) {
      throw new EnsembleError('out-of-range', { name: 'run', value: run, minimum: 0, maximum });
    }
    if (this.covered.firstCommon(run, run + 1) !== null) throw new EnsembleError('repeated-run', { run });
  }
}

function readSpec(reader: ByteReader): EnsembleSpec {
  const text = reader.text();
  try {
    const spec = JSON.parse(text) as EnsembleSpec;
    if (canonicalSpec(spec) === text) return spec;
  } catch {
    // Told below: whatever is wrong with it, it is no specification.
  }
  throw reader.bad('a specification');
}

function readDistribution(
  reader: ByteReader,
  cells: number,
  exact: boolean,
  plannedRuns: number,
  isCoarse: boolean
): Distribution {
  return exact ? StoredValues.read(reader, cells, plannedRuns) : Histograms.read(reader, cells, isCoarse);
}

function sum(counts: Uint32Array): number {
  return counts.reduce((total, count) => total + count, 0);
}
