/**
 * The model room: model files to a checked Model. It knows the formula language and no simulation, and reads no disk:
 * whoever calls brings the texts.
 */
export type * from './model';
export type * from './robustness';
export type * from './briefing';
export type * from './reasons';
export type * from './history';
export type * from './geography';
export { loadModel, type LoadedModel } from './load-model';
export { computesTheSame, freeze } from './frozen';
export { NotAModel, parseModel } from './parse-model';
export {
  cellId,
  cellsOf,
  combinations,
  elementsOf,
  findCell,
  type Cell,
  type CellKind,
  type Definition
} from './cells';
export { standingOf, type Chapter, type Standing } from './chapters';
export { computingFiles } from './computing-files';
export { deskText, filled, firstText, lean } from './lean';
export { meaningOfCell, nameOfCell } from './name-of-cell';
