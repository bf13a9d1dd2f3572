import type { StudyRow } from '$lib/analysis';
import { lightPalette, type Frame } from '$lib/charts';
import { csvBlob, download, fileName, inlineFonts, svgBlob, toCsv, toPng, toSvg } from '$lib/export';

/** Files of a study. The drawing is done anew for the file: light, with a margin. Loads when a file is asked for. */
export type FileFrame = Pick<Frame, 'palette' | 'margin' | 'interactive' | 'width'>;

export function saveRows(
  rows: readonly StudyRow[],
  header: readonly string[],
  name: readonly string[],
  page: Window
): void {
  const ids = Object.keys(rows[0] ?? {});
  const table = {
    caption: '',
    columns: ids.map((id) => ({ id, label: id, unit: '' })),
    rows: rows.map((row) => ids.map((id) => row[id] ?? ''))
  };
  download(csvBlob(toCsv(table, header)), fileName(name, 'csv'), page.document);
}

export async function saveFigure(
  draw: (frame: FileFrame, write: typeof toSvg) => string,
  kind: 'svg' | 'png',
  name: readonly string[],
  page: Window
): Promise<void> {
  const svg = draw({ palette: lightPalette, margin: 28, interactive: false, width: 1080 }, toSvg);
  const file = fileName(name, kind);
  if (kind === 'svg') {
    download(svgBlob(svg), file, page.document);
    return;
  }
  const fonts = await inlineFonts(svg, page.document, (url) => page.fetch(url));
  download(await toPng(svg, 2, fonts, page.document), file, page.document);
}
