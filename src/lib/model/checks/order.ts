import type { Reading } from '../formula';
import type { CellEquation } from './cells';

/**
 * The order of computation: depth-first, in the order of the files, each cell after what it needs. Simultaneous equations
 * have no such order: each loop is reported once, step by step, at the reference that leads from its first cell into it.
 */
export function checkOrder(equations: ReadonlyMap<string, CellEquation>, reading: Reading): readonly string[] {
  const order: string[] = [];
  const done = new Set<string>();
  const onPath = new Map<string, number>();
  const inLoop = new Set<string>();

  for (const root of equations.keys()) {
    // An explicit stack: a chain of equations may be longer than the call stack is deep.
    const path: { cell: string; rest: Iterator<string> }[] = [];
    const enter = (cell: string): void => {
      onPath.set(cell, path.length);
      path.push({ cell, rest: (equations.get(cell)?.needs.keys() ?? [].values()) as Iterator<string> });
    };
    if (!done.has(root)) enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { value: next, done: finished } = top.rest.next();
      if (finished) {
        path.pop();
        onPath.delete(top.cell);
        done.add(top.cell);
        order.push(top.cell);
      } else if (onPath.has(next)) {
        const loop = path.slice(onPath.get(next)).map(({ cell }) => cell);
        if (!loop.some((cell) => inLoop.has(cell))) reportLoop(loop, equations, reading);
        for (const cell of loop) inLoop.add(cell);
      } else if (!done.has(next) && equations.has(next)) enter(next);
    }
  }
  return order;
}

function reportLoop(loop: readonly string[], equations: ReadonlyMap<string, CellEquation>, reading: Reading): void {
  const cells = [...equations.keys()];
  const first = loop.reduce((a, b) => (cells.indexOf(a) <= cells.indexOf(b) ? a : b));
  const start = loop.indexOf(first);
  const steps = [...loop.slice(start), ...loop.slice(0, start), first];
  const equation = equations.get(first);
  const span = equation?.needs.get(steps[1] ?? first);
  if (!equation || !span) return;
  const at = equation.formula.yaml.partPlaceOf(equation.formula.path, span);
  reading.report.error('loop', at, { loop: steps.join(' -> '), name: first });
}
