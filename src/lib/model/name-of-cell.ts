import type { ModelText, Named } from './model';

/**
 * Name of a cell for people: the entry of its own where the text has one, else the quantity's name and the names of its
 * elements, "Influence share: United States, East". Ids that the text does not know are shown as they are.
 */
export function nameOfCell(text: ModelText, id: string): string {
  const [name = id, ...elements] = id.split('.');
  const own = named(text, id);
  if (own !== undefined) return own;
  const quantity = named(text, name) ?? name;
  if (elements.length === 0) return quantity;
  const between = text.locale === 'ar' ? '، ' : ', ';
  return `${quantity}: ${elements.map((element) => text.elements[element]?.name ?? element).join(between)}`;
}

/** What a cell stands for: its own explanation, else its quantity's; undefined where there is none. */
export function meaningOfCell(text: ModelText, id: string): string | undefined {
  return entryOf(text, id)?.meaning ?? entryOf(text, id.split('.')[0] ?? id)?.meaning;
}

function named(text: ModelText, id: string): string | undefined {
  return entryOf(text, id)?.name;
}

function entryOf(text: ModelText, id: string): Named | undefined {
  const tables = [text.quantities, text.inputs, text.parameters, text.constants, text.switches, text.lookups];
  return tables.find((table) => Object.hasOwn(table, id))?.[id];
}
