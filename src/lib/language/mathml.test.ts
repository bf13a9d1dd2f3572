import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  equationRows,
  functions,
  mathWidth,
  parseFormula,
  toMathml,
  walk,
  type Expression,
  type MathNode
} from '$lib/language';
import { loadFolder } from '../../../tests/libya/load';

/** One line of text that shows the structure: enough to read a tree in a test. */
function written({ tag, text, children = [] }: MathNode): string {
  const parts = children.map(written);
  if (text !== undefined) return text.replaceAll('\u00a0', ' ');
  switch (tag) {
    case 'mfrac':
      return `frac{${parts[0]}}{${parts[1]}}`;
    case 'msup':
      return `${parts[0]}^{${parts[1]}}`;
    case 'msub':
    case 'munder':
      return `${parts[0]}_{${parts[1]}}`;
    case 'mspace':
      return '';
    case 'mtable':
      return `[${parts.join('; ')}]`;
    default:
      return parts.join('');
  }
}

function parsed(text: string): Expression {
  const { expression } = parseFormula(text);
  if (!expression) throw new Error(`${text} is no formula`);
  return expression;
}

const math = (text: string): string => written(toMathml(parsed(text)));

describe('a formula as mathematics', () => {
  it.each([
    ['a + b - c', 'a+b−c'],
    ['a - (b - c)', 'a−(b−c)'],
    ['a + (b - c)', 'a+b−c'],
    ['a * b * c', 'a⋅b⋅c'],
    ['a * (b + c)', 'a⋅(b+c)'],
    ['a * b / c', 'frac{a⋅b}{c}'],
    ['a / b * c', 'frac{a}{b}⋅c'],
    ['(a + b) / (c + d)', 'frac{a+b}{c+d}'],
    ['a ^ b ^ c', 'a^{b^{c}}'],
    ['(a + b) ^ (c + 1)', '(a+b)^{c+1}'],
    ['(a / b) ^ 2', '(frac{a}{b})^{2}'],
    ['-a ^ 2', '−a^{2}'],
    ['(-a) ^ 2', '(−a)^{2}'],
    ['a - -b', 'a−(−b)'],
    ['a * -b', 'a⋅(−b)'],
    ['-(a + b)', '−(a+b)'],
    ['sqrt(a * b)', '√(a⋅b)'],
    ['abs(a - b)', '|a−b|'],
    ['exp(-x)', 'exp(−x)'],
    ['ln(max(a, 1e-9))', 'ln(max(a,10^{−9}))'],
    ['2.5e-9', '2.5⋅10^{−9}'],
    ['1e21 * a', '10^{21}⋅a'],
    ['min(a, b)', 'min(a,b)'],
    ['capital[us, east]', 'capital_{us,east}'],
    ['weight[p]', 'weight_{p}'],
    ['sum(p in patron: capital[p])', '∑_{p∈patron}capital_{p}'],
    ['sum(p in patron: a[p] + b[p])', '∑_{p∈patron}(a_{p}+b_{p})'],
    ['sum(p in patron: a[p]) * b', '(∑_{p∈patron}a_{p})⋅b'],
    ['c * sum(p in patron: a[p]) * b', '(c⋅∑_{p∈patron}a_{p})⋅b'],
    ['b * sum(p in patron: a[p])', 'b⋅∑_{p∈patron}a_{p}'],
    ['sum(p in patron: a[p]) + b', '∑_{p∈patron}a_{p}+b'],
    ['product(p in patron: a[p]^w)', '∏_{p∈patron}a_{p}^{w}'],
    ['mean(p in patron: a[p])', 'mean_{p∈patron}a_{p}'],
    ['max(p in patron: a[p])', 'max_{p∈patron}a_{p}'],
    ['min(p in patron: a[p])', 'min_{p∈patron}a_{p}'],
    ['if a > 0 then b else c', '[b if a>0; c otherwise ]'],
    ['if a then b else if c then d else e', '[b if a; d if c; e otherwise ]'],
    ['1 + (if a then b else c)', '1+([b if a; c otherwise ])'],
    ['a < b and not (c or d)', 'a<b and  not (c or d)'],
    ['a <= b or a >= c', 'a≤b or a≥c'],
    ['a <> b or a = c', 'a≠b or a=c'],
    ['source is events', 'source=events'],
    ['lookup(x / y, table)', 'table(frac{x}{y})'],
    ['smooth(x, tau)', 'smooth(x,tau)'],
    ['delay1(x, tau, 0) + delay3(x, tau)', 'delay1(x,tau,0)+delay3(x,tau)'],
    ['event(rate) * normal()', 'event(rate)⋅normal()'],
    ['time / 12', 'frac{t}{12}']
  ])('%s is %s', (text, expected) => {
    expect(math(text)).toBe(expected);
  });

  it('covers every function of the language', () => {
    for (const {
      name,
      arguments: [least]
    } of functions) {
      const call = name === 'lookup' ? 'lookup(x, y)' : `${name}(${['x', 'y'].slice(0, least).join(', ')})`;
      expect(math(call).length, call).toBeGreaterThan(0);
    }
  });

  it('speaks in the language of the page where words are needed', () => {
    const words = { if: 'إذا', otherwise: 'وإلا', and: 'و', or: 'أو', not: 'ليس' };
    expect(written(toMathml(parsed('if a and b then 1 else 0'), words))).toBe('[1 إذا a و b; 0 وإلا ]');
  });

  it('never changes what is computed: read back as a formula, sums and products keep their value', () => {
    const leaf = fc.constantFrom('a', 'b', 'c', '2', '0.5');
    const { formula } = fc.letrec<{ formula: string }>((tie) => ({
      formula: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc
          .tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/'), tie('formula'))
          .map(([l, o, r]) => `(${l} ${o} ${r})`),
        tie('formula').map((inner) => `(-${inner})`)
      )
    }));
    const values = { a: 1.7, b: 0.3, c: 2.9 };
    const value = (text: string): number => {
      const of = (node: Expression): number => {
        if (node.kind === 'number') return node.value;
        if (node.kind === 'reference') return values[node.name as 'a'];
        if (node.kind === 'unary') return -of(node.operand);
        if (node.kind !== 'binary') throw new Error(node.kind);
        const [l, r] = [of(node.left), of(node.right)];
        return { '+': l + r, '-': l - r, '*': l * r, '/': l / r }[node.operator as '+'];
      };
      return of(parsed(text));
    };
    const back = (text: string): string => {
      let plain = written(toMathml(parsed(text)))
        .replaceAll('−', '-')
        .replaceAll('⋅', '*');
      while (plain.includes('frac{')) plain = plain.replace(/frac\{([^{}]*)\}\{([^{}]*)\}/, '(($1)/($2))');
      return plain;
    };
    fc.assert(
      fc.property(formula, (text) => {
        const [expected, found] = [value(text), value(back(text))];
        if (!Number.isFinite(expected)) return;
        expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(expected)));
      }),
      { numRuns: 300 }
    );
  });
});

describe('an equation in rows', () => {
  const left = { name: 'trust', subscripts: [], role: 'value' } as const;
  const rows = (text: string, width = 30): readonly string[] =>
    equationRows(left, parsed(text), { width }).map(written);

  it('stands in one row where it fits', () => {
    expect(rows('a + b')).toEqual(['trust=a+b']);
  });

  it('breaks before the signs of its outermost sum', () => {
    expect(rows('first_long_name * a + second_long_name * b - third_long_name')).toEqual([
      'trust',
      '=first_long_name⋅a',
      '+second_long_name⋅b',
      '−third_long_name'
    ]);
  });

  it('breaks a product where there is no sum', () => {
    expect(rows('first_long_name * second_long_name * (1 - third_long_name)')).toEqual([
      'trust',
      '=first_long_name',
      '⋅second_long_name',
      '⋅(1−third_long_name)'
    ]);
  });

  it('breaks inside brackets and fractions where a part is still too wide', () => {
    expect(rows('a * (first_long_name + second_long_name + third_long_name)', 24)).toEqual([
      'trust',
      '=a',
      '⋅(first_long_name',
      '+second_long_name',
      '+third_long_name)'
    ]);
    expect(rows('(first_long_name + second_long_name) / third_long_name', 24)).toEqual([
      'trust',
      '=frac{[first_long_name; +second_long_name]}{third_long_name}'
    ]);
  });

  it('sets a condition below its value where both are too wide for a line', () => {
    expect(rows('if first_long_name > 0 then second_long_name else 1', 34)).toEqual([
      'trust',
      '=[second_long_name;  if first_long_name>0; 1;  otherwise ]'
    ]);
  });

  it('has the derivative of a stock on the left of its rate, and month 0 of its initial value', () => {
    const [rate] = equationRows({ name: 'trust', subscripts: ['bloc'], role: 'rate' }, parsed('-a'));
    expect(rate && written(rate)).toBe('frac{dtrust_{bloc}}{dt}=−a');
    const [initial] = equationRows({ name: 'trust', subscripts: [], role: 'initial' }, parsed('0.5'));
    expect(initial && written(initial)).toBe('trust(0)=0.5');
  });
});

const folders = ['models', join('models', 'teaching')]
  .filter((root) => existsSync(root))
  .flatMap((root) => readdirSync(root).map((name) => join(root, name)))
  .filter((folder) => existsSync(join(folder, 'model.yaml')));

describe.each(folders)('the equations of %s', (folder) => {
  const { model, checks } = loadFolder(folder);
  const equations = [
    ...model.variables.map(({ name, equation }) => [name, equation] as const),
    ...model.stocks.map(({ name, rate }) => [name, rate] as const),
    ...model.stocks.flatMap(({ initial }) =>
      initial.flatMap((each) => ('equation' in each ? [[each.cell, each.equation] as const] : []))
    ),
    ...model.events.map(({ id, rate }) => [id, rate] as const),
    ...checks.flatMap(({ id, test }) => (test.kind === 'within-ranges' ? [] : [[id, test.equation] as const]))
  ];

  it.each(equations.map(([name, equation]) => [`${name} = ${equation.text}`, name, equation] as const))(
    '%s keeps every name',
    (_title, name, { expression }) => {
      const rows = equationRows({ name, subscripts: [], role: 'value' }, expression);
      const shown = new Set<string>();
      const visit = ({ tag, text, children = [] }: MathNode): void => {
        expect(text !== undefined || children.length > 0 || tag === 'mspace').toBe(true);
        if (text !== undefined) shown.add(text);
        children.forEach(visit);
      };
      rows.forEach(visit);
      expect(shown.has(name)).toBe(true);
      walk(expression, (node) => {
        if (node.kind === 'reference' && node.name !== 'time') expect(shown).toContain(node.name);
        if (node.kind === 'reference') for (const each of node.subscripts) expect(shown).toContain(each.name);
        if (node.kind === 'aggregate') expect(shown).toContain(node.set);
        if (node.kind === 'is') expect(shown).toContain(node.choice);
      });
      // Breaking into rows changes nothing but where the rows end.
      const tokens = (trees: readonly MathNode[]): readonly string[] =>
        trees.flatMap(({ text, children = [] }) => (text === undefined ? tokens(children) : [text]));
      const whole = equationRows({ name, subscripts: [], role: 'value' }, expression, { width: Infinity });
      expect(tokens(rows)).toEqual(tokens(whole));
      // Long names in subscripts can make a row a little wider than it should be.
      for (const row of rows) expect(mathWidth(row)).toBeLessThanOrEqual(66);
    }
  );
});
