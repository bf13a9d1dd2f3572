import { comparisonColumns, type ComparisonRow } from '$lib/analysis';
import { lightPalette, type Frame, type Table } from '$lib/charts';
import { csvBlob, download, fileName, inlineFonts, svgBlob, toCsv, toPng, toSvg } from '$lib/export';

/** Files of the comparison. A drawing is done anew for the file: light, with a margin, its address, and without a reader. */
const fileWidth = 900;
const pixelsPerPoint = 2;

export type FileFrame = Pick<Frame, 'palette' | 'margin' | 'interactive' | 'width' | 'link'>;
export type Draw = (frame: FileFrame, write: typeof toSvg) => string;

export interface FileNames {
  readonly id: string;
  readonly model: string;
  readonly locale: string;
}

export function saveTable(
  table: Table,
  header: readonly string[],
  { model, id, locale }: FileNames,
  page: Window
): void {
  download(csvBlob(toCsv(table, [table.caption, ...header])), fileName([model, id, locale], 'csv'), page.document);
}

export async function saveFigure(
  draw: Draw,
  kind: 'svg' | 'png',
  link: string,
  { model, id, locale }: FileNames,
  page: Window
): Promise<void> {
  const svg = draw({ palette: lightPalette, margin: 28, interactive: false, width: fileWidth, link }, toSvg);
  const name = fileName([model, id, locale], kind);
  if (kind === 'svg') return download(svgBlob(svg), name, page.document);
  const fonts = await inlineFonts(svg, page.document, (url) => page.fetch(url));
  download(await toPng(svg, pixelsPerPoint, fonts, page.document), name, page.document);
}

/** The rows as a file has them: the columns of `mizan compare`, months as `YYYY-MM`. */
export function rowsTable(caption: string, rows: readonly ComparisonRow[], dateOf: (month: number) => string): Table {
  return {
    caption,
    columns: comparisonColumns.map((id) => ({ id, label: id, unit: '' })),
    rows: rows.map(({ output, month, scenario, numbers }) => [output, dateOf(month), scenario, ...numbers])
  };
}
