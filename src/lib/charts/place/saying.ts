import type { Series, SharePanel, TimeSpan, ValueScale } from '../figure';

/** What a figure says at one month, as a line of words for a screen reader. */

export function saySeries(series: readonly Series[], scale: ValueScale, time: TimeSpan, month: number): string {
  return sentence(
    time,
    month,
    series.map((one) => `${one.label} ${value(scale, one.values[month])}${widest(one, scale, month)}`)
  );
}

export function saySharePanels(
  panels: readonly SharePanel[],
  scale: ValueScale,
  time: TimeSpan,
  month: number
): string {
  return sentence(
    time,
    month,
    panels.map(({ label, shares }) => {
      const words = shares.map((share) => `${share.label} ${value(scale, share.values[month])}`);
      return `${label}: ${words.join(' · ')}`;
    })
  );
}

/** The widest band of a line at a month, in brackets. */
function widest({ bands: [band] = [] }: Series, scale: ValueScale, month: number): string {
  return band ? ` (${band.label}: ${value(scale, band.low[month])}–${value(scale, band.high[month])})` : '';
}

function sentence(time: TimeSpan, month: number, parts: readonly string[]): string {
  return `${time.formatMonth(month)}. ${parts.join('. ')}.`;
}

function value(scale: ValueScale, number: number | undefined): string {
  return number !== undefined && Number.isFinite(number) ? scale.format(number) : '–';
}
