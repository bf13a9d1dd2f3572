/**
 * What pages load with their first computation and not before. A door itself is never loaded late: all that it leads to
 * would become one file, which every page that uses any of it loads.
 */
export { compile } from '$lib/engine';
export { quantilesOf, workerSimulator } from '$lib/simulator';
