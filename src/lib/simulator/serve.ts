import { expose, transfer, type Endpoint } from 'comlink';
import type { EnsembleResult } from '$lib/analysis';
import type { RunOutcome } from '$lib/engine';
import { createService, type Service } from './service';

/**
 * The far end of a worker simulator: a service that answers over an endpoint (inside a worker, the worker itself).
 * Big arrays are handed over, not copied.
 */
export function serve(endpoint?: Endpoint, service: Service = createService()): void {
  const remote: Service = {
    ...service,
    run: (scenario, options) => {
      const answer = service.run(scenario, options);
      return answer.ok ? transfer(answer, buffersOf([answer.value.outcome])) : answer;
    },
    block: async (task, block) => {
      const answer = await service.block(task, block);
      return answer.ok ? transfer(answer, buffersOf(answer.value.map(({ outcome }) => outcome))) : answer;
    },
    handOver: (id, stage) => {
      const answer = service.handOver(id, stage);
      return answer.ok && answer.value ? transfer(answer, [answer.value.buffer]) : answer;
    },
    cases: async (task) => {
      const answer = await service.cases(task);
      return answer.ok ? transfer(answer, [answer.value.values.buffer]) : answer;
    },
    survey: async (task) => {
      const answer = await service.survey(task);
      return answer.ok ? transfer(answer, [answer.value.buffer]) : answer;
    },
    gather: async (...asked) => {
      const answer = await service.gather(...asked);
      if (!answer.ok) return answer;
      const { result, bytes } = answer.value;
      return transfer(answer, [...resultBuffers(result), ...(bytes ? [bytes.buffer] : [])]);
    }
  };
  expose(remote, endpoint);
}

function buffersOf(outcomes: readonly RunOutcome[]): Transferable[] {
  return outcomes.flatMap((outcome) => (outcome.ok ? [outcome.trajectory.values.buffer as ArrayBuffer] : []));
}

function resultBuffers({ bands, difference }: EnsembleResult): Transferable[] {
  const big = [bands.values, ...(difference ? [difference.bands.values, difference.above, difference.below] : [])];
  return big.map((values) => values.buffer as ArrayBuffer);
}
