import type { ContentsLine, ContentsPart } from './entries';

/**
 * The search of the contents: every word that is typed must begin a word of a line's id, label, label in the other language, or
 * meaning. Marks, case and the variants of Arabic letters that people type for one another make no difference.
 */
export function searchContents(parts: readonly ContentsPart[], query: string): readonly ContentsPart[] {
  const words = wordsOf(query);
  if (words.length === 0) return parts;
  return parts.flatMap((part) => {
    const lines = part.lines.filter((line) => finds(line, words));
    return lines.length > 0 ? [{ ...part, lines }] : [];
  });
}

function finds({ id, label, other, meaning, cells = [] }: ContentsLine, words: readonly string[]): boolean {
  const known = wordsOf([id, label, other, meaning, ...cells].join(' '));
  const whole = folded(id);
  return words.every((word) => whole.includes(word) || known.some((each) => each.startsWith(word)));
}

function wordsOf(text: string): readonly string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}_]+/u)
    .flatMap((word) => [word, ...word.split('_')])
    .map((word) => word.replace(/^(?:وال|بال|ال)(?=.{2})/, ''))
    .filter((word, index, all) => word !== '' && all.indexOf(word) === index);
}

/** Text in the form in which it is compared. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|ـ/gu, '')
    .toLowerCase()
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
}
