import type { Source } from '$lib/model';

/**
 * A source in a few words, for tables: authors and year where the citation has them, else its first words. What a citation
 * calls itself is kept; nothing is made up.
 */
export function shortCitation({ citation, kind }: Pick<Source, 'citation' | 'kind'>): string {
  if (kind === 'judgement') return citation;
  const [whole, authors, year] = /^([^()]{2,90}?)\s*\(((?:ed\.,\s*)?\d{4}(?:\/\d{2})?)\)/.exec(citation) ?? [];
  if (whole && authors && year) return `${surnames(authors)} ${year.replace(/\D*(\d{4}.*)/, '$1')}`;
  const [first = citation] = citation.split(/[:;(]|(?<=\p{Ll}{2})\. /u);
  return shortened(first.trim());
}

/** `Tullock, G.` is `Tullock`; of three authors and more the first is named. */
function surnames(authors: string): string {
  const names = authors
    .split(/,\s+(?:[A-Z]\.[\s-]*)+(?:&|,)?|\s*&\s*/)
    .map((name) => name.replace(/^[,&\s]+/, '').trim());
  const known = names.filter((name) => name.length > 1 && !name.startsWith('et al'));
  if (authors.includes('et al') && known[0] !== undefined) return `${known[0]} et al.`;
  if (known.length === 0) return shortened(authors);
  if (known.length > 2) return `${known[0] ?? ''} et al.`;
  return shortened(known.join(' & '));
}

function shortened(text: string): string {
  if (text.length <= 60) return text;
  const cut = text.slice(0, 58);
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}
