/**
 * The parts that addresses of this room's pages are made of: `word=value`, joined by `&`, a blank as `+` (docs/links.md).
 * Reading never throws: a value that cannot be decoded is null.
 */
const separators: Readonly<Record<string, string>> = { '%2C': ',', '%3A': ':', '%40': '@', '%20': '+' };

/** Pieces of a query as they stand there, with or without its question mark. */
export function piecesOf(search: string): readonly string[] {
  return search.replace(/^\?/, '').split('&').filter(Boolean);
}

export function encodePart(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|3A|40|20)/g, (code) => separators[code] ?? code);
}

export function wordOf(piece: string): [string, string | null] {
  const cut = piece.indexOf('=');
  return cut < 0 ? [piece, null] : [piece.slice(0, cut), decodePart(piece.slice(cut + 1))];
}

function decodePart(text: string): string | null {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return null;
  }
}

/** Words that say nothing about what is computed: marks of other sites, and what the frame of the page reads. */
export function isPassedOver(word: string): boolean {
  return /^(utm_[a-z]+|fbclid|gclid|lang|theme)$/.test(word);
}

/** As much of a text as a notice repeats. */
export function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
