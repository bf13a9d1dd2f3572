import type { Integrator } from '$lib/model';
import type { NotFinite } from '../run';
import type { State } from './state';

/**
 * One step of integration. When a step is asked for, the state has been evaluated at its start t. All rates are taken
 * before any stock moves. Euler: x + dt·k. Classical Runge-Kutta of fourth order: x + dt/6·(k1 + 2·k2 + 2·k3 + k4) with
 * inputs at t, t + dt/2, t + dt/2, t + dt; sums left to right as written (Hairer, Nørsett, Wanner 1993, II.1).
 *
 * A step looks at the stocks that it has moved, which a value that is not finite anywhere before them cannot leave
 * finite; only then does it search for the place where that began.
 */
export type Step = (state: State, t: number, dt: number) => NotFinite | null;

export function stepOf(integrator: Integrator, stocks: number): Step {
  return integrator === 'euler' ? euler : rungeKutta4(stocks);
}

function euler(state: State, t: number, dt: number): NotFinite | null {
  state.takeRates();
  const { x, rates } = state;
  const { stocks } = state.prepared;
  for (let i = 0; i < stocks.length; i++) x[stocks[i]!] = x[stocks[i]!]! + dt * rates[i]!;
  const failure = state.checkStocks(t + dt);
  // The stocks have moved, but what was evaluated before still stands.
  return failure && (state.checkRates(t) ?? failure);
}

function rungeKutta4(count: number): Step {
  const start = new Float64Array(count);
  const [k1, k2, k3] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];

  /** The step from `start`, evaluated at t; `search` looks for a failure at every stage. */
  const advance = (state: State, t: number, dt: number, search: boolean): NotFinite | null => {
    const { x, rates } = state;
    const { stocks } = state.prepared;
    const half = t + dt / 2;
    const take = (at: number): NotFinite | null => {
      state.takeRates();
      return search ? state.checkRates(at) : null;
    };
    const stage = (at: number, reach: number, k: Float64Array, next: number): NotFinite | null => {
      const failure = take(at);
      k.set(rates);
      for (let i = 0; i < count; i++) x[stocks[i]!] = start[i]! + reach * k[i]!;
      state.evaluate(next);
      return failure;
    };
    const failure =
      stage(t, dt / 2, k1, half) ?? stage(half, dt / 2, k2, half) ?? stage(half, dt, k3, t + dt) ?? take(t + dt);
    if (failure) return failure;
    for (let i = 0; i < count; i++) {
      x[stocks[i]!] = start[i]! + (dt / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + rates[i]!);
    }
    return state.checkStocks(t + dt);
  };

  return (state, t, dt) => {
    const { x } = state;
    const { stocks } = state.prepared;
    for (let i = 0; i < count; i++) start[i] = x[stocks[i]!]!;
    if (!advance(state, t, dt, false)) return null;
    for (let i = 0; i < count; i++) x[stocks[i]!] = start[i]!;
    state.evaluate(t);
    return advance(state, t, dt, true);
  };
}
