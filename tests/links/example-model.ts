import type { Equation, Input, Model } from '$lib/model';

/**
 * A small model built by hand: enough of everything that a scenario may name, with the awkward cases (an input whose id
 * is a word of links, an input with a negative range, a fixed parameter, a stock without range, two overlapping
 * composites). Its one equation lets stocks grow in step with an input, so that results are known in closed form.
 */
const at = { file: 'example.yaml', line: 1, column: 1, length: 1 };
const span = { start: 0, end: 1 };

function reference(name: string): Equation {
  return { text: name, expression: { kind: 'reference', name, subscripts: [], span }, at };
}

function input(id: string, standard: number, minimum = 0, maximum = 100): Input {
  return {
    id,
    unit: '%',
    equationUnit: '1',
    scale: 0.01,
    minimum,
    maximum,
    step: 1,
    default: standard,
    group: 'all',
    principal: true,
    claims: [],
    sources: [],
    pedigree: 1,
    at
  };
}

const parameter = {
  elements: [],
  unit: '1',
  pedigree: 1,
  sector: 'only',
  sources: ['judgement'],
  direction: 1,
  at
} as const;

export const exampleModel: Model = {
  format: 1,
  id: 'example',
  version: '1.0.0',
  time: { start: '2024-10', months: 120, integrator: 'euler', stepsPerMonth: { euler: 4, rk4: 1 } },
  sets: [{ name: 'bloc', elements: ['east', 'west'] }],
  inputs: [
    input('unified_force', 17),
    input('border_sudan', 13),
    input('border_chad', 15),
    input('border_niger', 13),
    input('title', 50),
    input('balance', 0, -1, 1),
    input('oil_price', 100, 30, 180)
  ],
  composites: [
    {
      id: 'border_coordination',
      writes: ['border_sudan', 'border_chad', 'border_niger'],
      group: 'all',
      principal: true,
      at
    },
    { id: 'sahel_borders', writes: ['border_chad', 'border_niger'], group: 'all', principal: false, at },
    { id: 'prices', writes: ['oil_price'], group: 'all', principal: false, at }
  ],
  switches: [{ id: 'violence_source', choices: ['expected', 'events', 'forced'], default: 'expected', at }],
  constants: [],
  parameters: [
    { ...parameter, id: 'decisiveness', name: 'decisiveness', value: 1.2, low: 0.8, high: 1.8, shape: 'triangular' },
    {
      ...parameter,
      id: 'yield.us.east',
      name: 'yield',
      elements: ['us', 'east'],
      value: 0.55,
      low: 0.33,
      high: 0.77,
      shape: 'triangular'
    },
    { ...parameter, id: 'weight', name: 'weight', value: 0.3, low: 0.3, high: 0.3, shape: 'fixed' },
    { ...parameter, id: 'bound', name: 'bound', value: 5, low: 5, high: 5, shape: 'fixed' }
  ],
  lookups: [],
  stocks: [
    {
      name: 'trust',
      axes: [],
      unit: '1',
      sector: 'only',
      range: [0, 1],
      initial: [{ cell: 'trust', value: 0.19, spread: 0.07, direction: 1 }],
      rate: reference('growth')
    },
    {
      name: 'capital',
      axes: [{ kind: 'set', set: 'bloc' }],
      unit: 'eu',
      sector: 'only',
      initial: [
        { cell: 'capital.east', value: 0.36, spread: 0.09, direction: 1 },
        { cell: 'capital.west', equation: reference('weight'), spread: 0, direction: 1 }
      ],
      rate: reference('growth')
    }
  ],
  variables: [{ name: 'growth', axes: [], unit: '1', sector: 'only', equation: reference('unified_force') }],
  order: ['growth'],
  events: [
    {
      id: 'relapse',
      rate: reference('trust'),
      magnitude: { low: 0.4, mode: 0.55, high: 0.7 },
      effects: [{ stock: 'trust', direction: 'down', factor: 0.7 }],
      quietMonths: 12,
      at
    },
    {
      id: 'blockade',
      rate: reference('trust'),
      magnitude: { low: 0.25, mode: 0.5, high: 0.85 },
      effects: [{ stock: 'trust', direction: 'down', factor: 0.2 }],
      quietMonths: 0,
      at
    }
  ],
  outputs: [
    { cell: 'trust', display: 'share', headline: true },
    { cell: 'growth', display: 'number', headline: false }
  ],
  sectors: ['only'],
  groups: ['all'],
  uncertainty: {
    sectors: ['only'],
    narrow: { widen: 1, loading: 0 },
    wide: { widen: 1.5, loading: 0.6, initialFactor: 1.5 }
  }
};
