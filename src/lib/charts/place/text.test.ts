import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolate, isolateNumbers, shortenText, textWidth, wrapText } from './text';

describe('textWidth(text, size, weight)', () => {
  // Measured in a browser with the shipped fonts at 1000 pixels.
  it.each([
    ['هذا السيناريو', 400, 4885],
    ['هذا السيناريو', 600, 5164],
    ['الولايات المتحدة', 400, 6028],
    ['الولايات المتحدة', 600, 6329],
    ['القوة المشتركة الموحدة', 400, 8612],
    ['القوة المشتركة الموحدة', 600, 9117],
    ['الوضع القائم', 400, 4710],
    ['تنسيق الحدود', 600, 5496],
    ['الأمن', 600, 1996],
    ['محتمل', 400, 2682]
  ] as const)('%s at weight %i is as wide as a browser sets it, within 2.5 per cent', (text, weight, measured) => {
    expect(Math.abs(textWidth(text, 1000, weight) - measured)).toBeLessThan(0.025 * measured);
  });

  it('counts a letter with its vowel marks once', () => {
    expect(textWidth('مَحَلّ', 10)).toBe(textWidth('محل', 10));
  });

  it('measures Latin exactly', () => {
    expect(textWidth('48.4%', 1000)).toBe(600 + 600 + 272 + 600 + 927);
    expect(textWidth('Türkiye', 1000)).toBe(textWidth('Turkiye', 1000));
  });

  it('gives isolates no width', () => expect(textWidth('\u206748\u2069', 10)).toBe(textWidth('48', 10)));

  it('makes all digits equally wide, so that read-outs keep their width', () => {
    const widths = [...'0123456789'].flatMap((digit) => [textWidth(digit, 10), textWidth(digit, 10, 600)]);
    expect(new Set(widths).size).toBe(1);
  });
});

describe('wrapText(text, width, size)', () => {
  it('breaks between words', () => {
    expect(wrapText('Stability climbs to 48 by 2034', 110, 14)).toEqual(['Stability climbs', 'to 48 by 2034']);
  });

  it('breaks addresses after their marks, and other long words anywhere', () => {
    expect(wrapText('https://a.example/?m=libya&force=80', 120, 12)).toEqual([
      'https://a.example/?',
      'm=libya&force=80'
    ]);
    expect(wrapText('abcdefghij', 30, 12).join('')).toBe('abcdefghij');
  });

  it('has no lines for no text', () => expect(wrapText('  ', 100, 12)).toEqual([]));

  it('loses nothing and stays inside the width', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const lines = wrapText(text, 60, 12);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) if ([...line].length > 1) expect(textWidth(line, 12)).toBeLessThanOrEqual(60);
      })
    );
  });
});

describe('words for drawings', () => {
  it('shortenText keeps what fits and ends the rest with an ellipsis', () => {
    expect(shortenText('Border', 100, 12)).toBe('Border');
    const short = shortenText('Border coordination', 60, 12);
    expect(short).toMatch(/^Border.*…$/);
    expect(textWidth(short, 12)).toBeLessThanOrEqual(60);
  });

  it('isolate marks Arabic, and leaves other text alone', () => {
    expect(isolate('الشرق 41%')).toBe('\u2067الشرق 41%\u2069');
    expect(isolate('41%')).toBe('41%');
  });

  it('isolateNumbers keeps figures and arrows in their order, and leaves words to the sentence', () => {
    expect(isolateNumbers('17 → 80%')).toBe('\u206617 → 80%\u2069');
    expect(isolateNumbers('من 17 إلى 80%')).toBe('من 17 إلى 80%');
  });
});
