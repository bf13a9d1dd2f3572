import type { Program, UncertainQuantity } from '../program';
import type { EnsemblePlan } from './plan';
import { quantile } from './quantile';
import { dimensionsOf, uniformsOf } from './uniforms';

/**
 * The uncertain draws of a run, written to be read: what the module of emit/draw.ts is held to, bit for bit.
 *
 * Every quantity takes one probability p: the common factor c of its sector, or 1 - c where its direction is -1, if its
 * deciding uniform is below the loading; else its own uniform. Its value is the p-quantile of its distribution. So a
 * common factor says: this sector as a whole is friendlier or harsher than believed.
 */
export interface Drawn {
  /** Values by cell id, as a RunRequest takes them. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly initial: Readonly<Record<string, number>>;
}

const NOTHING: Drawn = { parameters: {}, initial: {} };

/** The draws of one run; of many runs of a plan `drawing` is the better choice. */
export function drawRun(program: Program, plan: EnsemblePlan, run: number): Drawn {
  return drawing(program, plan)(run);
}

/** A function from runs to their draws. */
export function drawing(program: Program, plan: EnsemblePlan): (run: number) => Drawn {
  const { uncertainty } = plan;
  if (uncertainty === 'none') return () => NOTHING;
  const { sectors, quantities, loading } = program.uncertain;
  const uniforms = uniformsOf(program, plan);
  const u = new Float64Array(dimensionsOf(program));
  const own = sectors.length;
  const decider = own + quantities.length;

  const probability = ({ sector, direction }: UncertainQuantity, q: number): number => {
    if (sector < 0 || u[decider + q]! >= loading[uncertainty]) return u[own + q]!;
    return direction === 1 ? u[sector]! : 1 - u[sector]!;
  };
  return (run) => {
    uniforms(run, u);
    const parameters: Record<string, number> = {};
    const initial: Record<string, number> = {};
    for (const [q, quantity] of quantities.entries()) {
      const { slot, target } = quantity;
      const values = target === 'parameter' ? parameters : initial;
      values[program.slots[slot]!.id] = quantile(quantity[uncertainty], probability(quantity, q));
    }
    return { parameters, initial };
  };
}
