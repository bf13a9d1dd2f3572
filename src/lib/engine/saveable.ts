import type { Program } from './program';

/** Ids of the stocks and variables of a program, in slot order: what `save: 'all'` means. */
export function saveable(program: Program): readonly string[] {
  return program.slots.filter(({ kind }) => kind === 'stock' || kind === 'variable').map(({ id }) => id);
}
