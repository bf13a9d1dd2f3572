import { lightPalette, type Frame, type Table } from '$lib/charts';
import { csvBlob, download, fileName, inlineFonts, svgBlob, toCsv, toPng, toSvg } from '$lib/export';

/** Files of a discovery. A drawing is done anew for the file: light, with a margin. Loads when a file is asked for. */
export type FileFrame = Pick<Frame, 'palette' | 'margin' | 'interactive' | 'width' | 'link'>;
export type Draw = (frame: FileFrame, write: typeof toSvg) => string;

/** What the command prints, byte by byte: as text, or as the whole in JSON. */
export function saveText(text: string, name: readonly string[], kind: 'csv' | 'json', page: Window): void {
  const type = { csv: 'text/csv', json: 'application/json' }[kind];
  const file = fileName(name, 'csv').replace(/csv$/, kind);
  download(new Blob([text], { type: `${type};charset=utf-8` }), file, page.document);
}

export function saveTable(table: Table, header: readonly string[], name: readonly string[], page: Window): void {
  download(csvBlob(toCsv(table, [table.caption, ...header])), fileName(name, 'csv'), page.document);
}

export async function saveFigure(
  draw: Draw,
  kind: 'svg' | 'png',
  name: readonly string[],
  link: string,
  page: Window
): Promise<void> {
  const svg = draw({ palette: lightPalette, margin: 28, interactive: false, width: 960, link }, toSvg);
  const file = fileName(name, kind);
  if (kind === 'svg') return download(svgBlob(svg), file, page.document);
  const fonts = await inlineFonts(svg, page.document, (url) => page.fetch(url));
  download(await toPng(svg, 2, fonts, page.document), file, page.document);
}
