import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  AttributionFigure,
  CompareFigure,
  darkPalette,
  DifferenceStrip,
  FrontFigure,
  HindcastFigure,
  HistoryFigure,
  IndexBars,
  InfluenceFigure,
  lightPalette,
  LoopFigure,
  LoopRing,
  MorrisFigure,
  OverTimeFigure,
  PedigreeFigure,
  SmallMultiples,
  Sparkline,
  TornadoFigure,
  TradeoffFigure,
  TrajectoryFigure
} from '$lib/charts';
import { toSvg } from '../../src/lib/export/server-svg';
import { manyChanges, twoChanges } from './attribution-example';
import { backtestExample, historyExample } from './backtest-example';
import { comparedDifferences, comparedLines, comparedPanels, comparedTradeoff } from './compare-example';
import { bandedStability, influence, parts, relapse, stability, type Locale, type Look } from './examples';
import { front } from './front-example';
import { loopDiagram, loopRing } from './loop-example';
import { pedigree } from './pedigree';
import { indices, overTime, screening, swingsExample } from './sensitivity-example';

/** Every figure as the file a reader takes away, in both languages, both themes, wide and narrow. */
const folder = fileURLToPath(new URL('../golden/charts/', import.meta.url));

const figures: Record<string, (look: Look) => string> = {
  stability: (look) => toSvg(TrajectoryFigure, stability(look)),
  banded: (look) => toSvg(TrajectoryFigure, bandedStability(look)),
  relapse: (look) => toSvg(TrajectoryFigure, relapse(look)),
  influence: (look) => toSvg(InfluenceFigure, influence(look)),
  'influence-read': (look) => toSvg(InfluenceFigure, { ...influence(look), month: 40 }),
  attribution: (look) => toSvg(AttributionFigure, twoChanges(look)),
  'attribution-sampled': (look) => toSvg(AttributionFigure, manyChanges(look)),
  compare: (look) => toSvg(CompareFigure, comparedLines(look)),
  'compare-read': (look) => toSvg(CompareFigure, { ...comparedLines(look), month: 60 }),
  'compare-panels': (look) => toSvg(CompareFigure, comparedPanels(look)),
  'compare-differences': (look) => toSvg(DifferenceStrip, comparedDifferences(look)),
  'compare-tradeoff': (look) => toSvg(TradeoffFigure, comparedTradeoff(look)),
  front: (look) => toSvg(FrontFigure, front(look)),
  pedigree: (look) => toSvg(PedigreeFigure, pedigree(look)),
  loops: (look) => toSvg(LoopFigure, loopDiagram(look)),
  'loops-followed': (look) => toSvg(LoopFigure, { ...loopDiagram(look), pinned: 'r1' }),
  'loop-ring': (look) => toSvg(LoopRing, loopRing({ ...look, width: 420 })),
  backtest: (look) => toSvg(HindcastFigure, backtestExample(look)),
  'backtest-read': (look) => toSvg(HindcastFigure, { ...backtestExample(look), month: 90 }),
  sensitivity: (look) => toSvg(IndexBars, indices(look)),
  'sensitivity-screening': (look) => toSvg(MorrisFigure, screening(look)),
  'sensitivity-swings': (look) => toSvg(TornadoFigure, swingsExample(look)),
  'sensitivity-over-time': (look) => toSvg(OverTimeFigure, overTime(look)),
  history: (look) => toSvg(HistoryFigure, historyExample(look)),
  parts: (look) => toSvg(SmallMultiples, parts(look)),
  'parts-read': (look) => toSvg(SmallMultiples, { ...parts(look), month: 60 })
};

const looks: readonly [string, Look][] = (['en', 'ar'] as const satisfies readonly Locale[]).flatMap((locale) =>
  (
    [
      ['light', lightPalette],
      ['dark', darkPalette]
    ] as const
  ).flatMap(([theme, palette]) =>
    (
      [
        ['wide', 920],
        ['narrow', 360]
      ] as const
    ).map(([size, width]): [string, Look] => [`${locale}.${theme}.${size}`, { locale, palette, width }])
  )
);

function checkGolden(name: string, svg: string): void {
  const path = `${folder}${name}.svg`;
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, svg);
  }
  expect(existsSync(path), `${name}.svg is missing; run with UPDATE_GOLDEN=1 and look at it`).toBe(true);
  expect(svg).toBe(readFileSync(path, 'utf8'));
}

describe.each(Object.entries(figures))('the figure %s', (name, draw) => {
  it.each(looks)('looks as it did: %s', (look, props) => {
    checkGolden(`${name}.${look}`, draw(props));
  });

  it.each(looks)('can stand alone under a strict policy: %s', (_, props) => {
    const svg = draw(props);
    expect(svg).not.toMatch(/\sstyle=|<style|<script|class=|var\(--|NaN|undefined|Infinity/);
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).toContain('direction="ltr"');
  });

  it.each(looks)('isolates every Arabic string that is drawn: %s', (_, props) => {
    const drawn = [...draw(props).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]!);
    expect(drawn.length).toBeGreaterThan(5);
    for (const text of drawn) {
      if (/[\u0600-\u06ff]/.test(text)) expect(text).toMatch(/^\u2067[^\u2067]*\u2069$/);
    }
  });
});

it.each([
  ['light', lightPalette],
  ['dark', darkPalette]
] as const)('a sparkline looks as it did: %s', (theme, palette) => {
  const [scenario, statusQuo] = stability({ locale: 'en', palette, width: 640 }).series;
  const props = { colour: 'accent', palette, width: 96, height: 28, summary: 'Stability rises' } as const;
  checkGolden(
    `sparkline.${theme}`,
    toSvg(Sparkline, { ...props, values: scenario!.values, reference: statusQuo!.values })
  );
});
