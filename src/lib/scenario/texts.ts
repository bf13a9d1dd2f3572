import { limits } from './limits';

/**
 * Titles and notes that came from anyone: kept as plain text, with what could disturb the page around them taken out
 * (control characters, lone surrogates, and the invisible characters that reverse the direction of a line).
 */
const forbidden = /(?!\n)[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu;

/** A cut between the halves of a pair would leave a lone surrogate behind. */
function shorten(text: string, most: number): string {
  return text.slice(0, most).replace(forbidden, '').trim();
}

/** One line of at most `limits.title` UTF-16 units, without blanks at either end. */
export function cleanTitle(text: string): string {
  const line = text.replace(/\s/g, ' ').replace(forbidden, '').replace(/ +/g, ' ');
  return shorten(line.trim(), limits.title);
}

/** At most `limits.note` UTF-16 units; line breaks stay. */
export function cleanNote(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(forbidden, '');
  return shorten(lines.trim(), limits.note);
}
