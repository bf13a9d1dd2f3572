export {
  actorsFile,
  briefingFile,
  claimsFile,
  timelineFile,
  type ActorsFile,
  type BriefingFile,
  type ClaimsFile,
  type TimelineFile
} from './briefing-file';
export { checksFile, type ChecksFile } from './checks-file';
export { conclusionsFile, type ConclusionsFile } from './conclusions-file';
export { deskFile, type DeskFile } from './desk-file';
export { eventsFile, type EventsFile } from './events-file';
export { geographyFile, type GeographyFile } from './geography-file';
export { historyFile, type HistoryFile } from './history-file';
export { inputsFile, type InputsFile } from './inputs-file';
export { loopsFile, type LoopsFile } from './loops-file';
export { mechanismsFile, type MechanismsFile } from './mechanisms-file';
export { modelFile, type ModelFile } from './model-file';
export { observedFile, type ObservedFile } from './observed-file';
export { documentationFile, reasonsFile, type DocumentationFile, type ReasonsFile } from './reasons-file';
export { scenarioDocument, type ScenarioDocument } from './preset-file';
export { sectorFile, type SectorFile } from './sector-file';
export { sourcesFile, type SourcesFile } from './sources-file';
export { textFile, type TextFile } from './text-file';
