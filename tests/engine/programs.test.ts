import { describe, expect, it } from 'vitest';
import { compile, interpret } from '$lib/engine';
import { programs } from './programs';
import { request, trajectoryOf } from './request';
import { smallModel } from './small-model';

describe('interpret(program, request)', () => {
  it.each(programs.map((program) => [program.name, program] as const))('%s', (_, { model, changes, expected }) => {
    const save = Object.keys(expected);
    const rows = Math.max(...Object.values(expected).map((values) => values.length));
    const months = Math.max(1, rows - 1);
    const outcome = interpret(compile(smallModel(model)), request({ stepsPerMonth: 1, months, save, ...changes }));
    const trajectory = trajectoryOf(outcome);
    save.forEach((cell, column) => {
      const start = column * trajectory.rows;
      const values = [...trajectory.values.slice(start, start + expected[cell]!.length)];
      expect(values, cell).toEqual(expected[cell]);
    });
  });
});
