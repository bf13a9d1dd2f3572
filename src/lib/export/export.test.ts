import { csvParseRows } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';
import { fileName } from './download';
import { rangeHolds, toBase64 } from './fonts';
import { textBoxes, withStyle } from './png';
import { standaloneSvg } from './standalone';

const table = {
  caption: 'A table',
  columns: [
    { id: 'month', label: 'Month', unit: 'YYYY-MM' },
    { id: 'a', label: '=cmd()', unit: '0–100' },
    { id: 'b', label: 'With "quotes", and comma', unit: '' }
  ],
  rows: [
    ['2024-10', 0.1, -1 / 3],
    ['+2024-11', NaN, 39.72412267727066]
  ]
};

describe('toCsv(table, header)', () => {
  const text = toCsv(table, ['Mizan, Libya 1.0.0', 'line\nbreak, and "quote"']);
  const rows = csvParseRows(text);

  it('ends every record with CRLF', () => {
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('says first what the file is, one comment a line', () => {
    expect(rows[0]).toEqual(['# Mizan, Libya 1.0.0']);
    expect(rows[1]).toEqual(['# line break, and "quote"']);
  });

  it('names columns with their units and disarms formulas in text', () => {
    expect(rows[2]).toEqual(['Month (YYYY-MM)', "'=cmd() (0–100)", 'With "quotes", and comma']);
    expect(rows[4]![0]).toBe("'+2024-11");
  });

  it('gives numbers back to the bit, leaves negative numbers numbers, and the not finite empty', () => {
    expect(rows[3]![1]).toBe('0.10000000000000001');
    expect(Number(rows[3]![2])).toBe(-1 / 3);
    expect(Number(rows[4]![2])).toBe(39.72412267727066);
    expect(rows[4]![1]).toBe('');
  });
});

describe('fileName(parts, extension)', () => {
  it('keeps ids', () => expect(fileName(['influence_share', 'ar'], 'csv')).toBe('mizan-influence_share-ar.csv'));

  it('reduces whatever else comes in', () => {
    expect(fileName(['../../etc/passwd', '<b>', 'القوة'], 'png')).toBe('mizan-etc-passwd-b.png');
    expect(fileName(['x'.repeat(500)], 'svg').length).toBeLessThanOrEqual(104);
  });
});

describe('standaloneSvg(markup)', () => {
  it('drops comments, classes and characters that XML forbids, and names the namespace', () => {
    expect(
      standaloneSvg(
        '<!--[--><svg class="chart"><!--a--><text class="x y" x="1">a\u0000b\u0007\ud800 class="kept"&nbsp;</text></svg><!--]-->'
      )
    ).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"><text x="1">ab class="kept"\u00a0</text></svg>\n'
    );
  });

  it('refuses what is no figure', () => expect(() => standaloneSvg('<p>no</p>')).toThrow('no svg element'));
});

describe('textBoxes(svg, scale)', () => {
  it('are squares at the anchors, in pixels of the picture', () => {
    const text = (x: number, anchor: string, words: string): string =>
      `<text x="${x}" y="20" font-size="10" font-weight="400" text-anchor="${anchor}" fill="#000">${words}</text>`;
    const svg = `<svg viewBox="-4 -2 100 50">${text(0, 'start', 'a')}${text(50, 'end', 'b')}${text(50, 'middle', 'c')}${text(9, 'start', ' ')}</svg>`;
    const [top, bottom] = [24, 50];
    expect(textBoxes(svg, 2)).toEqual([
      { left: 8, right: 28, top, bottom },
      { left: 88, right: 108, top, bottom },
      { left: 98, right: 118, top, bottom }
    ]);
  });
});

describe('fonts in a drawing', () => {
  it('rangeHolds(range, characters) reads spans, single characters and wildcards', () => {
    const alef = new Set([0x627]);
    expect(rangeHolds('U+0600-06FF, U+200C', alef)).toBe(true);
    expect(rangeHolds('U+0000-00FF', alef)).toBe(false);
    expect(rangeHolds('u+6??', alef)).toBe(true);
    expect(rangeHolds('', alef)).toBe(true);
  });

  it('toBase64(bytes) agrees with Node for more bytes than an argument list holds', () => {
    const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 31) & 255);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  });

  it('withStyle(svg, css) writes the style first, and dollars as they are', () => {
    expect(withStyle('<svg a="1"><g/></svg>', "x{content:'$&'}")).toBe(
      '<svg a="1"><style>x{content:\'$&\'}</style><g/></svg>'
    );
  });
});
