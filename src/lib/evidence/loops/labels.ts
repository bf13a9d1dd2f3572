import { nameOfCell, type LoopMap, type Model, type ModelText } from '$lib/model';

/** Name of a node or a step of a path: its group's label, else that of the quantity or cell. */
export function labelOf(map: LoopMap, text: ModelText, id: string): string {
  const group = map.groups.find((each) => each.id === id);
  if (group) return group.label[text.locale];
  const own = text.quantities[id];
  return own?.name ?? nameOfCell(text, id);
}

/** What a node stands for in the model: the name that the pages of the model know it by. */
export function nameInModel(map: LoopMap, id: string): string {
  return map.groups.find((each) => each.id === id)?.cells[0] ?? id;
}

export function kindOf(model: Model, cells: readonly string[]): 'stock' | 'variable' | 'input' {
  const [cell = ''] = cells;
  const [name = ''] = cell.split('.');
  if (model.stocks.some((stock) => stock.name === name)) return 'stock';
  return model.inputs.some(({ id }) => id === cell) ? 'input' : 'variable';
}
