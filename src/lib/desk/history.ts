/**
 * Undo and redo over whole values. One gesture (a drag, a run of arrow keys) is one step: entries that carry the same
 * mark replace each other until the gesture is settled. Pure: every function gives a new history.
 */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Names the gesture that is under way, or null. */
  readonly gesture: string | null;
}

const longest = 200;

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], gesture: null };
}

/** Takes a new value. `gesture` null is a step of its own. */
export function record<T>(history: History<T>, present: T, gesture: string | null): History<T> {
  if (gesture !== null && gesture === history.gesture) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-longest), present, future: [], gesture };
}

export function settle<T>(history: History<T>): History<T> {
  return history.gesture === null ? history : { ...history, gesture: null };
}

export function undo<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], gesture: null };
}

export function redo<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, gesture: null };
}
