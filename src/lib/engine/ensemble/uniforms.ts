import type { Program } from '../program';
import { Domain, UniformStream } from '../random/philox';
import { sampler } from '../sampling';
import type { EnsemblePlan } from './plan';

/**
 * The uniforms behind the draws of a run, in *dimensions*: the common factor of each sector, then for each quantity its
 * own uniform, then for each quantity the one that decides whether it follows the common factor.
 *
 * Random sampling takes them from Philox in the domain `parameters`: quantity q has block (step 0, draw q), whose first
 * uniform decides and whose second is its own; sector s has the first of block (step 1, draw s). The other plans give
 * dimension d of run r. This layout is part of what a link promises: it never changes.
 */
export function dimensionsOf({ uncertain }: Program): number {
  return uncertain.sectors.length + 2 * uncertain.quantities.length;
}

export const BLOCK_OF_QUANTITIES = 0;
export const BLOCK_OF_SECTORS = 1;

/** A function that writes the uniforms that the draws of a run read into an array of `dimensionsOf(program)`. */
export function uniformsOf(program: Program, plan: EnsemblePlan): (run: number, into: Float64Array) => void {
  const sectors = program.uncertain.sectors.length;
  const quantities = program.uncertain.quantities.length;
  const dimensions = dimensionsOf(program);
  if (plan.sampling !== 'random') {
    const { sampling, runs, seed } = plan;
    const at = sampler({ sampling, runs, seed, dimensions });
    // Where no quantity follows its sector, only their own uniforms are ever read.
    const isShared = plan.uncertainty !== 'none' && program.uncertain.loading[plan.uncertainty] > 0;
    const [from, to] = isShared ? [0, dimensions] : [sectors, sectors + quantities];
    return (run, into) => {
      for (let d = from; d < to; d++) into[d] = at(run, d);
    };
  }
  return (run, into) => {
    const stream = new UniformStream(plan.seed, run, Domain.parameters);
    for (let s = 0; s < sectors; s++) into[s] = stream.seek(BLOCK_OF_SECTORS, s).first;
    for (let q = 0; q < quantities; q++) {
      stream.seek(BLOCK_OF_QUANTITIES, q);
      into[sectors + quantities + q] = stream.first;
      into[sectors + q] = stream.second;
    }
  };
}
