import { existsSync } from 'node:fs';
import type { Model } from '$lib/model';
import { directSimulator, threadSimulator, type Simulator } from '$lib/simulator';

/**
 * A simulator over threads, with the model open: as many as the machine has, or as are asked for. Where the command line
 * runs from its sources, as in tests, there is no built script for threads, and this thread computes: the same bits.
 */
export async function openSimulator(model: Model, threads?: number): Promise<Simulator> {
  // It is built beside this file, see vite.cli.config.ts.
  const name = './simulator-thread.mjs';
  const script = new URL(name, import.meta.url);
  const simulator = existsSync(script)
    ? threadSimulator({ script, ...(threads === undefined ? {} : { threads }) })
    : directSimulator();
  await simulator.open(model);
  return simulator;
}
