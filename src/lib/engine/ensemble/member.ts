import type { Program } from '../program';
import type { RunRequest } from '../run';
import { drawing } from './draw';
import { requestOf, type EnsembleRequest } from './plan';

/**
 * An ensemble as single runs: a function from the number of a run to the request that, run by itself, gives the very same
 * trajectory. What the base request sets itself is not drawn.
 */
export function memberOf(program: Program, request: EnsembleRequest): (run: number) => RunRequest {
  const draw = drawing(program, request.plan);
  const { parameters, initial } = request.base;
  return (run) => {
    const drawn = draw(run);
    return {
      ...requestOf(request, run),
      parameters: { ...drawn.parameters, ...parameters },
      initial: { ...drawn.initial, ...initial }
    };
  };
}
