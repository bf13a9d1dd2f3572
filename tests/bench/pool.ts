import { serveThread, threadSimulator, type Simulator } from '$lib/simulator';

/**
 * The pool of threads that sections measure on. All sections are one script, which its threads load again: it may offer its
 * service once only, or every thread would do each task as often as there are sections.
 */
serveThread();

export function openPool(): Simulator {
  return threadSimulator({ script: new URL(import.meta.url) });
}
