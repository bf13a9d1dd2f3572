import type { Diagnostic, Fault, Place } from '$lib/language';

/** Collects diagnostics while a model is read; `failed` says whether any of them is an error. */
export class Report {
  readonly #diagnostics: Diagnostic[] = [];

  error(code: string, at: Place, data: Diagnostic['data'] = {}): void {
    this.#diagnostics.push({ severity: 'error', code, at, data });
  }

  warn(code: string, at: Place, data: Diagnostic['data'] = {}): void {
    this.#diagnostics.push({ severity: 'warning', code, at, data });
  }

  fault(fault: Fault, at: Place): void {
    this.error(fault.code, at, fault.data);
  }

  get failed(): boolean {
    return this.#diagnostics.some(({ severity }) => severity === 'error');
  }

  /** In the order of files, lines and columns, each diagnostic once. */
  sorted(): readonly Diagnostic[] {
    const seen = new Set<string>();
    return this.#diagnostics
      .toSorted(
        (a, b) =>
          compareText(a.at.file, b.at.file) ||
          a.at.line - b.at.line ||
          a.at.column - b.at.column ||
          compareText(a.code, b.code)
      )
      .filter((diagnostic) => {
        const key = JSON.stringify(diagnostic);
        return !seen.has(key) && seen.add(key);
      });
  }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** `{ suggestion }` where there is a nearest known name, else nothing: the message then leaves the hint out. */
export function hint(suggestion: string | undefined): Readonly<Record<string, string>> {
  return suggestion === undefined ? {} : { suggestion };
}
