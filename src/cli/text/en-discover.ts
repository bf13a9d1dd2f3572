/** What `mizan discover` says. */
export const enDiscover = {
  about: 'Finds in which futures a goal is reached: draws runs, peels boxes, says one of them as a sentence.',
  goal: "what is to be reached: 'output>level@YYYY-MM' or '<', without @ in the last month; repeat for more, all must hold",
  vary: 'inputs that vary over their whole range: ids, or none, principal (default) or all',
  uncertainty: 'distributions of uncertain quantities that vary too (default: wide)',
  runs: 'number of runs (default: 20000)',
  seed: 'seed of the runs (default: 1)',
  step: 'step of the trajectory to tell (default: the one of the largest gain: mass times added density)',
  csv: 'write the trajectory to a file, - for standard output',
  json: 'print everything as one JSON object, with the scenario from inside the box',
  noGoal: "no goal: write one, such as --goal 'stability_index>55@2034-10'",
  badGoal: (text: string) => `--goal ${text}: write it as output>level@YYYY-MM or output<level@YYYY-MM`,
  goalBeyond: (text: string, first: string, last: string) =>
    `--goal ${text}: the month lies outside the run: write one from ${first} to ${last}`,
  unknownInput: (id: string, near: string | undefined) =>
    `--vary ${id}: the model has no such input${near === undefined ? '' : `; did you mean ${near}?`}`,
  nothingVaries: 'nothing varies: name inputs with --vary, or leave --uncertainty at narrow or wide',
  noStep: (step: number, last: number) => `--step ${step}: the trajectory ends with step ${last}`,
  reached: (goals: string, reached: number, runs: number, percent: string, factors: number) =>
    `${goals}: reached in ${reached} of ${runs} runs (${percent} %), ${factors} factors varying`,
  and: ' and ',
  failed: (runs: number) => `${runs} runs left the finite numbers and count as not reaching it`,
  columns: ['step', 'coverage', 'density', 'mass', 'ranges', 'peeled'] as readonly string[],
  always: 'every run reaches the goal: there is nothing to find',
  never: 'no run reaches the goal: there is nothing to find',
  sentence: (percent: string) => `The goal is reached in ${percent} % of runs in which`,
  anything: 'No range makes a difference that chance would not make too.',
  least: (name: string, low: string) => `  ${name} is at least ${low}`,
  most: (name: string, high: string) => `  ${name} is at most ${high}`,
  between: (name: string, low: string, high: string) => `  ${name} is from ${low} to ${high}`,
  point: (value: string, percent: string) => `${value} (${percent} % point)`,
  covers: (coverage: string, mass: string, step: number) =>
    `They hold ${coverage} % of all runs that reach it, and ${mass} % of all runs (from step ${step}).`,
  inside: (link: string) => `A scenario from inside: ${link}`
};
