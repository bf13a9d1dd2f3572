import { lightPalette, TimelineFigure, timelineTable, type TimelineFigureProps } from '$lib/charts';
import { csvBlob, download, fileName, inlineFonts, svgBlob, toCsv, toPng, toSvg } from '$lib/export';

/** The timeline and its events as files. The drawing is done anew for the file, in the width that it is told: light, with a margin and its address. */
export type TimelineFile = 'svg' | 'png' | 'csv';

const pixelsPerPoint = 2;

export async function saveTimeline(kind: TimelineFile, props: TimelineFigureProps, page: Window): Promise<void> {
  const { document } = page;
  const address = `${page.location.origin}${page.location.pathname}#timeline`;
  const name = fileName([props.id, props.locale], kind);
  if (kind === 'csv') {
    const table = timelineTable(props);
    download(csvBlob(toCsv(table, [table.caption, props.source, address])), name, document);
    return;
  }
  const frame = { palette: lightPalette, margin: 28, interactive: false, link: address, read: null };
  const svg = toSvg(TimelineFigure, { ...props, ...frame }, document);
  if (kind === 'svg') {
    download(svgBlob(svg), name, document);
    return;
  }
  const fonts = await inlineFonts(svg, document, (url) => page.fetch(url));
  download(await toPng(svg, pixelsPerPoint, fonts, document), name, document);
}
