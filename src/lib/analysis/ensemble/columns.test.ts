import { describe, expect, it } from 'vitest';
import { Columns, MOST_RUNS } from './columns';

describe('Columns', () => {
  it.each([
    [1, 1],
    [7, 3],
    [8, MOST_RUNS],
    [13, 2 * MOST_RUNS + 5]
  ])('hand over each value of %i cells and %i runs once, in the order of runs', (cells, runs) => {
    const found = Array.from({ length: cells }, (): number[] => []);
    const columns = new Columns(cells, (cell, { values, words }, count) => {
      found[cell]!.push(...values.subarray(0, count));
      expect(new Float64Array(words.slice(0, 2 * count).buffer)).toEqual(values.slice(0, count));
    });
    for (let run = 0; run < runs; run++) columns.push(Float64Array.from({ length: cells }, (_, c) => 1000 * run + c));
    columns.flush();
    columns.flush();
    found.forEach((column, c) => expect(column).toEqual(Array.from({ length: runs }, (_, run) => 1000 * run + c)));
  });
});
