import { lightPalette, type Frame, type Table } from '$lib/charts';
import { csvBlob, download, fileName, inlineFonts, svgBlob, toCsv, toPng, toSvg } from '$lib/export';

/** Files of a backtest. The drawing is done anew for the file: light, with a margin, without a reader. */
const fileWidth = 1080;
const pixelsPerPoint = 2;

type FileFrame = Pick<Frame, 'palette' | 'margin' | 'interactive' | 'width'>;

export function saveTable(table: Table, header: readonly string[], name: readonly string[], page: Window): void {
  download(csvBlob(toCsv(table, [table.caption, ...header])), fileName(name, 'csv'), page.document);
}

export async function saveFigure(
  draw: (frame: FileFrame, write: typeof toSvg) => string,
  kind: 'svg' | 'png',
  name: readonly string[],
  page: Window
): Promise<void> {
  const svg = draw({ palette: lightPalette, margin: 28, interactive: false, width: fileWidth }, toSvg);
  const file = fileName(name, kind);
  if (kind === 'svg') {
    download(svgBlob(svg), file, page.document);
    return;
  }
  const fonts = await inlineFonts(svg, page.document, (url) => page.fetch(url));
  download(await toPng(svg, pixelsPerPoint, fonts, page.document), file, page.document);
}
