import { lightPalette, type Frame, type Table } from '$lib/charts';
import { csvBlob, download, fileName, inlineFonts, svgBlob, toCsv, toPng, toSvg } from '$lib/export';
import { addMonths, formatMonth } from '$lib/i18n';
import type { Desk } from './desk.svelte';
import { scenarioName } from './figure-props';
import { addressOf } from './share';

/** The figure and its numbers as files. The drawing is done anew for the file: light, with a margin and its address. */
export type FileKind = 'svg' | 'png' | 'csv';

/** What a file's drawing has of its own. */
export type FileFrame = Pick<Frame, 'palette' | 'margin' | 'interactive' | 'link' | 'width'>;

/** Writes a figure as SVG; it comes from the export room, which loads with the first file. */
export type ToSvg = typeof toSvg;

export type DrawFile = (frame: FileFrame, toSvg: ToSvg) => string;

const fileWidth = 900;
const pixelsPerPoint = 2;

export async function saveFigure(
  desk: Desk,
  id: string,
  kind: FileKind,
  draw: DrawFile,
  table: Table,
  page: Window
): Promise<void> {
  const { document } = page;
  const name = fileName([desk.model.id, id, desk.preset?.id ?? 'scenario', desk.locale], kind);
  if (kind === 'csv') {
    download(csvBlob(toCsv(table, headerOf(desk, table.caption, page))), name, document);
    return;
  }
  const frame = {
    palette: lightPalette,
    margin: 28,
    interactive: false,
    link: addressOf(desk, page.location),
    width: fileWidth
  };
  const svg = draw(frame, toSvg);
  if (kind === 'svg') {
    download(svgBlob(svg), name, document);
    return;
  }
  const fonts = await inlineFonts(svg, document, (url) => page.fetch(url));
  download(await toPng(svg, pixelsPerPoint, fonts, document), name, document);
}

/** Says what the file is, from which model and scenario, over which time, and how to come back to it. */
function headerOf(desk: Desk, caption: string, page: Window): string[] {
  const { words, locale, text, model, result } = desk;
  const span = words.figures.between(
    formatMonth(locale, result.start),
    formatMonth(locale, addMonths(result.start, result.rows - 1))
  );
  return [
    caption,
    `${words.shell.scenario}: ${scenarioName(desk)} (${span})`,
    words.figures.sourceLine(text.title, model.version),
    addressOf(desk, page.location)
  ];
}
