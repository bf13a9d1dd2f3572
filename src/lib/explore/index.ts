/** The explore room: the panels and the state of the pages that compare and search. */
export { default as ExploreNav } from './ExploreNav.svelte';
