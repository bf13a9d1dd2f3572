/** The door of the analysis room: pure functions over results. */
export { evaluateCheck, type CheckContext, type CheckResult } from './check';
export { judgeChecks, planChecks, type CheckPlan, type CheckShare } from './behaviour/check-plan';
export type { Verdict as CheckVerdict } from './behaviour/reckon';
export { messageOf, sharesOverDraws, sharesOverWeights, type Message } from './behaviour/message';
export { weightVectors } from './behaviour/weight-vectors';
export { recomputationOf, weightsBehind, type Free, type Recomputation } from './behaviour/recomputation';
export { blank, surveyorOf, widthOf, type Figure, type Surveyor, type SurveySpec } from './behaviour/survey';
export { CheckError, type CheckErrorCode } from './error';
export type { Judgement, Side } from './judge';
export { EnsembleSummary } from './ensemble/ensemble-summary';
export { EnsembleError, type EnsembleErrorCode } from './ensemble/error';
export type { FailedRun } from './ensemble/failures';
export { PERCENTILES } from './ensemble/quantile';
export { bandLine } from './ensemble/result';
export type { Bands, DifferenceResult, EnsembleResult, EventResult, Means, ThresholdResult } from './ensemble/result';
export { EXACT_RUNS, type EnsembleSpec, type Threshold } from './ensemble/spec';
export { wilson, type Proportion } from './ensemble/wilson';
export { foldLinks, type Link, type LinkSign, type NodeCells } from './loops/fold';
export { coursesNeeded, influenceGraph, type InfluenceGraph } from './loops/influence-graph';
export { influenceRun, type InfluenceRun } from './loops/influence-run';
export { loopWays, pairsOf } from './loops/loop-ways';
export { loopGain, ownSlope, type LoopGain } from './loops/loop-gain';
export { chainOf, type Chain, type ChainSource, type ChainStep } from './chain/chain';
export { backtest, BacktestError, columnOf, type Backtest } from './backtest/backtest';
export { FEW_ONSETS, type HazardSkill } from './backtest/hazard-skill';
export { centredOnYears, historyRun, monthOf, type HistoryRun } from './backtest/history-program';
export {
  baselines,
  transform,
  untransform,
  type Baseline,
  type PeriodErrors,
  type SeriesSkill,
  type SeriesYear
} from './backtest/series-skill';
export { skillRows, yearRows, type Row as BacktestRow } from './backtest/skill-table';
export { verdictRules, type Verdict as SeriesVerdict } from './backtest/verdict';
export { attribute, planAttribution } from './attribution/attribution';
export type { Attribution, AttributionOptions, AttributionPlan, Interaction, Share } from './attribution/attribution';
export { playersOf, type Player } from './attribution/players';
export { cancellingPairs, extentOf, inOrderOfSize, LARGE, largeInteractions } from './attribution/reading';
export { MOST_EXACT_PLAYERS } from './attribution/shapley';
export type { Estimate } from './sensitivity/bootstrap';
export type { Design } from './sensitivity/design';
export { elementaryEffects, morrisDesign, type ElementaryEffects, type MorrisDesign } from './sensitivity/morris';
export { oneAtATimeDesign, swings, type OneAtATimeDesign, type Swing } from './sensitivity/one-at-a-time';
export { sobolDesign, sobolIndices, type SobolDesign, type SobolIndices } from './sensitivity/sobol-indices';
export { casesAt, factorSpace, INPUT_START, type SpaceFactor, type SpaceOptions } from './sensitivity/space';
export {
  decompose,
  groupFactors,
  screen,
  tornado,
  type Decomposition,
  type Evaluate,
  type FactorGroup,
  type Grouping,
  type GroupIndices,
  type Screening,
  type StudyWatch,
  type Tornado
} from './sensitivity/study';
export {
  evaluatorOf,
  inputsOf,
  planStudy,
  STUDY,
  type RunCases,
  type StudyPlan,
  type StudyQuestion
} from './sensitivity/study-plan';
export { indexRows, screeningRows, swingRows, type StudyRow } from './sensitivity/study-rows';
export { measure, wholeBox, type Box, type BoxMeasures, type Sample } from './discovery/box';
export {
  discover,
  DISCOVERY,
  figureAt,
  goalEvaluator,
  inPieces,
  planDiscovery,
  pointsInside,
  scenarioInside,
  tellBox,
  tellingBox,
  type BoxRange,
  type Discovery,
  type DiscoveryPlan,
  type DiscoveryQuestion,
  type DiscoveryWatch,
  type Inside,
  type ToldBox
} from './discovery/discover';
export {
  boxReport,
  discoveryJson,
  discoveryReport,
  factorScale,
  insideReport,
  trajectoryCsv,
  type BoxReport,
  type DiscoveryReport,
  type InsideReport,
  type RangeReport,
  type TrajectoryRow
} from './discovery/report';
export { paste, peel, quasiP, simplified, type PrimOptions, type PrimStep } from './discovery/prim';
export { robustness, type Robustness } from './discovery/robustness';
export {
  Comparison,
  comparisonSpec,
  type ComparisonAxes,
  type Level,
  type PairedSpread,
  type Spread,
  type Standing
} from './comparison/comparison';
export { comparisonColumns, comparisonRows, type ComparisonRow } from './comparison/comparison-rows';
export { isMet, shortfall, type Goal } from './goal-seeking/goal';
export { parseGoal, writeGoal, type GoalGround, type GoalProblem, type ReadGoal } from './goal-seeking/goal-text';
export { GoalSearch, type Proposal, type SearchOptions } from './goal-seeking/goal-search';
export { costOf, type Lever } from './goal-seeking/lever';
export {
  cheapestHolding,
  studyGoal,
  wayRows,
  type GoalStudy,
  type GoalStudyOptions,
  type GoalStudyWatch,
  type Way,
  type WayRow
} from './goal-seeking/goal-study';
export { parseLever, writeLever, type LeverProblem, type ReadLever } from './goal-seeking/lever-text';
export {
  helps,
  judgeWay,
  movableInputs,
  overlaps,
  planGoalSeek,
  RANGE_COST,
  SEEK,
  seek,
  standardCost,
  thinned,
  wayEvaluator,
  wayScenario,
  type EvaluateWays,
  type GoalPlan,
  type GoalQuestion,
  type Help,
  type Judged,
  type LeverChoice,
  type PlannedLever,
  type SeekOptions,
  type SeekWatch,
  type Sought
} from './goal-seeking/seek';
