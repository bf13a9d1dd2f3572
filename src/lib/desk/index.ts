export { default as DeskPage } from './DeskPage.svelte';
export { default as DraftOffer } from './DraftOffer.svelte';
export { draftOf, historyOf } from './draft';
export { Drafts } from './drafts.svelte';
export { Desk, type DeskSetup, type Preset, type Runner } from './desk.svelte';
export { cellsAtOnce } from './cells-shown';
export { runnerOf } from './runner';
export { addressOf, readAddress, type OpenedLink } from './share';
