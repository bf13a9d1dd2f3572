/**
 * Results as comma-separated values (RFC 4180): one row per month, the first column `month` as `YYYY-MM`, then every saved
 * variable under its id. Ids and numbers hold no comma, quote or line break, so no cell needs quoting, and no line stands
 * before the header. Numbers have 17 significant digits: enough to give back the same double.
 */
export interface Table {
  readonly months: readonly string[];
  readonly columns: readonly { readonly id: string; readonly values: Float64Array }[];
}

export function toCsv({ months, columns }: Table): string {
  const header = ['month', ...columns.map(({ id }) => id)].join(',');
  const rows = months.map((month, row) =>
    [month, ...columns.map(({ values }) => digits(values[row] ?? NaN))].join(',')
  );
  return [header, ...rows].join('\n') + '\n';
}

/** 17 significant digits: enough to give back the same double. */
export function digits(value: number): string {
  return value.toPrecision(17);
}
