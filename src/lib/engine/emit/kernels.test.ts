import { describe, expect, it } from 'vitest';
import { exp } from '../kernels/exponential';
import { ln } from '../kernels/logarithm';
import { pow } from '../kernels/power';
import { LOGARITHMS, POWERS } from '../kernels/tables';
import { declareKernels } from './kernels';
import * as v from './lanes';
import { Module } from './module';

/**
 * Kernels take v128, which JavaScript cannot pass: each is wrapped to read its arguments from cells 0, 1, … of memory and
 * to leave its results in cells 4, 5, ….
 */
function wrapped(): { memory: Float64Array; run: Record<'exp' | 'ln' | 'pow' | 'powPair', () => void> } {
  const module = new Module();
  const kernels = declareKernels(module, { logarithms: 1024, powers: 8192 });
  const shapes = { exp: [1, 1], ln: [1, 1], pow: [2, 1], powPair: [4, 2] } as const;
  for (const name of ['exp', 'ln', 'pow', 'powPair'] as const) {
    const [takes, gives] = shapes[name];
    const code = module.code(0);
    const cells = Array.from({ length: takes }, (_, i) => v.load((c) => void c.integer(0), 16 * i));
    const results = Array.from({ length: gives }, () => code.local('v128'));
    v.call(kernels[name], ...cells)(code);
    for (const result of [...results].reverse()) code.set(result);
    results.forEach((result, i) =>
      code
        .integer(0)
        .get(result)
        .memory('v128_store', 64 + 16 * i, 4)
    );
    module.define(module.declare([], [], name), code);
  }
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module.encode()), { mizan: { memory } });
  const doubles = new Float64Array(memory.buffer);
  doubles.set(LOGARITHMS, 1024 / 8);
  doubles.set(POWERS, 8192 / 8);
  return { memory: doubles, run: instance.exports as Record<'exp' | 'ln' | 'pow' | 'powPair', () => void> };
}

/** Doubles of every size and kind from a small generator of bit patterns. */
function* doubles(count: number, seed: number): Generator<number> {
  const words = new Uint32Array(2);
  const double = new Float64Array(words.buffer);
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state ^ (state >>> 15)) >>> 0;
  };
  yield* [
    0,
    -0,
    1,
    -1,
    0.5,
    2,
    -2,
    3,
    Infinity,
    -Infinity,
    NaN,
    5e-324,
    -5e-324,
    2.2250738585072014e-308,
    1.7976931348623157e308,
    709.78,
    -745.13,
    1e300
  ];
  for (let i = 0; i < count; i++) {
    const kind = i % 3;
    if (kind === 0) {
      words[0] = next();
      words[1] = next();
      yield double[0]!;
    } else yield ((next() / 2 ** 32) * 2 - 1) * (kind === 1 ? 3 : 800);
  }
}

const bits = (x: number): string => (Object.is(x, -0) ? '-0' : String(x));

describe('kernels on two lanes', () => {
  const { memory, run } = wrapped();

  it.each([
    ['exp', exp],
    ['ln', ln]
  ] as const)('%s gives the bits of the plain kernel', (name, plain) => {
    const values = [...doubles(60_000, 7)];
    let compared = 0;
    for (let i = 0; i + 1 < values.length; i += 2) {
      memory[0] = values[i]!;
      memory[1] = values[i + 1]!;
      run[name]();
      for (const lane of [0, 1]) {
        const [actual, expected] = [memory[8 + lane]!, plain(values[i + lane]!)];
        if (!Object.is(actual, expected)) expect(bits(actual), `${name}(${values[i + lane]})`).toBe(bits(expected));
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(50_000);
  });

  it('pow gives the bits of the plain kernel', () => {
    const bases = [...doubles(60_000, 11)];
    const exponents = [...doubles(60_000, 13)];
    const edges = [...doubles(0, 1)];
    const pairs: [number, number][] = edges.flatMap((x) => edges.map((y): [number, number] => [x, y]));
    bases.forEach((x, i) => pairs.push([x, exponents[i]! / (i % 2 ? 100 : 1)], [Math.abs(x), exponents[i]! / 50]));
    const compare = (actual: number, [x, y]: readonly [number, number]): void => {
      const expected = pow(x, y);
      if (!Object.is(actual, expected)) expect(bits(actual), `${x}^${y}`).toBe(bits(expected));
    };
    const put = (cell: number, lane: number, [x, y]: readonly [number, number]): void => {
      memory[2 * cell + lane] = x;
      memory[2 * cell + 2 + lane] = y;
    };
    for (let i = 0; i + 3 < pairs.length; i += 4) {
      const four = pairs.slice(i, i + 4);
      for (const lane of [0, 1]) put(0, lane, four[lane]!);
      run.pow();
      for (const lane of [0, 1]) compare(memory[8 + lane]!, four[lane]!);
      four.forEach((pair, k) => put(k < 2 ? 0 : 2, k % 2, pair));
      run.powPair();
      four.forEach((pair, k) => compare(memory[8 + k]!, pair));
    }
  });
});
