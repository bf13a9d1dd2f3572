import type { Integrator } from '$lib/model';
import type { NotFinite } from '../run';
import type { State } from './state';

/**
 * One step of integration. When a step is asked for, the state has been evaluated at its start t. All rates are taken
 * before any stock moves. Euler: x + dt·k. Classical Runge-Kutta of fourth order: x + dt/6·(k1 + 2·k2 + 2·k3 + k4) with
 * inputs at t, t + dt/2, t + dt/2, t + dt; sums left to right as written (Hairer, Nørsett, Wanner 1993, II.1).
 */
export type Step = (state: State, t: number, dt: number) => NotFinite | null;

export function stepOf(integrator: Integrator, stocks: number): Step {
  return integrator === 'euler' ? euler : rungeKutta4(stocks);
}

function euler(state: State, t: number, dt: number): NotFinite | null {
  const failure = state.takeRates(t);
  if (failure) return failure;
  const { x, rates } = state;
  const { stocks } = state.prepared;
  for (let i = 0; i < stocks.length; i++) x[stocks[i]!] = x[stocks[i]!]! + dt * rates[i]!;
  return state.checkStocks(t + dt);
}

function rungeKutta4(count: number): Step {
  const start = new Float64Array(count);
  const [k1, k2, k3] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];

  return (state, t, dt) => {
    const { x, rates } = state;
    const { stocks } = state.prepared;
    const stage = (at: number, reach: number, k: Float64Array): NotFinite | null => {
      const failure = state.takeRates(at);
      if (failure) return failure;
      k.set(rates);
      for (let i = 0; i < count; i++) x[stocks[i]!] = start[i]! + reach * k[i]!;
      return null;
    };
    for (let i = 0; i < count; i++) start[i] = x[stocks[i]!]!;
    const half = t + dt / 2;
    const failure =
      stage(t, dt / 2, k1) ??
      state.evaluate(half) ??
      stage(half, dt / 2, k2) ??
      state.evaluate(half) ??
      stage(half, dt, k3) ??
      state.evaluate(t + dt) ??
      state.takeRates(t + dt);
    if (failure) return failure;
    for (let i = 0; i < count; i++) {
      x[stocks[i]!] = start[i]! + (dt / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + rates[i]!);
    }
    return state.checkStocks(t + dt);
  };
}
