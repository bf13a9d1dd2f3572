import { expose, transfer, type Endpoint } from 'comlink';
import { createService } from './service';

/**
 * The far end of a worker simulator: a service that answers over an endpoint (inside a worker, the worker itself).
 * Values of a run are handed over, not copied.
 */
export function serve(endpoint?: Endpoint): void {
  const service = createService();
  const remote: RemoteService = {
    open: service.open,
    run: (scenario, options) => {
      const answer = service.run(scenario, options);
      if (!answer.ok || !answer.value.outcome.ok) return answer;
      return transfer(answer, [answer.value.outcome.trajectory.values.buffer]);
    }
  };
  expose(remote, endpoint);
}

export type RemoteService = ReturnType<typeof createService>;
