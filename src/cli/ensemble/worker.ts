import { parentPort, workerData } from 'node:worker_threads';
import { openJob } from './compute';
import type { Job } from './job';
import type { Answer, Question } from './protocol';

/** The script of a worker thread: opens its job, then answers one question after the other. */
const port = parentPort;

function answer(what: Answer, handedOver: readonly ArrayBuffer[] = []): void {
  port?.postMessage(what, [...handedOver]);
}

/** An error loses its class between threads; its words are all that the person sees of it anyway. */
async function guarded(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    answer({ kind: 'failed', reason: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

await guarded(async () => {
  const computing = await openJob(workerData as Job);
  port?.on('message', (question: Question) => {
    void guarded(() => {
      if (question.kind === 'summary') {
        const bytes = computing.takeSummary();
        answer({ kind: 'summary', bytes }, [bytes.buffer]);
      } else {
        const rows = computing.block(question.block);
        answer({ kind: 'block', rows }, rows ? [rows.bytes.buffer] : []);
      }
    });
  });
  answer({ kind: 'ready', backend: computing.backend });
});
