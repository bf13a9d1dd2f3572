import { lightPalette, LoopFigure, type LoopFigureProps, type Table } from '$lib/charts';
import { csvBlob, download, fileName, inlineFonts, svgBlob, toCsv, toPng, toSvg } from '$lib/export';
import type { Model } from '$lib/model';

/** A diagram as a file: drawn anew, light, with a margin; or its links as CSV. */
export async function saveDiagram(
  kind: 'svg' | 'png' | 'csv',
  { model, preset, diagram }: { readonly model: Model; readonly preset: string; readonly diagram: string },
  props: LoopFigureProps,
  table: Table
): Promise<void> {
  const name = fileName([model.id, 'loops', diagram, preset, props.locale], kind);
  if (kind === 'csv') {
    download(csvBlob(toCsv(table, [table.caption, props.source])), name, document);
    return;
  }
  const svg = toSvg(LoopFigure, { ...props, palette: lightPalette, margin: 28, interactive: false }, document);
  if (kind === 'svg') {
    download(svgBlob(svg), name, document);
    return;
  }
  const fonts = await inlineFonts(svg, document, (url) => fetch(url));
  download(await toPng(svg, 2, fonts, document), name, document);
}
