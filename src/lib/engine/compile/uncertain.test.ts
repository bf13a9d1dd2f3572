import { describe, expect, it } from 'vitest';
import type { Model, Parameter, Stock } from '$lib/model';
import type { Distribution, UncertainQuantity } from '../program';
import { uncertainOf } from './uncertain';

const at = { file: 'm.yaml', line: 1, column: 1, length: 1 };

function quantity(parameter: Partial<Parameter>, stock: Partial<Stock> = {}): readonly UncertainQuantity[] {
  const parameters = [{ id: 'p', shape: 'triangular', unit: '1', sector: 'a', direction: 1, at, ...parameter }];
  const stocks = [{ name: 'x', initial: [], ...stock }];
  const uncertainty = {
    sectors: ['a', 'initial'],
    narrow: { widen: 1, loading: 0 },
    wide: { widen: 1.5, loading: 0.6, initialFactor: 1.5 }
  };
  const model = { parameters, stocks, uncertainty } as unknown as Model;
  return uncertainOf(model, () => 7, []).quantities;
}

const ends = ({ low, high }: Distribution): number[] => [low, high];
const wide = (parameter: Partial<Parameter>): number[] => ends(quantity(parameter)[0]!.wide);
const start = (value: number, spread: number, range?: readonly [number, number]): UncertainQuantity =>
  quantity(
    { shape: 'fixed' },
    {
      ...(range && { range }),
      initial: [{ cell: 'x', value, spread, direction: -1 }]
    }
  )[0]!;

describe('the ranges of uncertain quantities', () => {
  it('are as stated when narrow', () => {
    const [p] = quantity({ value: 0.3, low: 0.1, high: 0.7 });
    expect(p).toMatchObject({ id: 'p', slot: 7, target: 'parameter', nominal: 0.3, sector: 0, direction: 1 });
    expect(p!.narrow).toEqual({ shape: 'triangular', low: 0.1, high: 0.7, terms: [0.1, 0.3, 0.7] });
  });

  it.each([
    ['about the nominal value', { value: 10, low: 8, high: 14 }, [7, 16]],
    ['not to zero', { value: 1, low: 0.3, high: 2 }, [0.15, 2.5]],
    ['not below what is stated', { value: 1, low: 0.1, high: 2 }, [0.1, 2.5]],
    ['a share not to one', { value: 0.75, low: 0.5, high: 0.95 }, [0.375, 0.98]],
    ['a share not above what is stated', { value: 0.8, low: 0.6, high: 1 }, [0.5, 1]],
    ['another unit freely', { value: 0.8, low: 0.6, high: 1, unit: '1/month' }, [0.5, 1.1]],
    ['what can be negative freely', { value: 0, low: -2, high: 2 }, [-3, 3]],
    ['what is negative not to zero', { value: -1, low: -2, high: -0.3 }, [-2.5, -0.15]]
  ] as const)('are stretched %s', (_, parameter, expected) => {
    const [low, high] = wide(parameter);
    expect(low).toBeCloseTo(expected[0], 12);
    expect(high).toBeCloseTo(expected[1], 12);
  });

  it('are stretched on a logarithmic scale where the shape is', () => {
    const [low, high] = wide({ shape: 'log-triangular', value: 1, low: 0.25, high: 4, unit: '1/month' });
    expect(low).toBeCloseTo(0.125, 12);
    expect(high).toBeCloseTo(8, 12);
  });

  it("of initial values keep the stock's range", () => {
    const share = start(0.1, 0.07, [0, 1]);
    expect(share).toMatchObject({ target: 'initial', nominal: 0.1, sector: 1, direction: -1 });
    expect(ends(share.narrow)).toEqual([0.1 - 0.07, 0.1 + 0.07]);
    expect(ends(share.wide)).toEqual([0.02, 0.1 + 0.07 * 1.5]);
    expect(ends(start(0.95, 0.1, [0, 1]).narrow)).toEqual([0.95 - 0.1, 0.98]);
    expect(ends(start(0.01, 0.01, [0, 1]).wide)[0]).toBeLessThan(0);
    expect(ends(start(5, 4, [3, 6]).wide)).toEqual([3, 6]);
    expect(ends(start(1, 4).narrow)).toEqual([0.02, 5]);
  });

  it('leave out what is fixed or has no width', () => {
    expect(quantity({ shape: 'fixed', value: 1, low: 0, high: 2 })).toEqual([]);
    expect(quantity({ value: 1, low: 1, high: 1 })).toEqual([]);
  });
});
