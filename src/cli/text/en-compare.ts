/** What `mizan compare` says. */
export const enCompare = {
  about: 'Compares up to four scenarios over the same futures: values, ranges and paired differences at chosen dates.',
  scenarios: 'two to four scenarios: presets, files or links',
  baseline: 'the scenario that differences are taken from, by its number in the list (default: 1)',
  outputs: 'outputs to compare, by id, with commas between (default: the headline outputs of the model)',
  at: 'months, with commas between: YYYY-MM,… (default: the last one)',
  csv: 'write the table to a file, - for standard output',
  json: 'print everything as one JSON object',
  count: (count: number) => `compare takes two to four scenarios; these are ${count}`,
  badBaseline: (text: string, count: number) => `--baseline ${text}: write a number from 1 to ${count}`,
  otherModel: (one: string, other: string) => `the scenarios are of different models: ${one} and ${other}`,
  outside: (month: string, start: string, last: string) => `--at ${month} is outside the runs, ${start} to ${last}`,
  heading: (runs: number, seed: number, uncertainty: string) =>
    `${runs} futures, seed ${seed}, uncertainty ${uncertainty}`,
  columns: [
    'output',
    'month',
    'scenario',
    'value',
    'median',
    '5 %',
    '95 %',
    'difference',
    '5 %',
    '95 %',
    'higher in'
  ] as readonly string[]
};
