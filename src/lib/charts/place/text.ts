/**
 * How wide a text is, without a DOM: advance widths of IBM Plex Sans Arabic in thousandths of the size, in two weights, so
 * that a figure is laid out alike in the page, on the server and in a test. Unknown characters count as wide ones, so text
 * is never clipped.
 */
import { arabicAdvance } from './arabic';

export type Weight = 400 | 600;

const latin: Readonly<Record<Weight, readonly number[]>> = {
  400: advances(
    '236 284 419 713 598 927 677 242 335 335 450 600 272 399 272 383 600 600 600 600 600 600 600 600 600 600 292 292 600 600 600 477 ' +
      '891 641 653 621 671 583 559 695 707 400 510 634 501 812 707 708 606 708 640 581 572 678 609 891 613 593 580 317 383 317 600 565 ' +
      '600 534 580 503 580 549 324 528 568 250 250 527 272 873 568 560 580 580 367 487 351 568 492 768 507 499 464 343 314 343 600'
  ),
  600: advances(
    '236 309 471 656 600 960 713 260 337 337 556 600 298 402 298 437 600 600 600 600 600 600 600 600 600 600 318 318 600 600 600 493 ' +
      '899 672 663 642 689 600 577 712 719 423 545 678 521 816 719 712 641 712 664 611 580 690 638 949 655 632 599 329 437 329 600 559 ' +
      '600 559 600 513 600 558 350 545 588 276 276 562 294 888 588 563 600 600 393 499 374 588 524 819 544 524 502 363 376 363 600'
  )
};

/** Format characters and combining marks take no room. */
const marks = /\p{Cf}|\p{Mn}/u;
const arabicLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function advances(text: string): number[] {
  return text.split(' ').map(Number);
}

function advance(character: string, weight: Weight): number {
  const known = latin[weight][character.charCodeAt(0) - 32];
  if (known !== undefined) return known;
  // é, ü and their like are as wide as their letter.
  const base = character.normalize('NFD')[0]!;
  return base === character ? 640 : advance(base, weight);
}

/** Width of one line of text in pixels at a font size in pixels. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  return (thousandths[weight](text) * size) / 1000;
}

const thousandths: Readonly<Record<Weight, (text: string) => number>> = {
  400: remembered((text) => measure(text, 400)),
  600: remembered((text) => measure(text, 600))
};

/** While a slider moves, nearly all texts of a figure stay as they were: what was worked out of one is kept, up to a limit. */
function remembered<T>(work: (text: string) => T): (text: string) => T {
  const most = 1000;
  const known = new Map<string, T>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      if (known.size === most) known.clear();
      found = work(text);
      known.set(text, found);
    }
    return found;
  };
}

function measure(text: string, weight: Weight): number {
  const characters = [...text].filter((character) => !marks.test(character));
  let sum = 0;
  characters.forEach((character, index) => {
    sum += arabicAdvance(characters[index - 1], character, characters[index + 1], weight) ?? advance(character, weight);
  });
  return sum;
}

/** Lines no wider than `width`; words that are wider than a line by themselves (addresses) break where they must. */
export function wrapText(text: string, width: number, size: number, weight: Weight = 400): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size, weight) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, width, size, weight);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1)!;
  }
  return line === '' ? lines : [...lines, line];
}

/** Pieces of a long word: after a mark that addresses are made of where there is one, anywhere else where there is none. */
function breakWord(word: string, width: number, size: number, weight: Weight): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const part of word.split(/(?<=[/?&=])/).flatMap((one) => (fits(one) ? [one] : [...one]))) {
    if (piece !== '' && !fits(piece + part)) {
      pieces.push(piece);
      piece = '';
    }
    piece += part;
  }
  return [...pieces, piece];

  function fits(text: string): boolean {
    return textWidth(text, size, weight) <= width;
  }
}

/** The text, or its beginning with an ellipsis when it is wider than `width`. */
export function shortenText(text: string, width: number, size: number, weight: Weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && textWidth(`${characters.join('').trimEnd()}…`, size, weight) > width)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/**
 * Arabic inside an SVG whose root runs left to right: each string is isolated right to left (U+2067 … U+2069), which
 * browsers and resvg both render rightly, where direction attributes on text do not work everywhere.
 */
export function isolate(text: string): string {
  return arabicLetter.test(text) ? `\u2067${text}\u2069` : text;
}

/**
 * Text without letters of either script (`17 → 80%`) that stands inside a sentence: it keeps its own order, left to right as
 * time runs, in an Arabic sentence too (U+2066 … U+2069).
 */
export function isolateNumbers(text: string): string {
  return /\p{L}/u.test(text) ? text : `\u2066${text}\u2069`;
}
