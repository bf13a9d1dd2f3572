import { addMonths, formatMonth, formatPlain, type checksWords, type Locale } from '$lib/i18n';
import type { Expression } from '$lib/language';
import { nameOfCell, type Model, type ModelText } from '$lib/model';

/**
 * The formula of a check in the reader's words: cells by their names, scenarios by what `scenarioName` calls them, months
 * by their dates. A value of the last month goes without a date.
 */
export interface Saying {
  readonly locale: Locale;
  readonly words: ReturnType<typeof checksWords>;
  readonly model: Model;
  readonly text: ModelText;
  scenarioName(id: string): string;
}

type Bound = ReadonlyMap<string, string>;

/** How tightly an operator binds: what binds less than its surroundings stands in brackets. */
const binding: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '=': 3,
  '<>': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '^': 6
};
const signs: Readonly<Record<string, string>> = { '-': '−', '*': '×', '/': '÷', '<=': '≤', '>=': '≥', '<>': '≠' };

export function sayFormula(expression: Expression, saying: Saying, bound: Bound = new Map(), around = 0): string {
  const say = (part: Expression, within = 0): string => sayFormula(part, saying, bound, within);
  switch (expression.kind) {
    case 'number':
      return isolated(formatPlain(saying.locale, expression.value, 12));
    case 'reference':
      return sayCell(expression, saying, bound);
    case 'unary':
      return expression.operator === '-'
        ? `−${say(expression.operand, 6)}`
        : `${saying.words.not} ${say(expression.operand, 6)}`;
    case 'binary': {
      const { operator, left, right } = expression;
      const mine = binding[operator] ?? 0;
      const sign = operator === 'and' || operator === 'or' ? saying.words[operator] : (signs[operator] ?? operator);
      const whole = `${say(left, mine)} ${sign} ${say(right, mine + 1)}`;
      return mine < around ? `(${whole})` : whole;
    }
    case 'is':
      return `${saying.text.switches[expression.name]?.name ?? expression.name}: ${expression.choice}`;
    case 'if':
      return [expression.condition, expression.then, expression.otherwise].map((part) => say(part)).join(' … ');
    case 'aggregate': {
      const elements = saying.model.sets.find(({ name }) => name === expression.set)?.elements ?? [];
      const [first = ''] = elements;
      const body = sayFormula(expression.body, saying, new Map([...bound, [expression.index, `${first}…`]]));
      return `${saying.words.sumOf} ${body}`;
    }
    case 'call':
      return sayCall(expression, saying, bound);
  }
}

function sayCall(call: Extract<Expression, { kind: 'call' }>, saying: Saying, bound: Bound): string {
  const { words } = saying;
  const [first, second] = call.arguments;
  if (call.name === 'max' || call.name === 'min') {
    const parts = call.arguments.map((part) => sayFormula(part, saying, bound));
    return `${call.name === 'max' ? words.greatest : words.least} (${parts.join(saying.locale === 'ar' ? '؛ ' : '; ')})`;
  }
  if (call.name === 'abs' && first) return `|${sayFormula(first, saying, bound)}|`;
  if (call.name === 'peak' && first) {
    const from = second?.kind === 'number' ? second.value : 0;
    return words.peakOf(sayFormula(first, saying, bound), monthOf(saying, from));
  }
  if (first?.kind !== 'reference') return call.name;
  const when =
    second?.kind === 'number' ? `${saying.locale === 'ar' ? '، ' : ', '}${monthOf(saying, second.value)}` : '';
  return `${sayCell(first, saying, bound)} [${saying.scenarioName(call.name)}${when}]`;
}

function sayCell(
  { name, subscripts }: Extract<Expression, { kind: 'reference' }>,
  { text }: Saying,
  bound: Bound
): string {
  const id = [name, ...subscripts.map((one) => bound.get(one.name) ?? one.name)].join('.');
  return nameOfCell(text, id);
}

function monthOf({ locale, model }: Saying, month: number): string {
  return formatMonth(locale, addMonths(model.time.start, month));
}

/** A number among words of another direction keeps its own. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
