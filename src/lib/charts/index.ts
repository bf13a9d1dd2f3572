export * from './figure';
export type * from './hindcast';
export {
  actorColours,
  colourOf,
  comparedColours,
  cssPalette,
  darkPalette,
  paletteCss,
  type ActorColour,
  type ColourName,
  type ComparedColour,
  type Palette
} from './palette';
export { lightPalette } from './light-palette';
export {
  attributionTable,
  type AttributionEnd,
  type AttributionFigureProps,
  type AttributionStep,
  type AttributionTexts
} from './attribution';
export { influenceTable, multiplesTable, trajectoryTable } from './tables';
export {
  loopTable,
  type LoopBadgeProps,
  type LoopFigureProps,
  type LoopLinkProps,
  type LoopNodeProps,
  type LoopTableWords
} from './loop-figure';
export {
  mapTable,
  type MapBorderTold,
  type MapFigureProps,
  type MapGround,
  type MapPlaceTold,
  type MapTexts
} from './map';
export { monthId } from './place/months';
export { valueAxis, type ValueAxis } from './place/domain';
export { default as AttributionFigure } from './figures/AttributionFigure.svelte';
export { default as HindcastFigure } from './figures/HindcastFigure.svelte';
export { default as HistoryFigure } from './figures/HistoryFigure.svelte';
export { default as InfluenceFigure } from './figures/InfluenceFigure.svelte';
export { default as MapFigure } from './figures/MapFigure.svelte';
export { default as PedigreeFigure } from './figures/PedigreeFigure.svelte';
export { default as ShareStrip } from './figures/ShareStrip.svelte';
export type { ShareStripProps, StripShare } from './place/share-strip';
export { default as SmallMultiples } from './figures/SmallMultiples.svelte';
export { default as Sparkline } from './figures/Sparkline.svelte';
export { default as TimelineFigure } from './figures/TimelineFigure.svelte';
export {
  timelineTable,
  type TimelineEvent,
  type TimelineFigureProps,
  type TimelineLaneProps,
  type TimelineTexts
} from './timeline';
export { default as FrontFigure } from './figures/FrontFigure.svelte';
export { frontTable, type FrontFigureProps, type FrontPoint } from './front';
export { default as IndexBars } from './figures/IndexBars.svelte';
export { default as MorrisFigure } from './figures/MorrisFigure.svelte';
export { default as OverTimeFigure } from './figures/OverTimeFigure.svelte';
export { default as TornadoFigure } from './figures/TornadoFigure.svelte';
export {
  indexTable,
  morrisTable,
  overTimeTable,
  tornadoTable,
  type IndexBarsProps,
  type IndexRow,
  type MorrisFigureProps,
  type OverTimeFigureProps,
  type TornadoFigureProps
} from './sensitivity';
export { default as TrajectoryFigure } from './figures/TrajectoryFigure.svelte';
export { default as LoopFigure } from './figures/LoopFigure.svelte';
export { default as LoopRing } from './figures/LoopRing.svelte';
export {
  comparedStyle,
  compareTable,
  differenceTable,
  tradeoffTable,
  type ComparedLine,
  type ComparedPanel,
  type CompareFigureProps,
  type DifferenceRow,
  type DifferenceStripProps,
  type TradeoffFigureProps,
  type TradeoffPoint
} from './compared';
export {
  pairsTable,
  peelingTable,
  stripsTable,
  type AxisTick,
  type BoxPairsProps,
  type PairAxis,
  type PeelingFigureProps,
  type RangeStripsProps
} from './discovery';
export { default as BoxPairs } from './figures/BoxPairs.svelte';
export { default as PeelingFigure } from './figures/PeelingFigure.svelte';
export { default as RangeStrips } from './figures/RangeStrips.svelte';
export { markPath } from './place/mark';
export { default as CompareFigure } from './figures/CompareFigure.svelte';
export { default as DifferenceStrip } from './figures/DifferenceStrip.svelte';
export { default as TradeoffFigure } from './figures/TradeoffFigure.svelte';
