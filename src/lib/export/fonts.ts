/**
 * The page's own fonts, written into a drawing that must stand alone as an image: an image may not fetch anything. Only
 * faces whose family the drawing names and whose range holds a character of it are taken.
 */
export async function inlineFonts(
  svg: string,
  document: Document,
  fetch: (url: string) => Promise<Response>
): Promise<string> {
  const families = familiesOf(svg);
  const used = new Set([...svg].map((character) => character.codePointAt(0)!));
  const rules = fontFaces(document).filter(
    ({ style }) =>
      families.has(unquoted(style.getPropertyValue('font-family'))) &&
      rangeHolds(style.getPropertyValue('unicode-range'), used)
  );
  return (await Promise.all(rules.map((rule) => inlineFace(rule, fetch)))).join('\n');
}

function familiesOf(svg: string): Set<string> {
  const families = [...svg.matchAll(/font-family="([^"]*)"/g)].flatMap((match) =>
    match[1]!.replace(/&(quot|apos|#39);/g, "'").split(',')
  );
  return new Set(families.map(unquoted));
}

function unquoted(family: string): string {
  return family.trim().replace(/^(['"])(.*)\1$/, '$2');
}

function fontFaces(document: Document): CSSFontFaceRule[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule)
  );
}

/** Whether a `unicode-range` (`U+600-6FF, U+750`) holds one of the characters; no range holds all. */
export function rangeHolds(range: string, characters: ReadonlySet<number>): boolean {
  if (range.trim() === '') return true;
  const spans = range.split(',').map((part) => {
    const [low = '', high = low] = part.trim().replace(/^u\+/i, '').split('-');
    return [parseInt(low.replaceAll('?', '0'), 16), parseInt(high.replaceAll('?', 'f'), 16)] as const;
  });
  for (const character of characters) {
    if (spans.some(([low, high]) => character >= low && character <= high)) return true;
  }
  return false;
}

async function inlineFace(rule: CSSFontFaceRule, fetch: (url: string) => Promise<Response>): Promise<string> {
  const address = /url\(\s*(['"]?)([^'")]+)\1\s*\)/.exec(rule.style.getPropertyValue('src'))?.[2];
  if (!address) return '';
  const response = await fetch(new URL(address, rule.parentStyleSheet?.href ?? document.baseURI).href);
  if (!response.ok) throw new Error(`The font ${address} could not be read: ${response.status}.`);
  const data = toBase64(new Uint8Array(await response.arrayBuffer()));
  const value = (name: string): string => rule.style.getPropertyValue(name);
  const range = value('unicode-range');
  return [
    `@font-face{font-family:${value('font-family')};font-style:normal;font-weight:${value('font-weight') || '400'};`,
    `src:url(data:font/woff2;base64,${data}) format('woff2');`,
    range ? `unicode-range:${range};}` : '}'
  ].join('');
}

/** Bytes to base64, in pieces that fit an argument list. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
