import type { Model } from './model';

/**
 * A released version is frozen: its whole checked model as JSON, kept under `released/` and run by the links that name
 * it. What a model says is compared without the places and spellings of its formulas, which a tidier file may change.
 */
const aboutTheFile = new Set(['at', 'span', 'nameSpan', 'setSpan', 'choiceSpan', 'text']);

/** The text of a frozen version: one line for each part of the model and each of its members, so that differences can be read. */
export function freeze(model: Model): string {
  const part = ([key, value]: [string, unknown]): string => {
    const members = Array.isArray(value) && value.some((member) => typeof member === 'object');
    if (!members) return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const lines = (value as readonly unknown[]).map((member) => `    ${JSON.stringify(member)}`);
    return `  ${JSON.stringify(key)}: [\n${lines.join(',\n')}\n  ]`;
  };
  return `{\n${Object.entries(model).map(part).join(',\n')}\n}\n`;
}

/** True where two models compute the same: equal in everything but places and the spelling of formulas. */
export function computesTheSame(a: Model, b: Model): boolean {
  const essence = (model: Model): string =>
    JSON.stringify(model, (key, value: unknown) => (aboutTheFile.has(key) ? undefined : value));
  return essence(a) === essence(b);
}
