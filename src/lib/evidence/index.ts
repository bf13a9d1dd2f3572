/**
 * The evidence room: the panels of the pages that say what a result rests on. It computes nothing that a page shows beside
 * figures: what a page needs comes from its load function as plain data.
 */
export { default as EvidenceNav } from './EvidenceNav.svelte';
export type { AddressOf, Mention, Target } from './model/target';
export type * from './model/entries';
export { ModelBook, type Shelf } from './model/book';
export { anchorOf } from './model/anchor';
export { default as ChapterFrame } from './model/ChapterFrame.svelte';
export { default as EventsChapter } from './model/EventsChapter.svelte';
export { default as InputsChapter } from './model/InputsChapter.svelte';
export { default as ModelDocumentation } from './model/ModelDocumentation.svelte';
export { default as ModelOverview } from './model/ModelOverview.svelte';
export { default as SectorChapter } from './model/SectorChapter.svelte';
export { default as SourcesChapter } from './model/SourcesChapter.svelte';
export { default as TermsChapter } from './model/TermsChapter.svelte';
export { default as BriefingBody } from './briefing/BriefingBody.svelte';
export { briefingResults, type BriefingResults } from './briefing/results';
export { briefingView, type BriefingView } from './briefing/view';
export { default as BacktestPanels } from './backtest/BacktestPanels.svelte';
export type { BacktestView, InputInHistory } from './backtest/view';
export { graphOf, LoopCourse, type LoopsView } from './loops/course';
export { Loops } from './loops/loops.svelte';
export { default as LoopsPage } from './loops/LoopsPage.svelte';
export { default as ChecksPage } from './checks/ChecksPage.svelte';
export { compareResults, computeChecks, type CheckAsking, type CheckResults } from './checks/results';
export { checkViews, mechanismViews, type CheckView, type MechanismView } from './checks/view';
export { deskQuery, queryOf, readQuery, type MessageChoice } from './message/address';
export {
  drawnRows,
  DRAWS,
  drawShares,
  messageSubject,
  nominalRow,
  SEED,
  weightingShares,
  WEIGHTINGS,
  type MessageSubject
} from './message/figures';
export { MessageState, type MessageRunner, type PublishedMessage } from './message/message.svelte';
export { default as MessagePage } from './message/MessagePage.svelte';
export { messageView, type MessageView } from './message/view';
