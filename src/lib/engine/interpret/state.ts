import type { Program } from '../program';
import { UniformStream, Domain } from '../random/philox';
import type { NotFinite, RunRequest } from '../run';
import { execute, type Surroundings } from './execute';
import { notFinite } from './failure';
import { prepare, type Prepared } from './prepare';
import type { BoundRequest } from './request';

/**
 * The registers of one run, and what is done with them between steps: begin, evaluate at a time, take the rates of
 * change, and look for values that are not finite.
 *
 * What is examined, in every back end: all that is computed once and the initial values, before the first month; every
 * input and variable at the start of each month; the rates of events when they are drawn; the stocks whenever they were
 * moved. A variable that matters to no stock may so pass a point between two months that it could not pass at one. A
 * failure is named by the first value that is not finite in order of computation.
 */
export class State {
  readonly x: Float64Array;
  readonly prepared: Prepared;
  /** Rates of change after `takeRates`, in the order of `prepared.stocks`: a view of the registers. */
  readonly rates: Float64Array;
  readonly surroundings: Surroundings;
  /** Whether what rests on inputs only has been computed since an input last moved. */
  private isSteady = false;

  constructor(
    readonly program: Program,
    private readonly bound: BoundRequest,
    request: RunRequest
  ) {
    this.prepared = prepare(program);
    this.x = new Float64Array(this.prepared.registers);
    const { firstRate, stocks } = this.prepared;
    this.rates = this.x.subarray(firstRate, firstRate + stocks.length);
    this.surroundings = {
      tables: program.tables,
      stream: request.chance && new UniformStream(request.chance.seed, request.chance.run, Domain.equations),
      step: 0
    };
    this.x[program.stepSlot] = 1 / request.stepsPerMonth;
  }

  /** Defaults, overrides, what is computed once, and the initial values at t = 0. */
  begin(): NotFinite | null {
    const { program, prepared, bound, x } = this;
    for (const { register, value } of prepared.constants) x[register] = value;
    for (const { slot, value } of program.defaults) x[slot] = value;
    for (const { slot, scale, default: value } of program.inputs) x[slot] = value * scale;
    for (const { slot, value } of bound.parameters) x[slot] = value;
    this.moveInputs(0);
    this.isSteady = false;
    execute(prepared.once, x, this.surroundings);
    const failure = this.firstNotFinite(prepared.checkedOnce, 0);
    if (failure) return failure;
    for (const [index, { slot }] of program.initial.entries()) {
      execute(prepared.initial[index]!, x, this.surroundings);
      const override = bound.initial.get(slot);
      if (override !== undefined) x[slot] = override;
    }
    return this.firstNotFinite(prepared.stocks, 0);
  }

  /** Inputs and variables at time t, from the stocks as they stand. */
  evaluate(t: number): void {
    this.moveInputs(t);
    if (!this.isSteady) execute(this.prepared.steady, this.x, this.surroundings);
    this.isSteady = true;
    execute(this.prepared.each, this.x, this.surroundings);
  }

  /** Rates of change at the last evaluation. */
  takeRates(): void {
    execute(this.prepared.rates, this.x, this.surroundings);
  }

  /** Inputs and variables of the last evaluation, which was at time t. */
  checkEvaluation(t: number): NotFinite | null {
    return this.firstNotFinite(this.prepared.checkedEach, t);
  }

  /** Inputs, variables and rates of the last evaluation, which was at time t. */
  checkRates(t: number): NotFinite | null {
    const failure = this.checkEvaluation(t);
    if (failure) return failure;
    const { rates, prepared, program } = this;
    for (let i = 0; i < rates.length; i++) {
      const rate = rates[i]!;
      if (rate - rate !== 0) return notFinite(program, program.slots[prepared.stocks[i]!]!.id, rate, t);
    }
    return null;
  }

  /** To be asked after stocks were moved to time t. */
  checkStocks(t: number): NotFinite | null {
    return this.firstNotFinite(this.prepared.stocks, t);
  }

  private moveInputs(t: number): void {
    this.x[this.program.timeSlot] = t;
    for (const { slot, scale, valueAt } of this.bound.inputs) {
      const value = valueAt(t) * scale;
      if (Object.is(value, this.x[slot])) continue;
      this.x[slot] = value;
      this.isSteady = false;
    }
  }

  private firstNotFinite(slots: Int32Array, t: number): NotFinite | null {
    const { x, program } = this;
    for (let i = 0; i < slots.length; i++) {
      const value = x[slots[i]!]!;
      if (value - value !== 0) return notFinite(program, program.slots[slots[i]!]!.id, value, t);
    }
    return null;
  }
}
