import type {
  InfluenceFigureProps,
  Series,
  SmallMultiplesProps,
  Table,
  TableColumn,
  TimeSpan,
  TrajectoryFigureProps,
  ValueScale
} from './figure';
import { monthId } from './place/months';

/** The table twin of a figure: the same numbers, one row a month, for readers who hear the page and for files. */

interface Column extends TableColumn {
  readonly values: ArrayLike<number>;
}

export function trajectoryTable(props: TrajectoryFigureProps): Table {
  return toTable(
    props,
    props.series.flatMap((series) => seriesColumns(series, props.scale, '', ''))
  );
}

export function multiplesTable(props: SmallMultiplesProps): Table {
  return toTable(
    props,
    props.panels.flatMap(({ id, label, series }) =>
      series.flatMap((one) => seriesColumns(one, props.scale, `${id}.`, `${label}: `))
    )
  );
}

/** Shares of the scenario, and those of the status quo where the figure shows them. */
export function influenceTable(props: InfluenceFigureProps): Table {
  const { scale, texts } = props;
  const columns = props.panels.flatMap((panel) =>
    panel.shares.flatMap((share): Column[] => {
      const column = {
        id: `${panel.id}.${share.id}`,
        label: `${panel.label}: ${share.label}`,
        unit: scale.unit,
        format: scale.format,
        values: share.values
      };
      if (!share.reference) return [column];
      const label = texts.reference ? `${column.label} (${texts.reference})` : column.label;
      return [column, { ...column, id: `${column.id}.reference`, label, values: share.reference }];
    })
  );
  return toTable(props, columns);
}

function seriesColumns(series: Series, scale: ValueScale, idPrefix: string, labelPrefix: string): Column[] {
  const id = `${idPrefix}${series.id}`;
  const label = `${labelPrefix}${series.label}`;
  const common = { unit: scale.unit, format: scale.format };
  return [
    { ...common, id, label, values: series.values },
    ...(series.bands ?? []).flatMap((band) => [
      { ...common, id: `${id}.${band.id}.low`, label: `${label}, ${band.label} ↓`, values: band.low },
      { ...common, id: `${id}.${band.id}.high`, label: `${label}, ${band.label} ↑`, values: band.high }
    ])
  ];
}

function toTable(
  { title, subtitle, time, texts }: { title: string; subtitle: string; time: TimeSpan; texts: { month: string } },
  columns: readonly Column[]
): Table {
  return {
    caption: `${title} — ${subtitle}`,
    columns: [
      { id: 'month', label: texts.month, unit: 'YYYY-MM' },
      ...columns.map(({ id, label, unit, format }) => ({ id, label, unit, format }))
    ],
    rows: Array.from({ length: time.months + 1 }, (_, month) => [
      monthId(time.start, month),
      ...columns.map(({ values }) => values[month] ?? NaN)
    ])
  };
}
