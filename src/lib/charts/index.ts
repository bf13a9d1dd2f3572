export * from './figure';
export type * from './hindcast';
export {
  actorColours,
  colourOf,
  cssPalette,
  darkPalette,
  lightPalette,
  paletteCss,
  type ActorColour,
  type ColourName,
  type Palette
} from './palette';
export { influenceTable, multiplesTable, trajectoryTable } from './tables';
export { monthId } from './place/months';
export { valueAxis, type ValueAxis } from './place/domain';
export { default as HindcastFigure } from './figures/HindcastFigure.svelte';
export { default as HistoryFigure } from './figures/HistoryFigure.svelte';
export { default as InfluenceFigure } from './figures/InfluenceFigure.svelte';
export { default as SmallMultiples } from './figures/SmallMultiples.svelte';
export { default as Sparkline } from './figures/Sparkline.svelte';
export { default as TrajectoryFigure } from './figures/TrajectoryFigure.svelte';
