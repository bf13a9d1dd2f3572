import { EngineError } from '../error';
import type { Assignment, SlotInfo } from '../program';
import { needsOf } from './nodes';

/**
 * The order in which initial values are computed. An initial value may need variables (a `smooth` starts at its
 * argument), which need other initial values: a depth-first walk lists each after what it needs.
 *
 * `initials`: one assignment per stock, hidden ones included. `each`: the variables, of which those needed are listed too.
 * Throws EngineError initial-loop with a cell of the loop.
 */
export function orderInitials(
  initials: readonly Assignment[],
  each: readonly Assignment[],
  slots: readonly SlotInfo[]
): readonly Assignment[] {
  const assignmentOf = new Map([...each, ...initials].map((assignment) => [assignment.slot, assignment]));
  const ordered: Assignment[] = [];
  const state = new Map<number, 'open' | 'done'>();

  const visit = (assignment: Assignment): void => {
    const { slot, node } = assignment;
    if (state.get(slot) === 'done') return;
    if (state.get(slot) === 'open') throw new EngineError('initial-loop', { cell: slots[slot]!.id });
    state.set(slot, 'open');
    for (const needed of needsOf(node).slots) {
      const before = assignmentOf.get(needed);
      if (before) visit(before);
    }
    state.set(slot, 'done');
    ordered.push(assignment);
  };

  for (const initial of initials) visit(initial);
  return ordered;
}
