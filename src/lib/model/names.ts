import { isReserved, nearest, type InferredUnit, type Place } from '$lib/language';
import { cellId, combinations } from './cells';
import type { Axis, ElementSet } from './model';
import { hint, type Report } from './report';

/**
 * What the names of a model stand for while it is read. Quantities (inputs, constants, switches, parameters, lookups,
 * stocks, variables) share one name space; sets and elements share another, that of subscripts.
 */
export type QuantityKind = 'input' | 'constant' | 'switch' | 'parameter' | 'lookup' | 'stock' | 'variable';

export interface Quantity {
  readonly name: string;
  readonly kind: QuantityKind;
  /** Number of subscripts. */
  readonly arity: number;
  readonly unit: InferredUnit;
  /** Defined cells, with the place that defines each. */
  readonly cells: Map<string, Place>;
  readonly at: Place;
}

export class Names {
  readonly quantities = new Map<string, Quantity>();
  readonly #sets = new Map<string, readonly string[]>();
  readonly #elements = new Set<string>();
  readonly #spoilt = new Set<string>();
  #cellCount = 0;

  addSet(set: ElementSet): void {
    this.#sets.set(set.name, set.elements);
    for (const element of set.elements) this.#elements.add(element);
  }

  hasSet(name: string): boolean {
    return this.#sets.has(name);
  }

  hasElement(name: string): boolean {
    return this.#elements.has(name);
  }

  elementsOf(set: string): readonly string[] {
    return this.#sets.get(set) ?? [];
  }

  get sets(): Iterable<string> {
    return this.#sets.keys();
  }

  get elements(): Iterable<string> {
    return this.#elements;
  }

  get cellCount(): number {
    return this.#cellCount;
  }

  /** Marks a name whose definition is broken: what follows from that is not reported again. */
  spoil(name: string): void {
    this.#spoilt.add(name);
  }

  isSpoilt(name: string): boolean {
    return this.#spoilt.has(name);
  }

  nearestSubscript(name: string): string | undefined {
    return nearest(name, [...this.#sets.keys(), ...this.#elements]);
  }

  /** Every combination of elements of a left-hand side. */
  combinations(axes: readonly Axis[]): readonly (readonly string[])[] {
    return combinations(axes, (set) => this.elementsOf(set));
  }

  /**
   * Enters a quantity, or further cells of one that has entries already. Gives the ids of the cells that are new;
   * what is defined twice is reported.
   */
  define(
    entry: {
      name: string;
      kind: QuantityKind;
      unit: InferredUnit;
      cells: readonly (readonly string[])[];
      arity: number;
    },
    at: Place,
    report: Report
  ): readonly string[] {
    const { name, kind, unit, arity } = entry;
    if (isReserved(name)) report.error('reserved-name', at, { name });
    const known = this.quantities.get(name);
    if (known && (known.kind !== kind || !mayHaveSeveralEntries(kind))) {
      report.error('name-twice', at, { name, kind, other: known.kind, file: known.at.file, line: known.at.line });
      return [];
    }
    if (known && known.arity !== arity) {
      report.error('entries-differ', at, {
        name,
        count: arity,
        other: known.arity,
        file: known.at.file,
        line: known.at.line
      });
      return [];
    }
    const quantity = known ?? { name, kind, arity, unit, cells: new Map<string, Place>(), at };
    this.quantities.set(name, quantity);
    const fresh = entry.cells
      .map((elements) => cellId(name, elements))
      .filter((id) => {
        const other = quantity.cells.get(id);
        if (other) report.error('cell-twice', at, { cell: id, file: other.file, line: other.line });
        return other === undefined;
      });
    for (const id of fresh) quantity.cells.set(id, at);
    this.#cellCount += fresh.length;
    return fresh;
  }

  /** The quantity of that name; undefined, with a diagnostic, where there is none. */
  find(name: string, at: Place, report: Report): Quantity | undefined {
    const quantity = this.quantities.get(name);
    if (!quantity && !this.isSpoilt(name)) {
      report.error('unknown-name', at, { name, ...hint(nearest(name, [...this.quantities.keys(), 'time'])) });
    }
    return quantity;
  }

  /** True where the cell exists; else reports, with the nearest known cell. */
  requireCell(id: string, kinds: readonly QuantityKind[], at: Place, report: Report): boolean {
    const name = id.split('.')[0] ?? '';
    if (this.isSpoilt(name)) return false;
    const quantity = this.quantities.get(name);
    if (quantity?.cells.has(id) && kinds.includes(quantity.kind)) return true;
    const known = [...this.quantities.values()]
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ cells }) => [...cells.keys()]);
    report.error('unknown-cell', at, { cell: id, kinds: kinds.join('|'), ...hint(nearest(id, known)) });
    return false;
  }
}

function mayHaveSeveralEntries(kind: QuantityKind): boolean {
  return kind === 'parameter' || kind === 'stock' || kind === 'variable';
}
