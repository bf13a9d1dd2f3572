import {
  cssPalette,
  valueAxis,
  type FigureTexts,
  type Frame,
  type InfluenceFigureProps,
  type Ramp,
  type Series,
  type SmallMultiplesProps,
  type TimeSpan,
  type TrajectoryFigureProps
} from '$lib/charts';
import { addMonths, formatMonth, formatPercent, formatPlain } from '$lib/i18n';
import { nameOfCell } from '$lib/model';
import { dateOf, defaultOf, type Scenario } from '$lib/scenario';
import { columnOf, firstOf, lastOf } from './columns';
import type { Desk } from './desk.svelte';
import { displayOf } from './display';
import { displayKind } from './headline';
import { contendersIn } from './influence';
import { spanOf, targetOf } from './profile-edit';
import { bandsOf, steadyAxis } from './uncertainty';

/**
 * From the desk's state to what figures are told. Nothing is drawn and nothing is decided here but words and order. Figures
 * tell of the scenario whose result they show, so a change is drawn once: when its result is there.
 */
const family = "'IBM Plex Sans Arabic', 'IBM Plex Sans', sans-serif";

/** Everything of the desk that a figure's props follow, read without working them out. */
export function stirring({ result, reference, shown, bands, locale }: Desk): unknown {
  return [result, reference, shown, bands.latest, bands.singles, locale];
}

export function timeOf(desk: Desk): TimeSpan {
  const { start, rows } = desk.result;
  return {
    start,
    months: rows - 1,
    formatMonth: (month) => formatMonth(desk.locale, dateOf(month, start)),
    formatYear: (year) => String(year)
  };
}

export function frameOf(
  desk: Desk,
  id: string,
  width: number,
  words: Pick<Frame, 'title' | 'subtitle' | 'summary'>
): Frame {
  const { locale, direction, model, text } = desk;
  return {
    ...words,
    id,
    width,
    locale,
    direction,
    palette: cssPalette,
    fontFamily: family,
    source: desk.words.figures.sourceLine(text.title, model.version),
    interactive: true
  };
}

export function textsOf(desk: Desk): FigureTexts {
  const { reader, rampsHeading, moreRamps, statusQuo, month } = desk.words.figures;
  return { reader, month, moreRamps, ramps: rampsHeading, reference: statusQuo };
}

/** `October 2024 to October 2034`. */
export function rangeOf(desk: Desk): string {
  const { start, rows } = desk.result;
  return desk.words.figures.between(
    formatMonth(desk.locale, start),
    formatMonth(desk.locale, addMonths(start, rows - 1))
  );
}

/** Name of a scenario: the present one, or the one that is shown. */
export function scenarioName(desk: Desk, scenario: Scenario = desk.scenario): string {
  const { text, words } = desk;
  const { preset, isStatusQuo } = desk.standingOf(scenario);
  if (isStatusQuo) return words.figures.statusQuo;
  return (preset && text.presets[preset.id]?.name) || scenario.title || words.shell.yourScenario;
}

/** Inputs that leave their default, in the model's order, with what they do. */
export function rampsOf(desk: Desk, scenario: Scenario = desk.scenario): Ramp[] {
  const { model, text, locale } = desk;
  return Object.entries(scenario.profiles).flatMap(([id, profile]) => {
    const span = spanOf(profile);
    if (!span) return [];
    const unit = unitOf(desk, id);
    const show = (value: number): string =>
      unit === '%' ? formatPercent(locale, value) : formatPlain(locale, value, 0);
    const detail = desk.words.figures.move(
      formatPlain(locale, defaultOf(model, id), 0),
      show(targetOf(profile, defaultOf(model, id)))
    );
    const named = text.inputs[id];
    return [{ id, label: named?.short ?? named?.name ?? id, detail, ...span }];
  });
}

/** Unit of an input or composite as the person sees it. */
export function unitOf(desk: Desk, id: string): string {
  const { inputs, composites } = desk.model;
  const first = composites.find((composite) => composite.id === id)?.writes[0] ?? id;
  return inputs.find((input) => input.id === first)?.unit ?? '';
}

/** The status quo below, the scenario above; one line where they are the same. */
export function seriesOf(desk: Desk, cell: string): Series[] {
  const { words, shown } = desk;
  const scenario = columnOf(desk.result, cell);
  const reference = columnOf(desk.reference, cell);
  if (!scenario || !reference) return [];
  const drawn = drawnOf(desk, cell);
  if (desk.standingOf(shown).isStatusQuo) {
    return [{ id: 'status_quo', label: words.figures.statusQuo, values: scenario, colour: 'ink', ...drawn }];
  }
  return [
    { id: 'status_quo', label: words.figures.statusQuo, values: reference, colour: 'statusQuo', reference: true },
    { id: 'scenario', label: words.figures.thisScenario, values: scenario, colour: 'accent', ...drawn }
  ];
}

/** The same without bands. */
function linesOf(desk: Desk, cell: string): Series[] {
  return seriesOf(desk, cell).map(({ id, label, values, colour, reference }) => ({
    id,
    label,
    values,
    colour,
    reference
  }));
}

/** Bands and single futures around the line of an output; nothing where none were drawn. */
function drawnOf({ bands, shown, words }: Desk, cell: string): Pick<Series, 'bands' | 'bandsLag' | 'threads'> {
  const { latest, singles } = bands;
  if (!latest) return {};
  const threads = latest.members.flatMap(({ outcome }) =>
    singles && outcome.ok ? (columnOf(outcome.trajectory, cell) ?? []) : []
  );
  return { bands: bandsOf(latest.result, cell, words.uncertainty), bandsLag: latest.scenario !== shown, threads };
}

function summaryOf(desk: Desk, cell: string, name: string, format: (value: number) => string): string {
  const { words, locale, result } = desk;
  const [from, to, reference] = [firstOf(result, cell), lastOf(result, cell), lastOf(desk.reference, cell)];
  if (from === null || to === null) return name;
  const [start, end] = [result.start, addMonths(result.start, result.rows - 1)].map((month) =>
    formatMonth(locale, month)
  ) as [string, string];
  const said = words.figures.summary(name, format(from), start, format(to), end);
  const { isStatusQuo } = desk.standingOf(desk.shown);
  return isStatusQuo || reference === null ? said : `${said} ${words.figures.summaryReference(format(reference))}`;
}

/**
 * An axis that stays where it is while a slider moves. For an index it runs in whole steps of 20 with some air.
 */
export function steadyDomain(
  desk: Desk,
  cell: string,
  series: readonly Series[] = seriesOf(desk, cell)
): readonly [number, number] {
  const { axes } = desk.bands;
  const kind = displayKind(desk.model, cell);
  const { scale } = displayOf(kind, desk.locale, desk.words);
  let [low, high] = [Infinity, -Infinity];
  const arrays = series.flatMap(({ values, bands = [], threads = [] }) => [
    values,
    ...bands.flatMap((band) => [band.low, band.high]),
    ...threads
  ]);
  for (const values of arrays) {
    for (let month = 0; month < values.length; month++) {
      low = Math.min(low, values[month]!);
      high = Math.max(high, values[month]!);
    }
  }
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 100];
  const round = valueAxis(arrays, scale);
  const wanted: readonly [number, number] =
    kind === 'index'
      ? [
          Math.max(0, Math.floor((low - air) / coarse) * coarse),
          Math.min(100, Math.ceil((high + air) / coarse) * coarse)
        ]
      : [round.low, round.high];
  const axis = steadyAxis(axes[cell], { low, high }, wanted);
  axes[cell] = axis;
  return axis;
}

const coarse = 20;
const air = 4;

/** A figure of one output over time, with the status quo as its reference. */
export function trajectoryOf(
  desk: Desk,
  cell: string,
  id: string,
  width: number,
  own: { title: string; height: number; ramps: boolean; bandLegend?: boolean }
): TrajectoryFigureProps {
  const { words, locale, model, text } = desk;
  const kind = displayKind(model, cell);
  const { scale } = displayOf(kind, locale, words);
  const series = seriesOf(desk, cell);
  const unit = { index: words.figures.index, share: words.figures.perCent, percent: words.figures.perCent, number: '' }[
    kind
  ];
  const subtitle = [unit, scenarioName(desk, desk.shown)].filter(Boolean).join(' · ');
  return {
    ...frameOf(desk, id, width, {
      title: own.title,
      subtitle,
      summary: summaryOf(desk, cell, nameOfCell(text, cell), scale.format)
    }),
    time: timeOf(desk),
    scale: {
      ...scale,
      focusedNote: words.figures.focused,
      domain: steadyDomain(desk, cell, series)
    },
    series,
    ramps: own.ramps ? rampsOf(desk, desk.shown) : [],
    texts: textsOf(desk),
    plotHeight: own.height,
    bandLegend: own.bandLegend
  };
}

export function partsOf(desk: Desk, id: string, width: number): SmallMultiplesProps {
  const { words, locale, layout, text } = desk;
  const { scale } = displayOf('index', locale, words);
  const { parts } = layout.stability;
  return {
    ...frameOf(desk, id, width, {
      title: words.figures.partsTitle,
      subtitle: `${words.figures.index} · ${scenarioName(desk, desk.shown)}`,
      summary: parts.map((cell) => summaryOf(desk, cell, nameOfCell(text, cell), scale.format)).join(' ')
    }),
    time: timeOf(desk),
    scale,
    panels: parts.map((cell) => ({ id: cell, label: nameOfCell(text, cell), series: linesOf(desk, cell) })),
    texts: textsOf(desk),
    plotHeight: 120
  };
}

export function influenceOf(desk: Desk, id: string, width: number): InfluenceFigureProps {
  const { words, locale, model, layout, text } = desk;
  const { scale } = displayOf('share', locale, words);
  const { isStatusQuo } = desk.standingOf(desk.shown);
  const panels = layout.influence.places.map((place) => ({
    id: place,
    label: text.elements[place]?.name ?? place,
    shares: contendersIn(model, layout, text, place).flatMap(({ element, cell, label, colour }) => {
      const values = columnOf(desk.result, cell);
      const reference = isStatusQuo ? undefined : (columnOf(desk.reference, cell) ?? undefined);
      return values ? [{ id: element, label, colour, values, reference }] : [];
    })
  }));
  const rounded = { ...scale, format: scale.formatTick };
  return {
    ...frameOf(desk, id, width, {
      title: words.figures.influenceTitle,
      subtitle: `${words.figures.share} · ${scenarioName(desk, desk.shown)}`,
      summary: panels
        .map(({ label, shares }) => {
          const said = shares.map(
            (share) => `${share.label} ${rounded.format(share.values[share.values.length - 1] ?? 0)}`
          );
          return words.figures.summaryPlace(label, said.join(locale === 'ar' ? '، ' : ', '));
        })
        .join(' ')
    }),
    time: timeOf(desk),
    scale: rounded,
    panels,
    texts: textsOf(desk)
  };
}
