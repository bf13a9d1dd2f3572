import type { ModelText, Named } from '$lib/model';

/**
 * Names of outputs for the page. Written here and not taken from the model room, whose door also opens on the YAML
 * reader: the page carries checked data and must not carry the reader.
 */
export function nameOf(text: ModelText, cell: string): string {
  const [quantity = cell, ...elements] = cell.split('.');
  const own = entryOf(text, cell);
  if (own) return own.name;
  const name = entryOf(text, quantity)?.name ?? quantity;
  if (elements.length === 0) return name;
  const named = elements.map((element) => text.elements[element]?.name ?? element);
  return `${name}: ${named.join(text.locale === 'ar' ? '، ' : ', ')}`;
}

/** What a cell stands for: its own explanation, else its quantity's; undefined where there is none. */
export function meaningOf(text: ModelText, cell: string): string | undefined {
  return entryOf(text, cell)?.meaning ?? entryOf(text, cell.split('.')[0] ?? cell)?.meaning;
}

function entryOf(text: ModelText, id: string): Named | undefined {
  for (const table of [text.quantities, text.inputs, text.parameters, text.constants, text.lookups]) {
    if (Object.hasOwn(table, id)) return table[id];
  }
  return undefined;
}
