/** The door of the simulator room: scenarios in, reports out, on this thread or in workers. */
export type {
  EnsembleOptions,
  EnsembleProgress,
  EnsembleReport,
  Member,
  RunOptions,
  RunReport,
  Simulator
} from './simulator';
export { directSimulator } from './direct';
export { SimulatorError, type SimulatorErrorCode, type SimulatorErrorData } from './error';
export { latest, type Latest } from './latest';
export type { CreateLive, Live, LiveEvent, LiveRequest } from './live';
export { workerSimulator, type WorkerLike, type WorkerOptions } from './worker-simulator';
