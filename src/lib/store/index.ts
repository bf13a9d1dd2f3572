/** The door of the store room: what a person's browser keeps for them. */
export { openStore, type Store, type StoreOptions, type Written } from './store';
export type { Trouble } from './backend';
export { historyKept, type Draft, type SavedScenario } from './records';
