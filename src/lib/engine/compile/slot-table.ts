import type { Model } from '$lib/model';
import type { SlotInfo } from '../program';
import { cellsOf, type Cell, type Sets } from './cells';

/**
 * The layout of the slots: time | inputs | constants, parameters | switches | stocks | variables | step | hidden
 * stocks. Hidden ones are named by the cell whose formula made them, `cell#1`, which no model can write.
 */
export class SlotTable {
  readonly slots: SlotInfo[] = [];
  readonly slotOf = new Map<string, number>();

  add(id: string, kind: SlotInfo['kind'], unit: string): number {
    const slot = this.slots.length;
    this.slots.push({ id, kind, unit });
    this.slotOf.set(id, slot);
    return slot;
  }

  /** A hidden stock of a cell: `cell#1`, `cell#2`, … */
  addHidden(cell: string): number {
    let number = 1;
    while (this.slotOf.has(`${cell}#${number}`)) number++;
    return this.add(`${cell}#${number}`, 'hidden', '');
  }
}

/** A cell and the definition that it belongs to. */
export interface Defined<Definition> extends Cell {
  readonly slot: number;
  readonly definition: Definition;
}

/** Adds every cell of the definitions, in order. */
export function addCells<
  Definition extends {
    readonly name: string;
    readonly axes: Parameters<typeof cellsOf>[1];
    readonly unit: string;
  }
>(
  table: SlotTable,
  kind: SlotInfo['kind'],
  definitions: readonly Definition[],
  sets: Sets
): readonly Defined<Definition>[] {
  return definitions.flatMap((definition) =>
    cellsOf(definition.name, definition.axes, sets).map((cell) => ({
      ...cell,
      definition,
      slot: table.add(cell.id, kind, definition.unit)
    }))
  );
}

/** Constants, parameters and switches with the values that a run starts from. */
export function addDefaults(table: SlotTable, model: Model): { slot: number; value: number }[] {
  return [
    ...model.constants.map(({ id, unit, value }) => ({ slot: table.add(id, 'constant', unit), value })),
    ...model.parameters.map(({ id, unit, value }) => ({ slot: table.add(id, 'parameter', unit), value })),
    ...model.switches.map(({ id, choices, default: choice }) => ({
      slot: table.add(id, 'switch', '1'),
      value: choices.indexOf(choice)
    }))
  ];
}

/** A slot, 0 unless an ensemble draws it, for each uncertain initial value that a formula gives: `cell#spread`. */
export function addDeviations(table: SlotTable, model: Model): readonly { cell: string; slot: number }[] {
  return model.stocks
    .flatMap(({ initial, unit }) => initial.map((value) => ({ ...value, unit })))
    .filter((value) => value.spread > 0 && 'equation' in value)
    .map(({ cell, unit }) => ({ cell, slot: table.add(`${cell}#spread`, 'constant', unit) }));
}
