import type { Axis, Model } from '$lib/model';

/** Text of the equation that computes a cell; the rate for a stock. Null for an input or an unknown cell. */
export function equationOf(model: Model, cell: string): string | null {
  const [name = '', ...elements] = cell.split('.');
  const covers = (axes: readonly Axis[]): boolean =>
    axes.length === elements.length &&
    axes.every((axis, i) => {
      const element = elements[i] ?? '';
      return axis.kind === 'element'
        ? axis.element === element
        : model.sets.some((set) => set.name === axis.set && set.elements.includes(element));
    });
  const variable = model.variables.find((one) => one.name === name && covers(one.axes));
  if (variable) return variable.equation.text;
  return model.stocks.find((one) => one.name === name && covers(one.axes))?.rate.text ?? null;
}
