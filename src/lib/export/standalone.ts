/**
 * Rendered markup to a standalone SVG document: what the renderer leaves for the page (hydration comments, class names,
 * the reader's furniture) goes, what a file needs (the namespace, an XML declaration) comes. Holds for the strings of `svelte/server` and
 * for serialised elements alike, and gives the same text for both.
 */
export function standaloneSvg(markup: string): string {
  const drawing = markup.replace(/<!--[\s\S]*?-->/g, '');
  const start = drawing.indexOf('<svg');
  const end = drawing.lastIndexOf('</svg>');
  if (start < 0 || end < 0) throw new Error('What was rendered is not a figure: it holds no svg element.');
  const svg = drawing
    .slice(start, end + '</svg>'.length)
    .replace(/\sclass="[^"]*"/g, '')
    .replace(/&nbsp;/g, '\u00a0');
  const named = /^<svg[^>]*\sxmlns=/.test(svg) ? svg : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${named}\n`;
}
