/**
 * Rendered markup to a standalone SVG document. What the renderer leaves for the page goes (hydration comments, class
 * names), what a file needs comes (the XML declaration, the namespace). Titles and notes may come from links: characters that XML
 * does not allow are dropped, so that the file always opens.
 */
export function standaloneSvg(markup: string): string {
  const drawing = markup.replace(/<!--[\s\S]*?-->/g, '');
  const start = drawing.indexOf('<svg');
  const end = drawing.lastIndexOf('</svg>');
  if (start < 0 || end < 0) throw new Error('What was rendered is not a figure: it holds no svg element.');
  const svg = allowedCharacters(drawing.slice(start, end + '</svg>'.length))
    .replace(/(<[a-zA-Z]+[^<>]*?)\sclass="[^"]*"/g, '$1')
    .replace(/&nbsp;/g, '\u00a0');
  const named = /^<svg[^>]*\sxmlns=/.test(svg) ? svg : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${named}\n`;
}

/** XML 1.0, production 2 (Char). */
function allowedCharacters(text: string): string {
  let kept = '';
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const control = code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd;
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    if (!control && !surrogate && code !== 0xfffe && code !== 0xffff) kept += character;
  }
  return kept;
}
