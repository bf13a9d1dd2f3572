import { describe, expect, it } from 'vitest';
import { compile, interpret, type Program, type RunRequest } from '$lib/engine';
import { Assembled } from '../../src/lib/engine/emit/assembled';
import { programs } from '../engine/programs';
import { request } from '../engine/request';
import { smallModel } from '../engine/small-model';

/** Both back ends on the same requests: every saved cell of the program, both lanes, strokes, and failures. */
async function compare(program: Program, requests: readonly RunRequest[]): Promise<number> {
  const assembled = await Assembled.open(program);
  let compared = 0;
  for (const wanted of requests) {
    assembled.bind(wanted);
    const run = wanted.chance?.run ?? 0;
    const finite = assembled.go([{ run }, { run: run + 1 }]);
    for (const lane of [0, 1] as const) {
      const chance = wanted.chance && { ...wanted.chance, run: run + lane };
      const outcome = interpret(program, { ...wanted, chance });
      expect(finite[lane], 'finite').toBe(outcome.ok);
      if (!outcome.ok) continue;
      const { values, strokes } = assembled.trajectory(lane);
      expect(strokes).toEqual(outcome.trajectory.strokes);
      for (let i = 0; i < values.length; i++) {
        if (!Object.is(values[i], outcome.trajectory.values[i])) {
          const cell = wanted.save[Math.floor(i / outcome.trajectory.rows)];
          expect(values[i], `${cell} at row ${i % outcome.trajectory.rows}`).toBe(outcome.trajectory.values[i]);
        }
      }
      compared += values.length;
    }
  }
  return compared;
}

describe('WebAssembly on two lanes gives the bits of the interpreter', () => {
  it.each(programs.map((program) => [program.name, program] as const))(
    '%s',
    async (_, { model, changes, expected }) => {
      const program = compile(smallModel(model));
      const save = program.slots.map(({ id }) => id).filter((id) => id !== 'time' && !id.startsWith('#'));
      const base = {
        stepsPerMonth: 1,
        months: Math.max(1, ...Object.values(expected).map((v) => v.length - 1)),
        save,
        ...changes
      };
      const requests = [
        request(base),
        request({ ...base, integrator: 'rk4', stepsPerMonth: 3 }),
        request({ ...base, months: 24, stepsPerMonth: 4, chance: { seed: 5, run: 17 } })
      ];
      expect(await compare(program, requests)).toBeGreaterThan(0);
    }
  );
});
