import type { Answer } from './service';
import { createService } from './service';
import { SimulatorError } from './error';
import type { Simulator } from './simulator';

/** Runs on the calling thread: for Node, tests and prerendering. Same service, same bits as a worker. */
export function directSimulator(): Simulator {
  const service = createService();
  let closed = false;
  const use = async <T>(ask: () => Answer<T>): Promise<T> => {
    if (closed) throw new SimulatorError('closed');
    return valueOf(ask());
  };
  return {
    open: async (model) => void (await use(() => service.open(model))),
    run: (scenario, options = {}) => use(() => service.run(scenario, options)),
    close: () => {
      closed = true;
    }
  };
}

/** The value of an answer; throws the SimulatorError that it carries. */
export function valueOf<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new SimulatorError(answer.code, answer.data);
}
