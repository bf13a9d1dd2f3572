import fc from 'fast-check';
import { describe as group, expect, it } from 'vitest';
import {
  describe,
  editDistance,
  formatDiagnostic,
  inferUnit,
  messageCodes,
  nearest,
  parseFormula,
  parseUnit,
  printExpression,
  printUnit,
  type Expression
} from '$lib/language';
import * as arabic from './messages.ar';
import * as english from './messages.en';

const span = { start: 0, end: 0 };
const name = fc.constantFrom('a', 'trust', 'x_1', 'Capital', 'us');

/** Random trees of the whole grammar; numbers are not negative, as in formulas. */
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      kind: fc.constant('number' as const),
      value: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map(Math.abs),
      span: fc.constant(span)
    }),
    fc.record({
      kind: fc.constant('reference' as const),
      name,
      subscripts: fc.array(fc.record({ name, span: fc.constant(span) }), { maxLength: 2 }),
      span: fc.constant(span)
    }),
    fc.record({
      kind: fc.constant('is' as const),
      name,
      choice: name,
      span: fc.constant(span),
      choiceSpan: fc.constant(span)
    }),
    fc.record({
      kind: fc.constant('unary' as const),
      operator: fc.constantFrom('-' as const, 'not' as const),
      operand: tie('expression'),
      span: fc.constant(span)
    }),
    fc.record({
      kind: fc.constant('binary' as const),
      operator: fc.constantFrom(
        '+' as const,
        '-' as const,
        '*' as const,
        '/' as const,
        '^' as const,
        '<' as const,
        '<=' as const,
        '>' as const,
        '>=' as const,
        '=' as const,
        '<>' as const,
        'and' as const,
        'or' as const
      ),
      left: tie('expression'),
      right: tie('expression'),
      span: fc.constant(span)
    }),
    fc.record({
      kind: fc.constant('if' as const),
      condition: tie('expression'),
      then: tie('expression'),
      otherwise: tie('expression'),
      span: fc.constant(span)
    }),
    fc.record({
      kind: fc.constant('call' as const),
      name: fc.constantFrom('min', 'exp', 'f'),
      nameSpan: fc.constant(span),
      arguments: fc.array(tie('expression'), { maxLength: 3 }),
      span: fc.constant(span)
    }),
    fc.record({
      kind: fc.constant('aggregate' as const),
      operator: fc.constantFrom('sum' as const, 'product' as const, 'min' as const, 'max' as const, 'mean' as const),
      index: name,
      set: name,
      setSpan: fc.constant(span),
      body: tie('expression'),
      span: fc.constant(span)
    })
  )
}));

/** A tree without its spans. */
function bare(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part: unknown) => (/span$/i.test(key) ? undefined : part)));
}

group('formulas', () => {
  it('parse(print(e)) is e', () => {
    fc.assert(
      fc.property(expression, (tree) => {
        expect(bare(parseFormula(printExpression(tree)).expression)).toEqual(bare(tree));
      }),
      { numRuns: 2000 }
    );
  });

  it('garbage never throws and always yields a fault with a span inside the text', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          'if ',
          ' then ',
          ' else ',
          '(',
          ')',
          '[',
          ']',
          'sum',
          ' in ',
          ':',
          ' is ',
          '-',
          '^',
          'not ',
          '1e',
          '.',
          'a',
          ','
        )
      ),
      { maxLength: 12 }
    );
    fc.assert(
      fc.property(
        pieces.map((list) => list.join('')),
        (text) => {
          const { expression: tree, faults } = parseFormula(text);
          expect(tree === null).toBe(faults.length > 0);
          for (const fault of faults) {
            expect(fault.span.start).toBeGreaterThanOrEqual(0);
            expect(fault.span.end).toBeGreaterThan(fault.span.start);
            expect(messageCodes).toContain(fault.code);
          }
        }
      ),
      { numRuns: 3000 }
    );
  });

  it.each([
    ['-a^2', '-(a^2)'],
    ['a^b^c', 'a^(b^c)'],
    ['a - b - c', '(a - b) - c'],
    ['2^-1', '2^(-1)'],
    ['a or b and not c = d', 'a or (b and (not (c = d)))'],
    ['1 + if a then 2 else 3 + 4', '1 + (if a then 2 else (3 + 4))'],
    ['s is t and u', '(s is t) and u'],
    ['min(a in s: a)', '(min(a in s: (a)))']
  ])('%s means %s', (text, meaning) => {
    expect(bare(parseFormula(text).expression)).toEqual(bare(parseFormula(meaning).expression));
  });

  it.each([
    ['a + ', 'formula-ends-early', 3, 4],
    ['a b', 'unexpected-token', 2, 3],
    ['(a + b', 'unclosed-bracket', 0, 1],
    ['a < b < c', 'chained-comparison', 6, 7],
    ['if a then b', 'if-needs-else', 0, 2],
    ['a + not b', 'not-needs-brackets', 4, 7],
    ['1.5.2', 'bad-number', 0, 5],
    ['sum(a)', 'aggregate-needs-set', 0, 6],
    ['a.b', 'dotted-name', 0, 3]
  ])('%s: %s', (text, code, start, end) => {
    expect(parseFormula(text).faults).toMatchObject([{ code, span: { start, end } }]);
  });
});

group('units', () => {
  it.each([
    ['1', '1'],
    ['eu/month', 'eu/month'],
    ['month*eu/month', 'eu'],
    ['1/month/month', '1/month^2'],
    ['eu^2', 'eu^2'],
    ['%', '%']
  ])('%s is %s', (text, printed) => {
    const parsed = parseUnit(text, ['eu']);
    expect(parsed.ok && printUnit(parsed.unit)).toBe(printed);
  });

  it.each(['', 'eu month', '2', 'eu/', '^2'])('“%s” is none', (text) => expect(parseUnit(text, ['eu']).ok).toBe(false));

  it.each([
    ['a / time', 'eu/month', 0],
    ['a + 0', 'eu', 0],
    ['a + 1', 'any', 1],
    ['sqrt(a * a)', 'eu', 0],
    ['a^2 / a', 'eu', 0],
    ['exp(a)', '1', 1],
    ['(a / a)^time', '1', 1],
    ['smooth(a, time)', 'eu', 0],
    ['product(i in s: a)', 'eu^3', 0]
  ])('%s has the unit %s and %i faults', (text, unit, count) => {
    const { expression: tree } = parseFormula(text);
    const faults: unknown[] = [];
    const inferred =
      tree &&
      inferUnit(tree, {
        unitOf: () => ({ eu: 1 }),
        lookup: () => undefined,
        sizeOf: () => 3,
        report: (fault) => faults.push(fault)
      });
    expect([inferred === 'any' || !inferred ? inferred : printUnit(inferred), faults.length]).toEqual([unit, count]);
  });
});

group('messages', () => {
  it('ask for the same data in both languages, and explain every term in both', () => {
    const keys = (text: string) => new Set([...text.matchAll(/\{(\w+)/g)].map(([, key]) => key));
    for (const [code, text] of Object.entries(english.messages)) {
      expect([code, keys(arabic.messages[code as keyof typeof english.messages])]).toEqual([code, keys(text)]);
    }
    expect(Object.keys(arabic.terms).sort()).toEqual(Object.keys(english.terms).sort());
  });

  it('are one line with a place', () => {
    const at = { file: 'people.yaml', line: 3, column: 7, length: 6 };
    const diagnostic = {
      severity: 'error',
      code: 'unknown-name',
      at,
      data: { name: 'repiar', suggestion: 'repair' }
    } as const;
    expect(formatDiagnostic(diagnostic)).toBe(
      'people.yaml:3:7: error: There is nothing called `repiar` in this model. Did you mean `repair`?'
    );
    expect(describe({ ...diagnostic, data: { name: 'zzz' } }, 'en')).toBe(
      'There is nothing called `zzz` in this model.'
    );
    expect(describe(diagnostic, 'ar')).toContain('repair');
  });
});

group('the nearest known name', () => {
  it('is within a third of the letters, or none', () => {
    expect(nearest('vilence', ['trust', 'violence'])).toBe('violence');
    expect(nearest('xyz', ['trust', 'violence'])).toBeUndefined();
    expect(editDistance('ab', 'ba')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
  });
});
