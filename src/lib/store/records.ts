/**
 * What a person's browser keeps: the draft with its undo history, and the scenarios that were saved by name. Scenarios
 * are kept as the query of their link (`encodeLink`), which every later version of Mizan can read; the room does not
 * look inside them.
 */
export interface Draft {
  readonly present: string;
  /** Oldest first. */
  readonly past: readonly string[];
  /** What redo would bring back, next first. */
  readonly future: readonly string[];
}

export interface SavedScenario {
  /** Given by the store; rises with every new record. */
  readonly id: number;
  readonly title: string;
  readonly scenario: string;
  /** ISO 8601 instant of the last change, UTC. */
  readonly changed: string;
}

/** Steps of undo that are kept across reloads. */
export const historyKept = 200;

/** A draft as it came out of storage, or null where it is none (damaged, or of a foreign hand). */
export function readDraft(value: unknown): Draft | null {
  if (typeof value !== 'object' || value === null) return null;
  const { present, past, future } = value as Partial<Record<keyof Draft, unknown>>;
  return typeof present === 'string' && areTexts(past) && areTexts(future) ? { present, past, future } : null;
}

export function readSaved(value: unknown): SavedScenario | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, title, scenario, changed } = value as Partial<Record<keyof SavedScenario, unknown>>;
  return typeof id === 'number' &&
    typeof title === 'string' &&
    typeof scenario === 'string' &&
    typeof changed === 'string'
    ? { id, title, scenario, changed }
    : null;
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
