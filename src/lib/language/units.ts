/**
 * Units as products of powers of base units, `eu/month` = { eu: 1, month: -1 }. Base units are never converted into each
 * other (12 months and one year differ): a model says so with a constant, and the check stays exact.
 * Invariant: keys in alphabetical order, no exponent 0, so that equal units are equal as text.
 */
export type Unit = Readonly<Record<string, number>>;

export const dimensionless: Unit = {};

/** Units that every model knows without saying so. `1` is no base unit but their absence. */
export const builtInUnits: readonly string[] = ['%', 'month', 'year'];

export interface UnitFault {
  readonly code: 'bad-unit' | 'unknown-unit';
  readonly data: Readonly<Record<string, string>>;
}

export type ParsedUnit = { readonly ok: true; readonly unit: Unit } | { readonly ok: false; readonly fault: UnitFault };

const factor = /^\s*(?:(1)|([A-Za-z_%$€][\w%$€]*))(?:\s*\^\s*(-?\d+(?:\.\d+)?))?\s*$/;

/**
 * Parses unit text such as `1`, `%`, `1/month`, `eu/month`, `person^2`, `eu*month/person`: factors joined by `*` and
 * `/`, read from left to right. `known` holds the model's own base units beside the built-in ones.
 */
export function parseUnit(text: string, known: readonly string[] = []): ParsedUnit {
  let unit = dimensionless;
  for (const [, sign, part] of text.matchAll(/([*/]|^)([^*/]*)/g)) {
    const read = factor.exec(part ?? '');
    if (read === null) return { ok: false, fault: { code: 'bad-unit', data: { text } } };
    const base = read[2];
    if (base === undefined) continue;
    if (!builtInUnits.includes(base) && !known.includes(base)) {
      return { ok: false, fault: { code: 'unknown-unit', data: { name: base } } };
    }
    const exponent = Number(read[3] ?? '1');
    unit = multiplyUnits(unit, { [base]: sign === '/' ? -exponent : exponent });
  }
  return { ok: true, unit };
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  const bases = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  const entries = bases.map((base) => [base, (a[base] ?? 0) + (b[base] ?? 0)] as const);
  return Object.fromEntries(entries.filter(([, exponent]) => exponent !== 0));
}

/** The unit raised to a power; fractional powers are allowed (the square root of `eu^2` is `eu`). */
export function raiseUnit(unit: Unit, exponent: number): Unit {
  if (exponent === 0) return dimensionless;
  return Object.fromEntries(Object.entries(unit).map(([base, own]) => [base, own * exponent]));
}

export function divideUnits(a: Unit, b: Unit): Unit {
  return multiplyUnits(a, raiseUnit(b, -1));
}

export function unitsEqual(a: Unit, b: Unit): boolean {
  return printUnit(a) === printUnit(b);
}

/** Unit text, `eu*month^2/person`; `1` for a pure number, `1/month` for a rate. */
export function printUnit(unit: Unit): string {
  const entries = Object.entries(unit);
  const over = entries.filter(([, exponent]) => exponent > 0).map(printPower);
  const under = entries.filter(([, exponent]) => exponent < 0).map(([base, exponent]) => printPower([base, -exponent]));
  return [over.join('*') || '1', ...under].join('/');
}

function printPower([base, exponent]: readonly [string, number]): string {
  return exponent === 1 ? base : `${base}^${exponent}`;
}
