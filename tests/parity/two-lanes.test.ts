import { afterAll, describe, expect, it } from 'vitest';
import { compile } from '$lib/engine';
import { programs } from '../engine/programs';
import { request } from '../engine/request';
import { smallModel } from '../engine/small-model';
import { cellsOf, compareEnsemble, compareRun, describeTally, newTally, openPair } from './compare';

/** The shared table of small programs, in both back ends. */
const tally = newTally();

afterAll(() => console.log(`shared table: ${describeTally(tally)}`));

describe('WebAssembly on two lanes gives the bits of the interpreter', () => {
  it.each(programs.map((program) => [program.name, program] as const))(
    '%s',
    async (_, { model, changes, expected }) => {
      const program = compile(smallModel(model));
      const pair = await openPair(program, tally);
      const months = Math.max(1, ...Object.values(expected).map((values) => values.length - 1));
      const base = { stepsPerMonth: 1, months, save: cellsOf(program), ...changes };
      const before = tally.values;
      compareRun(pair, request(base), tally);
      compareRun(pair, request({ ...base, integrator: 'rk4', stepsPerMonth: 3 }), tally);
      const noisy = request({ ...base, months: 24, stepsPerMonth: 4 });
      compareRun(pair, { ...noisy, chance: { seed: 5, run: 17 } }, tally);
      const plan = { runs: 1000, seed: 2 ** 40 + 7, uncertainty: 'none', sampling: 'random', chance: true } as const;
      compareEnsemble(pair, noisy, plan, [17, 20], tally);
      expect(tally.values).toBeGreaterThan(before);
    }
  );
});
