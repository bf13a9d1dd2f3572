/** The door of the simulator room: scenarios in, reports out, on this thread or in a worker. */
export type { RunOptions, RunReport, Simulator } from './simulator';
export { directSimulator } from './direct';
export { SimulatorError, type SimulatorErrorCode, type SimulatorErrorData } from './error';
export { latest, type Latest } from './latest';
export { workerSimulator, type WorkerLike, type WorkerOptions } from './worker-simulator';
