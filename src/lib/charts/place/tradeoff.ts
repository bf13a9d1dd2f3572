import { comparedStyle, type TradeoffFigureProps, type TradeoffPoint } from '../compared';
import type { ColourName } from '../palette';
import { placeGrid, placePlot, valueGutter, type PlacedGrid, type Plot } from './axes';
import { comparedKeys, type PlacedComparedKey } from './compared';
import { dodge } from './dodge';
import { valueAxis } from './domain';
import { placeFooter, placeHeader, typeScale, type PlacedHeader, type PlacedText, type TypeScale } from './frame';
import { markPath } from './mark';
import { shortenText, textWidth } from './text';
import { narrowest } from './trajectory';

/**
 * Two quantities against each other, placed: for each scenario its futures as small dots, a cross from the 5th to the 95th
 * percentile of each quantity, and its mark where both medians lie. Values grow upwards and to the right in both
 * languages.
 */
export interface PlacedTradeoff {
  readonly height: number;
  readonly header: PlacedHeader;
  readonly keys: readonly PlacedComparedKey[];
  readonly plot: Plot;
  readonly grid: PlacedGrid;
  readonly upright: readonly number[];
  readonly texts: readonly PlacedText[];
  /** Of the scenarios, beside their marks. */
  readonly names: readonly PlacedText[];
  readonly points: readonly {
    readonly id: string;
    readonly colour: ColourName;
    readonly cloud: string;
    readonly cross: string;
    readonly mark: string;
    readonly leader: string;
  }[];
  readonly footer: readonly PlacedText[];
}

const MARK = 6.5;
const DOT = 1.5;

export function placeTradeoff(props: TradeoffFigureProps): PlacedTradeoff {
  const { x, y, points, width, direction } = props;
  const type = typeScale(props);
  const narrow = width < narrowest;
  const mirrored = direction === 'rtl';
  const legend = narrow
    ? points.map(({ label, place }) => ({ label, colour: comparedStyle(place).colour, dashed: false }))
    : [];
  const header = placeHeader(props, legend);
  const across = valueAxis([points.flatMap((point) => reach(point, 'x'))], x.scale, narrow ? 4 : 6);
  const up = valueAxis([points.flatMap((point) => reach(point, 'y'))], y.scale, 5);
  const top = header.bottom + 14 + type.tick * type.leading + 8;
  const plotHeight = props.plotHeight ?? Math.round(Math.max(240, Math.min(420, width * 0.5)));
  const left = valueGutter(up, y.scale, type);
  const right = width - 16;
  const plot: Plot = {
    ...placePlot({ left, right, top, bottom: top + plotHeight }, 1, up),
    x: (value) => left + ((value - across.low) / (across.high - across.low)) * (right - left)
  };
  const texts: PlacedText[] = [
    {
      x: mirrored ? width : 0,
      y: top - 10,
      text: `↑ ${y.label}`,
      size: type.tick,
      weight: 600,
      anchor: mirrored ? 'end' : 'start',
      fill: 'ink'
    },
    ...across.ticks.map((tick): PlacedText => ({
      x: plot.x(tick),
      y: plot.bottom + 6 + type.tick,
      text: x.scale.formatTick(tick),
      size: type.tick,
      weight: 400,
      anchor: 'middle',
      fill: 'muted'
    })),
    {
      x: right,
      y: plot.bottom + 12 + type.tick * 2.2,
      text: mirrored ? `→ ${x.label}` : `${x.label} →`,
      size: type.tick,
      weight: 600,
      anchor: 'end',
      fill: 'ink'
    }
  ];
  const labels = narrow ? [] : placeLabels(points, plot, type);
  const footer = placeFooter(props, plot.bottom + 20 + type.tick * 2.4);
  return {
    height: footer.bottom,
    header,
    keys: comparedKeys(header.keys, points),
    plot,
    grid: placeGrid(plot, up, y.scale, type),
    upright: across.ticks.map((tick) => plot.x(tick)),
    texts,
    names: labels.map(({ text }) => text),
    points: points
      .filter((point) => Number.isFinite(point.x.p50) && Number.isFinite(point.y.p50))
      .map((point) => {
        const { colour, mark } = comparedStyle(point.place);
        const [cx, cy] = [plot.x(point.x.p50), plot.y(point.y.p50)];
        return {
          id: point.id,
          colour,
          cloud: cloudPath(point, plot),
          cross:
            `M${plot.x(point.x.p5).toFixed(1)},${cy.toFixed(1)}H${plot.x(point.x.p95).toFixed(1)}` +
            `M${cx.toFixed(1)},${plot.y(point.y.p5).toFixed(1)}V${plot.y(point.y.p95).toFixed(1)}`,
          mark: markPath(mark, cx, cy, MARK),
          leader: labels.find(({ id }) => id === point.id)?.leader ?? ''
        };
      }),
    footer: footer.texts
  };
}

function reach({ x, y, cloud }: TradeoffPoint, axis: 'x' | 'y'): number[] {
  const { p5, p95 } = axis === 'x' ? x : y;
  return [p5, p95, ...Array.from(cloud[axis])].filter(Number.isFinite);
}

function cloudPath({ cloud }: TradeoffPoint, plot: Plot): string {
  let path = '';
  for (let i = 0; i < cloud.x.length; i++) {
    const [cx, cy] = [plot.x(cloud.x[i]!), plot.y(cloud.y[i]!)];
    if (!Number.isFinite(cx) || !Number.isFinite(cy)) continue;
    path += `M${(cx - DOT).toFixed(1)},${cy.toFixed(1)}a${DOT},${DOT} 0 1 0 ${2 * DOT},0a${DOT},${DOT} 0 1 0 ${-2 * DOT},0`;
  }
  return path;
}

interface PlacedLabel {
  readonly id: string;
  readonly text: PlacedText;
  readonly leader: string;
}

/** Names stand right of the clouds, or left of their marks where there is no room, clear of each other. */
function placeLabels(points: readonly TradeoffPoint[], plot: Plot, type: TypeScale): PlacedLabel[] {
  const shown = points.filter(({ x, y }) => Number.isFinite(x.p50) && Number.isFinite(y.p50));
  const most = (plot.right - plot.left) * 0.4;
  const height = type.label * 1.5;
  const wanted = shown.map(({ y }) => ({ centre: plot.y(y.p50) - 14, height }));
  const centres = dodge(wanted, plot.top, plot.bottom);
  return shown.map(({ id, label, place, x, y }, index) => {
    const text = shortenText(label, most, type.label, 600);
    const width = textWidth(text, type.label, 600) * 1.04;
    const [cx, cy] = [plot.x(x.p50), plot.y(y.p50)];
    const toLeft = cx + 12 + width > plot.right;
    const at = toLeft ? cx - 12 : cx + 12;
    const centre = centres[index]!;
    const moved = Math.abs(centre - (cy - 14)) > 6;
    return {
      id,
      text: {
        x: at,
        y: centre + type.label * 0.35,
        text,
        size: type.label,
        weight: 600,
        anchor: toLeft ? 'end' : 'start',
        fill: comparedStyle(place).colour
      },
      leader: moved ? `M${cx.toFixed(1)},${cy.toFixed(1)}L${at.toFixed(1)},${centre.toFixed(1)}` : ''
    };
  });
}
