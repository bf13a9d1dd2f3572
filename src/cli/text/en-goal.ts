/** What `mizan goal` says. */
export const enGoal = {
  about:
    'Seeks the cheapest way to a goal: which inputs to move, how far, at what cost, and in how many futures it holds.',
  goal: "what is to be reached: 'output>level@YYYY-MM' or '<', without @ in the last month; repeat for more, all must hold",
  lever:
    "input that may be moved: id, 'id:low..high' for bounds, 'id*cost' or 'id:low..high*cost' for the cost of one unit (default: the whole range costs 100); repeat (default: the principal inputs)",
  start: 'month in which moved inputs begin to move (default: the fourth of the run)',
  ramp: 'months that they take (default: 24)',
  population: 'proposals in a generation, even (default: 96)',
  generations: 'generations that look for the goal (default: 40)',
  beyond: 'further generations that look beyond it, for the front (default: 30)',
  seed: 'seed of the search (default: 1)',
  futures: 'futures that ways are held against, drawn as by ensemble; 0 for none (default: 500)',
  points: 'most points of the front (default: 18)',
  against: 'number of the goal that the front of cost is against (default: 1)',
  csv: 'write the front to a file, - for standard output',
  json: 'print everything as one JSON object, with the way as a link',
  badLever: (text: string) => `--lever ${text}: write it as id, id:low..high, id*cost or id:low..high*cost`,
  unknownLever: (id: string, near: string | undefined) =>
    `--lever ${id}: the model has no such input${near === undefined ? '' : `; did you mean ${near}?`}`,
  badBounds: (text: string, low: string, high: string) =>
    `--lever ${text}: bounds lie between ${low} and ${high}, the lower one first`,
  badCost: (text: string) => `--lever ${text}: the cost of a unit is a number from 0 to 1000000`,
  overlap: (text: string) => `--lever ${text}: an earlier lever moves the same input`,
  noAgainst: (place: number, goals: number) => `--against ${place}: there are ${goals} goals`,
  startOutside: (text: string, first: string, last: string) =>
    `--start ${text}: the month lies outside the run: write one from ${first} to ${last}`,
  idle: (goals: string, values: string) => `${goals}. Without changes: ${values}`,
  holds: (percent: string, futures: number, low: string, high: string) =>
    `; it holds in ${percent} % of ${futures} futures (95 %: ${low} to ${high})`,
  already: 'The goal is reached without changing anything',
  found: (cost: string) => `The cheapest way found costs ${cost}`,
  none: (values: string) => `No way found within these bounds. The nearest came to ${values}`,
  columns: ['lever', 'from', 'to', 'change', 'cost'] as readonly string[],
  helps: 'Would bring it nearer:',
  helpBound: (id: string, target: string, values: string) => `  ${id} beyond its bound, to ${target}: ${values}`,
  helpLever: (id: string, target: string, values: string) => `  ${id} as a further lever, at ${target}: ${values}`,
  front: (output: string) => `Cost against ${output}:`,
  frontColumns: { cost: 'cost', holds: 'holds', moves: 'moves' },
  link: (link: string) => `The way as a scenario: ${link}`,
  caveat: (runs: number) => `A search of ${runs} runs, not a proof: something cheaper may exist. Costs are a judgement.`
};
