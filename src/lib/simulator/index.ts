/** The door of the simulator room: scenarios in, reports out, on this thread or in workers. */
export type {
  CasesOptions,
  CasesReport,
  EnsembleOptions,
  EnsembleProgress,
  EnsembleReport,
  Member,
  RunOptions,
  RunReport,
  Simulator,
  SurveyOptions,
  SurveyReport
} from './simulator';
export { breath } from './breath';
export { quantilesOf, type CaseFailure } from './cases/family';
export { directSimulator } from './direct';
export { SimulatorError, type SimulatorErrorCode, type SimulatorErrorData } from './error';
export type { WorkerLike } from './hand';
export { latest, type Latest } from './latest';
export { live, type Live, type LiveAnswer, type LiveEvent, type LiveRequest } from './live';
export { serveThread, threadSimulator, type ThreadOptions } from './thread-simulator';
export { workerSimulator, type WorkerOptions } from './worker-simulator';
export {
  checkDraws,
  checkSubject,
  drawnShares,
  headlineOf,
  mutationTable,
  namedScenarios,
  nominalVerdicts,
  under,
  type CheckSubject,
  type Mutation,
  type NamedScenario
} from './survey/behaviour';
export { compareScenarios, singleRuns, type ComparisonQuestion } from './survey/comparison';
