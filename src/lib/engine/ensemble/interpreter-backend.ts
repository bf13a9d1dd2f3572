import { interpret } from '../interpret/interpret';
import { bindRequest } from '../interpret/request';
import type { Program } from '../program';
import { memberOf } from './member';
import { checkEnsemble, requestOf, type Backend } from './plan';

/** The readable back end: every run by itself, through the interpreter. */
export function interpreterBackend(program: Program): Backend {
  return {
    kind: 'interpreter',
    run: (request) => interpret(program, request),
    ensemble: (request, visit) => {
      checkEnsemble(request);
      bindRequest(program, requestOf(request, request.from));
      const member = memberOf(program, request);
      for (let run = request.from; run < request.to; run++) visit(run, interpret(program, member(run)));
    },
    batch: (requests, visit) => {
      for (const [index, request] of requests.entries()) visit(index, interpret(program, request));
    }
  };
}
