import fc from 'fast-check';
import type { NotFinite, Trajectory } from '$lib/engine';
import { describe, expect, it } from 'vitest';
import { EnsembleSummary } from './ensemble-summary';
import { EnsembleError } from './error';
import { bandLine } from './result';
import type { EnsembleSpec, Threshold } from './spec';

const OUTPUTS = ['stability', 'share'];
const ROWS = 4;

const thresholds: readonly Threshold[] = [
  { kind: 'at', id: 'end', output: 'stability', side: 'above', level: 50, month: 3 },
  { kind: 'passage', id: 'low', output: 'share', side: 'below', level: 0, within: 2 },
  { kind: 'event', id: 'relapse', event: 'relapse', within: 2 }
];

function spec(over: Partial<EnsembleSpec> = {}): EnsembleSpec {
  return {
    subject: 'test@1.0.0',
    outputs: OUTPUTS,
    events: ['crisis', 'relapse'],
    rows: ROWS,
    plannedRuns: 40,
    thresholds,
    paired: false,
    ...over
  };
}

/** `columns` of the trajectory hold one more than the outputs, in another order. */
function trajectory(
  stability: readonly number[],
  share: readonly number[],
  strokes: Trajectory['strokes'] = []
): Trajectory {
  const values = Float64Array.from([...share, ...share.map(() => 7), ...stability]);
  return { start: '2024-10', rows: ROWS, columns: ['share', 'other', 'stability'], values, strokes };
}

const stroke = (event: string, month: number): Trajectory['strokes'][number] => ({ event, month, magnitude: 0.5 });

const failure = (time: number): NotFinite => ({ kind: 'not-finite', cell: 'x', value: 'NaN', date: '2025-01', time });

describe('EnsembleSummary', () => {
  it('counts thresholds, first passages and events of three runs', () => {
    const summary = new EnsembleSummary(spec());
    summary.add(0, trajectory([40, 50, 60, 70], [1, 1, 1, -1]), undefined);
    summary.add(1, trajectory([40, 50, 60, 50], [1, -1, 1, -1], [stroke('relapse', 1), stroke('relapse', 2)]));
    summary.add(5, trajectory([90, 90, 90, 90], [1, 0, 0, 0], [stroke('crisis', 0), stroke('relapse', 2)]));
    summary.fail(2, failure(3));
    const { runs, failed, thresholds: answers, events } = summary.result();
    expect(runs).toBe(4);
    expect(failed).toEqual({ count: 1, first: [{ run: 2, failure: failure(3) }] });
    expect(answers.map(({ probability }) => [probability.hits, probability.runs])).toEqual([
      [2, 3],
      [1, 3],
      [1, 3]
    ]);
    expect(answers.map(({ firstPassage, never }) => [[...firstPassage], never])).toEqual([
      [[0, 0, 0, 2], 1],
      [[0, 1, 0, 1], 1],
      [[0, 1, 1, 0], 1]
    ]);
    expect(events.map((e) => [e.event, e.strokes, [...e.firstStroke], e.never, e.atLeastOne.share])).toEqual([
      ['crisis', 1, [1, 0, 0, 0], 2, 1 / 3],
      ['relapse', 3, [0, 1, 1, 0], 1, 2 / 3]
    ]);
  });

  it('gives the quantiles of type 7 for each month and output', () => {
    const summary = new EnsembleSummary(spec());
    for (const [run, x] of [30, 10, 20, 40].entries()) summary.add(run, trajectory([x, x + 1, x, x], [-x, 0, 0, 0]));
    const result = summary.result();
    const line = (percentile: number, output: string): number[] => [
      ...bandLine(result, result.bands, percentile, output)
    ];
    expect(result.bands.exact).toBe(true);
    expect(line(50, 'stability')).toEqual([25, 26, 25, 25]);
    expect(line(25, 'share')).toEqual([-32.5, 0, 0, 0]);
    expect(line(5, 'stability')[0]).toBeCloseTo(11.5, 12);
    expect(line(50, 'nothing')).toEqual([NaN, NaN, NaN, NaN]);
  });

  it('keeps the difference to the reference, run by run', () => {
    const summary = new EnsembleSummary(spec({ paired: true }));
    const reference = trajectory([10, 10, 10, 10], [0, 0, 0, 0]);
    summary.add(0, trajectory([10, 11, 12, 9], [0, 0, 0, 0]), reference);
    summary.add(1, trajectory([10, 13, 8, 8], [0, 0, 0, 0]), reference);
    const result = summary.result();
    const difference = result.difference!;
    expect([...bandLine(result, difference.bands, 50, 'stability')]).toEqual([0, 2, 0, -1.5]);
    expect([...difference.above.subarray(0, ROWS)]).toEqual([0, 2, 1, 0]);
    expect([...difference.below.subarray(0, ROWS)]).toEqual([0, 0, 1, 2]);
    expect([...bandLine(result, result.bands, 50, 'stability')]).toEqual([10, 12, 10, 8.5]);
  });

  it.each([40, 5000])('has exact means of levels and differences, %i runs planned', (plannedRuns) => {
    const summary = new EnsembleSummary(spec({ paired: true, plannedRuns }));
    const reference = trajectory([40, 1, 0, 0], [0, 0, 0, 0]);
    summary.add(0, trajectory([40 + 2 ** -40, 1e16, 0.5, 1], [1, 2, 3, 4]), reference);
    summary.add(1, trajectory([40, 1, 0.25, 1], [0, 0, 0, 0]), reference);
    summary.add(2, trajectory([40, -1e16, 0, 1], [0, 0, 0, 0]), reference);
    summary.fail(3, failure(1));
    const { values, differences } = summary.means();
    expect([...values.subarray(0, ROWS)]).toEqual([40 + 2 ** -40 / 3, 1 / 3, 0.25, 1]);
    expect([...values.subarray(ROWS)]).toEqual([1 / 3, 2 / 3, 1, 4 / 3]);
    expect(differences![0]).toBe(2 ** -40 / 3);
    expect(new EnsembleSummary(spec()).means().values.every(Number.isNaN)).toBe(true);
    expect(new EnsembleSummary(spec()).means().differences).toBeNull();
  });

  it('says nothing without runs', () => {
    const { bands, thresholds: answers } = new EnsembleSummary(spec()).result();
    expect(bands.values.every(Number.isNaN)).toBe(true);
    expect(answers[0]!.probability).toMatchObject({ low: 0, high: 1, share: NaN });
  });

  it.each<[string, string, (summary: EnsembleSummary) => void]>([
    ['repeated-run', '3', (s) => s.add(3, trajectory([1, 1, 1, 1], [1, 1, 1, 1]))],
    ['repeated-run', '3', (s) => s.fail(3, failure(1))],
    ['out-of-range', '40', (s) => s.add(40, trajectory([1, 1, 1, 1], [1, 1, 1, 1]))],
    ['other-trajectory', 'rows', (s) => s.add(4, { ...trajectory([1], [1]), rows: 1 })],
    ['other-trajectory', 'share', (s) => s.add(4, { ...trajectory([], []), columns: ['stability'] })],
    ['unknown-name', 'flood', (s) => s.add(4, trajectory([1, 1, 1, 1], [1, 1, 1, 1], [stroke('flood', 1)]))],
    ['reference', 'no reference', (s) => s.add(4, trajectory([], []), trajectory([], []))],
    ['other-ensemble', 'elsewhere', (s) => s.merge(new EnsembleSummary(spec({ subject: 'elsewhere' })))],
    ['repeated-run', '3', (s) => s.merge(s)]
  ])('refuses with %s (%s), and stays as it was', (code, word, act) => {
    const summary = new EnsembleSummary(spec());
    summary.add(3, trajectory([1, 2, 3, 4], [1, 2, 3, 4]));
    const before = summary.toBytes();
    expect(() => act(summary)).toThrow(EnsembleError);
    expect(() => act(summary)).toThrow(new RegExp(`^${code}.*${word}`));
    expect(summary.toBytes()).toEqual(before);
  });

  it.each<[string, Partial<EnsembleSpec>]>([
    ['out-of-range', { rows: 0 }],
    ['out-of-range', { plannedRuns: 100_000_001 }],
    ['repeated-name', { outputs: ['a', 'a'], thresholds: [] }],
    ['unknown-name', { thresholds: [{ kind: 'event', id: 'e', event: 'flood', within: 1 }] }],
    ['unknown-name', { thresholds: [{ ...thresholds[0]!, output: 'x' } as Threshold] }],
    ['out-of-range', { thresholds: [{ ...thresholds[0]!, month: 4 } as Threshold] }],
    ['out-of-range', { thresholds: [{ ...thresholds[0]!, level: NaN } as Threshold] }]
  ])('refuses a specification with %s: %o', (code, over) => {
    expect(() => new EnsembleSummary(spec(over))).toThrow(new RegExp(`^${code}`));
  });
});

/** One run as fed to a summary. */
interface Fed {
  readonly run: number;
  readonly trajectory: Trajectory | null;
  readonly reference: Trajectory;
}

const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -100, max: 100, noNaN: true }),
  fc.constantFrom(0, -0, 50, 64, -64, 5e-324, -1e-310, 1e300)
);
const line = fc.array(number, { minLength: ROWS, maxLength: ROWS });
const strokes = fc.array(
  fc.record({ event: fc.constantFrom('crisis', 'relapse'), month: fc.nat(ROWS - 1), magnitude: fc.constant(1) }),
  { maxLength: 3 }
);
const path = fc.tuple(line, line, strokes).map(([a, b, s]) => trajectory(a, b, s));
const fed = fc
  .array(fc.tuple(fc.option(path, { freq: 8 }), path), { minLength: 1, maxLength: 40 })
  .map((rows) => rows.map(([t, reference], run): Fed => ({ run, trajectory: t, reference })));

function feed(summary: EnsembleSummary, runs: readonly Fed[]): EnsembleSummary {
  for (const { run, trajectory: t, reference } of runs) {
    if (!t) summary.fail(run, failure(run));
    else if (summary.spec.paired) summary.add(run, t, reference);
    else summary.add(run, t);
  }
  return summary;
}

describe.each([
  ['stored values', 40],
  ['histograms', 5000]
])('EnsembleSummary by %s', (_name, plannedRuns) => {
  it('has the same bytes and results in any order and any division into parts', () => {
    fc.assert(
      fc.property(
        fed,
        fc.boolean(),
        fc.infiniteStream(fc.nat(4)),
        fc.infiniteStream(fc.nat()),
        (runs, paired, part, key) => {
          const plan = spec({ plannedRuns, paired });
          const whole = feed(new EnsembleSummary(plan), runs);
          const shuffled = runs
            .map((run) => ({ run, key: key.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ run }) => run);
          const parts = Array.from({ length: 5 }, () => new EnsembleSummary(plan));
          for (const run of shuffled) feed(parts[part.next().value as number]!, [run]);
          const merged = EnsembleSummary.fromBytes(parts[0]!.toBytes());
          for (const other of [4, 2, 1, 3]) merged.merge(EnsembleSummary.fromBytes(parts[other]!.toBytes()));
          expect(merged.toBytes()).toEqual(whole.toBytes());
          expect(merged.result()).toEqual(whole.result());
          expect(merged.means()).toEqual(whole.means());
          expect(merged.done).toEqual([[0, runs.length]]);
        }
      ),
      { numRuns: 200 }
    );
  });

  it('resumes from its bytes as if it had never stopped', () => {
    fc.assert(
      fc.property(fed, fc.nat(40), (runs, cut) => {
        const plan = spec({ plannedRuns });
        const first = feed(new EnsembleSummary(plan), runs.slice(0, cut));
        const resumed = feed(EnsembleSummary.fromBytes(first.toBytes()), runs.slice(cut));
        expect(resumed.toBytes()).toEqual(feed(new EnsembleSummary(plan), runs).toBytes());
      }),
      { numRuns: 50 }
    );
  });

  it('refuses bytes that are cut short, too long or of another version', () => {
    const bytes = feed(new EnsembleSummary(spec({ plannedRuns })), [
      { run: 2, trajectory: trajectory([1, 2, 3, 4], [0.1, 0.2, 0.3, 0.4]), reference: trajectory([], []) },
      { run: 3, trajectory: null, reference: trajectory([], []) }
    ]).toBytes();
    for (let length = 0; length < bytes.length; length++) {
      expect(() => EnsembleSummary.fromBytes(bytes.subarray(0, length)), `${length}`).toThrow(/^bad-bytes/);
    }
    expect(() => EnsembleSummary.fromBytes(Uint8Array.from([...bytes, 0]))).toThrow(/the end/);
    const other = bytes.slice();
    other[15] = 1;
    expect(() => EnsembleSummary.fromBytes(other)).toThrow(/version 2/);
    const damaged = bytes.slice();
    damaged[20] = 0;
    expect(() => EnsembleSummary.fromBytes(damaged)).toThrow(/a specification/);
  });
});
