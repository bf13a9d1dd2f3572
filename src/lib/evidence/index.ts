/**
 * The evidence room: the panels of the pages that say what a result rests on. It computes nothing that a page shows beside
 * figures: what a page needs comes from its load function as plain data.
 */
export { default as EvidenceNav } from './EvidenceNav.svelte';
