/** What `mizan sensitivity` says. */
export const enSensitivity = {
  about: 'Measures what an output depends on: over inputs and uncertain quantities, many moved at once.',
  output: 'output, stock or variable (default: the chief output of the model)',
  at: 'month of the output: YYYY-MM (default: the last one)',
  inputs: 'inputs that vary over their whole range (default: none)',
  uncertainty: 'distributions of uncertain quantities (default: wide)',
  study: 'screening alone, screening and shares of variance, or one factor at a time (default: sobol)',
  trajectories: 'trajectories of the screening (default: 10)',
  rows: 'rows of the decomposition, best a power of two (default: 512)',
  seed: 'seed of the designs and of the intervals (default: 1)',
  csv: 'write the rows of the method to a file, - for standard output',
  json: 'print everything as one JSON object',
  nothingVaries: 'nothing varies: with --uncertainty none, --inputs must be principal or all',
  outsideRun: (month: string, first: string, last: string) =>
    `--at ${month} lies outside the run: write a month from ${first} to ${last}`,
  morrisHeading: (output: string, month: string, runs: number) =>
    `${output} in ${month}: how far it moves when one factor goes over its range, from ${runs} runs`,
  morrisColumns: ['factor', 'mu*', '95 %', 'mu', 'sigma'] as readonly string[],
  sobolHeading: (output: string, month: string, mean: string, deviation: string, runs: number, widest: string) =>
    `${output} in ${month}: mean ${mean}, standard deviation ${deviation}; intervals of total indices ±${widest} at most, from ${runs} runs`,
  sobolColumns: ['group', 'alone', '95 %', 'in all', '95 %'] as readonly string[],
  bySector: 'by sector:',
  tornadoHeading: (output: string, month: string, base: string, runs: number) =>
    `${output} in ${month}: ${base} in the scenario itself; one factor at a time, from ${runs} runs`,
  tornadoColumns: ['factor', 'at its low end', 'at its high end'] as readonly string[],
  tornadoNote: 'Local: everything else stays as the scenario has it, so what factors do together is not seen.'
};
