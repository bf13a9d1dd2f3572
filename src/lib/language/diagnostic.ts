/**
 * A diagnostic is a value: what is wrong, where, and the data that its text needs. The text is rendered in English or
 * Arabic by `describe` (messages.ts); nothing throws a string at a person.
 */
export type Locale = 'en' | 'ar';

/** A place in a file of a model: 1-based line and column, as editors count. `length` in characters, at least 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** Stable key of the message, such as `unknown-name` or `unit-mismatch`. */
  readonly code: string;
  readonly at: Place;
  readonly data: Readonly<Record<string, string | number>>;
}
