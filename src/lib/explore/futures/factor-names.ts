import { nameOfCell, type Model, type ModelText } from '$lib/model';

export interface FactorName {
  readonly name: string;
  /** In words; `%` for per cent, empty for plain numbers. */
  readonly unit: string;
}

/** Names and units of factors in a language. */
export function factorNames(
  model: Model,
  text: ModelText,
  ids: readonly string[]
): Readonly<Record<string, FactorName>> {
  const units = new Map<string, string>([
    ...model.stocks.flatMap(({ initial, unit }) => initial.map(({ cell }) => [cell, unit] as const)),
    ...model.parameters.map(({ id, unit }) => [id, unit] as const),
    ...model.composites.map(
      ({ id, writes }) => [id, model.inputs.find((input) => input.id === writes[0])?.unit ?? ''] as const
    ),
    ...model.inputs.map(({ id, unit }) => [id, unit] as const)
  ]);
  return Object.fromEntries(
    ids.map((id) => {
      const unit = units.get(id) ?? '1';
      const said = ['1', 'index', ''].includes(unit) ? '' : (text.units[unit] ?? unit);
      return [id, { name: nameOfCell(text, id), unit: unit === '%' ? '%' : said }];
    })
  );
}
