import { comparedStyle, type DifferenceStripProps } from '../compared';
import type { ColourName } from '../palette';
import { straight } from './curve';
import { valueAxis } from './domain';
import { placeFooter, placeHeader, typeScale, type PlacedHeader, type PlacedText } from './frame';
import { markPath } from './mark';
import { narrowest } from './trajectory';
import { shortenText, textWidth, wrapText } from './text';

/**
 * Differences to a baseline as strips around nought, placed: a thin line from the 5th to the 95th percentile, a thick one
 * over the middle half, a mark at the median. All strips share one axis. Names stand at the reading edge, what is said of a
 * strip at the other; on narrow figures both stand above the strip.
 */
export interface PlacedStrips {
  readonly height: number;
  readonly header: PlacedHeader;
  readonly texts: readonly PlacedText[];
  readonly rows: readonly {
    readonly id: string;
    readonly colour: ColourName;
    readonly y: number;
    readonly low: number;
    readonly high: number;
    readonly inner: readonly [number, number];
    readonly mark: string;
    /** The mark beside the name. */
    readonly key: string;
  }[];
  readonly grid: readonly { readonly x: number; readonly zero: boolean }[];
  readonly top: number;
  readonly bottom: number;
  readonly footer: readonly PlacedText[];
}

const MARK = 5;

export function placeDifferenceStrip(props: DifferenceStripProps): PlacedStrips {
  const { groups, scale, width, direction, zero } = props;
  const type = typeScale(props);
  const mirrored = direction === 'rtl';
  const narrow = width < narrowest + 120;
  const header = placeHeader(props, []);
  const all = groups.flatMap(({ rows }) => rows);
  const saidWidth = narrow ? 0 : Math.max(0, ...all.map(({ said }) => textWidth(said, type.tick)));
  const nameWidth = narrow
    ? 0
    : Math.min(width * 0.28, Math.max(0, ...all.map(({ label }) => textWidth(label, type.label, 600) * 1.04)));
  const nameSide = narrow ? 0 : nameWidth + 2 * MARK + 24;
  const saidSide = narrow ? 0 : saidWidth + 20;
  const axis = valueAxis([all.flatMap(({ p5, p95 }) => [p5, p95, 0]).filter(Number.isFinite)], scale, narrow ? 4 : 6);
  const overhang = Math.max(0, ...axis.ticks.map((tick) => textWidth(scale.formatTick(tick), type.tick) / 2));
  const left = Math.max(mirrored ? saidSide : nameSide, overhang);
  const right = width - Math.max(mirrored ? nameSide : saidSide, overhang);
  const x = straight([axis.low, axis.high], [left, right]);
  const start = (distance: number): number => (mirrored ? width - distance : distance);
  const edge = mirrored ? ('end' as const) : ('start' as const);
  const far = mirrored ? ('start' as const) : ('end' as const);

  const texts: PlacedText[] = [];
  const rows: PlacedStrips['rows'][number][] = [];
  const top = header.bottom + 30;
  let y = top;
  // The baseline is named where it stands.
  const zeroText = shortenText(zero, width * 0.6, type.tick, 600);
  const half = textWidth(zeroText, type.tick, 600) / 2;
  texts.push({
    x: Math.min(width - half, Math.max(half, x(0))),
    y: top - 8,
    text: zeroText,
    size: type.tick,
    weight: 600,
    anchor: 'middle',
    fill: 'muted'
  });
  for (const { label, rows: own, id } of groups) {
    y += type.label * type.leading + 6;
    for (const line of wrapText(label, width, type.label, 600).slice(0, 1)) {
      texts.push({ x: start(0), y: y - 4, text: line, size: type.label, weight: 600, anchor: edge, fill: 'ink' });
    }
    for (const row of own) {
      const { colour, mark } = comparedStyle(row.place);
      const words = type.tick * type.leading;
      const centre = narrow ? y + words + 14 : y + 15;
      const line = narrow ? y + words : centre + type.label * 0.35;
      const room = narrow ? width - textWidth(row.said, type.tick) - 2 * MARK - 24 : nameWidth;
      const name = shortenText(row.label, room, narrow ? type.tick : type.label, 600);
      const key = start(MARK + 1);
      texts.push({
        x: start(2 * MARK + 8),
        y: line,
        text: name,
        size: narrow ? type.tick : type.label,
        weight: 600,
        anchor: edge,
        fill: colour
      });
      texts.push({ x: start(width), y: line, text: row.said, size: type.tick, weight: 400, anchor: far, fill: 'ink' });
      if (Number.isFinite(row.p50)) {
        rows.push({
          id: `${id} ${row.id}`,
          colour,
          y: centre,
          low: x(row.p5),
          high: x(row.p95),
          inner: [x(row.p25), x(row.p75)],
          mark: markPath(mark, x(row.p50), centre, MARK),
          key: markPath(mark, key, line - type.tick * 0.35, MARK - 1)
        });
      }
      y = centre + (narrow ? 12 : 13);
    }
    y += 6;
  }
  const ticks = y + type.tick * 1.4;
  for (const tick of axis.ticks) {
    texts.push({
      x: x(tick),
      y: ticks,
      text: scale.formatTick(tick),
      size: type.tick,
      weight: 400,
      anchor: 'middle',
      fill: 'muted'
    });
  }
  const footer = placeFooter(props, ticks + 10);
  return {
    height: footer.bottom,
    header,
    texts,
    rows,
    grid: axis.ticks.map((tick) => ({ x: x(tick), zero: tick === 0 })),
    top,
    bottom: y,
    footer: footer.texts
  };
}
