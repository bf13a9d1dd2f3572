/** What `mizan attribute` says. */
export const enAttribute = {
  about: 'Splits the difference between two scenarios over what was changed, by Shapley values.',
  against: 'scenario to compare with: a preset, a file or a link (default: the status quo)',
  output: 'output, stock or variable to explain (default: the chief output of the model)',
  month: 'month to explain: YYYY-MM (default: the last one)',
  seed: 'seed of the orders that are sampled where there are more than 12 changes (default: 1)',
  csv: 'write shares and interactions to a file, - for standard output',
  json: 'print everything as one JSON object',
  otherModel: (one: string, other: string) => `the two scenarios are of different models: ${one} and ${other}`,
  noOutput: (id: string, near: string | undefined) =>
    `--output ${id}: the model has no such output, stock or variable${near === undefined ? '' : `; did you mean ${near}?`}`,
  monthAfterEnd: (month: string, last: string) => `--month ${month} is after the last month of the run, ${last}`,
  noSeed: (text: string) => `--seed ${text}: write a whole number from 0`,
  stops: (index: number, cell: string, date: string) =>
    `combination ${index} of the changes stops in ${date}: ${cell} left the finite numbers, so the difference cannot be split`,
  heading: (output: string, month: string, from: string, to: string, difference: string) =>
    `${output} in ${month}: ${from} without the changes, ${to} with them: ${difference}`,
  same: 'The two scenarios do not differ in anything that is run.',
  columns: ['change', 'share', 'error'] as readonly string[],
  together: 'only from both at once, half of it in each share:',
  noTogether: 'No two changes do much only together (a twentieth of all shares or more).',
  sampled: (orders: number) => `Shares are estimated from ${orders} sampled orders; the error is a standard error.`
};
