/** The explore room: the panels and the state of the pages that compare and search. */
export { default as ExploreNav } from './ExploreNav.svelte';
export { readComparison, comparisonQuery } from './compare/address';
export { CompareState, type CompareSetup } from './compare/compare.svelte';
export { default as ComparePage } from './compare/ComparePage.svelte';
export {
  askedOf,
  comparePlan,
  firstChoices,
  firstPresets,
  letters,
  type CompareChoices,
  type CompareSubject
} from './compare/subject';
export { tell, type Told } from './compare/told';
export { sourceLine as compareSource } from './compare/view';
export { futuresQuery, readFutures } from './futures/address';
export { factorNames, type FactorName } from './futures/factor-names';
export type { FuturesNames } from './futures/figures';
export { FuturesState, type FuturesRunner } from './futures/futures.svelte';
export { default as FuturesPage } from './futures/FuturesPage.svelte';
export { FUTURES, type FuturesQuestion } from './futures/question';
export { runFutures, type FuturesView } from './futures/view';
export { goalQuery, readGoalAddress } from './goal/address';
export { GoalState, type GoalRunner } from './goal/goal.svelte';
export { default as GoalPage } from './goal/GoalPage.svelte';
export { isLink, movable, standardQuestion, standsOf, type GoalNames } from './goal/question';
export { exampleSizes, seekGoal, type GoalResult } from './goal/result';
export { default as GoalRows } from './goals/GoalRows.svelte';
export { default as MonthChoice } from './goals/MonthChoice.svelte';
export {
  goalDisplay,
  goalFor,
  goalOutput,
  goalSaid,
  goalsSaid,
  goalSubject,
  MOST_GOALS,
  nextGoal,
  startingLevel,
  type GoalOutput,
  type GoalSubject,
  type Standing
} from './goals/goal-subject';
export { linkedScenario, questionQuery, readQuestion } from './sensitivity/address';
export type { SensitivityNames } from './sensitivity/figures';
export { refineStudy, runStudy, type Study } from './sensitivity/run-study';
export { SensitivityState, type StudyRunner } from './sensitivity/sensitivity.svelte';
export { default as SensitivityPage } from './sensitivity/SensitivityPage.svelte';
export { studyView, type StudyView } from './sensitivity/view';
