import type * as v from 'valibot';
import { pedigree, sources } from './inputs-file';
import {
  cellKey,
  choice,
  either,
  fields,
  formula,
  isMapping,
  leftSide,
  note,
  number,
  numbers,
  optional,
  range,
  table,
  unit
} from './shape';

/** <sector>.yaml: parameters, lookups, stocks and variables of one sector. */
export const shapes = ['fixed', 'uniform', 'triangular', 'log-triangular', 'normal', 'beta'] as const;

const evidence = {
  shape: note(
    optional(choice(shapes)),
    'Distribution inside the range; triangular where a range is given, else fixed.'
  ),
  pedigree: optional(pedigree()),
  sources: optional(sources()),
  direction: note(optional(choice([1, -1])), 'Sign of its effect on the headline output; 1 where absent.')
};
const direction = { direction: evidence.direction };
const valued = { value: number(), range: note(optional(range()), 'Least and greatest plausible value.') };

const parameterRow = fields({ ...valued, ...evidence });
const bareNumber = number();
const row = either((input) => (typeof input === 'number' ? bareNumber : parameterRow), [parameterRow, bareNumber]);

const scalarParameter = fields({ ...valued, unit: unit(), ...evidence });
const parameterTable = fields({
  unit: unit(),
  range: optional(range()),
  ...evidence,
  values: note(table(row, cellKey), 'One row a cell, elements joined by dots; what is absent does not exist.')
});
const parameter = either(
  (input) => (isMapping(input) && 'values' in input ? parameterTable : scalarParameter),
  [scalarParameter, parameterTable]
);

const spread = { spread: note(optional(number()), 'Half-range of the uncertain initial value.') };
const initialFields = fields({ value: formula(), ...spread, ...direction });
const initialFormula = formula();
const initialRow = either(
  (input) => (isMapping(input) ? initialFields : initialFormula),
  [initialFields, initialFormula]
);
const initialTable = table(initialRow, cellKey);
const initial = either((input) => (isMapping(input) ? initialTable : initialFormula), [initialFormula, initialTable]);

export const sectorFile = fields({
  parameters: note(optional(table(parameter, leftSide)), 'Numbers that are uncertain or a matter of judgement.'),
  lookups: note(
    optional(table(fields({ x: numbers(), y: numbers(), x_unit: unit(), y_unit: unit() }))),
    'Piecewise linear tables, constant beyond their ends; x strictly increasing.'
  ),
  stocks: note(
    optional(
      table(
        fields({
          unit: unit(),
          range: note(
            optional(range()),
            'The interval that the equations keep the stock in; used by checks, never to clip.'
          ),
          initial: note(initial, 'A number, a formula over parameters, constants and inputs, or a row for each cell.'),
          ...spread,
          ...direction,
          rate: note(formula(), "Change per month: the stock's unit per month.")
        }),
        leftSide
      )
    ),
    'What accumulates.'
  ),
  variables: note(
    optional(table(fields({ unit: unit(), equation: formula() }), leftSide)),
    'What is computed at every step.'
  )
});

export type SectorFile = v.InferOutput<typeof sectorFile>;
