import { plural } from '../plural';

/** Bands, ranges, and the settings of how futures are drawn. */
export const uncertainty = {
  title: 'How sure are we?',
  nineInTen: '9 in 10 futures',
  oneInTwo: 'half of the futures',
  range: (low: string, high: string) => `${low}–${high}`,
  spokenRange: (low: string, high: string) => `in 9 of 10 futures from ${low} to ${high}`,
  fromTo: (low: string, high: string) => `${low} to ${high}`,
  higherIn: (share: string) => `higher in ${share} of futures`,
  lowerIn: (share: string) => `lower in ${share} of futures`,
  higherInAll: 'higher in every future drawn',
  lowerInAll: 'lower in every future drawn',
  moreThan: (share: string) => `more than ${share}`,
  lessThan: (share: string) => `less than ${share}`,
  eventBy: (event: string, month: string) => `${event} by ${month}`,
  bandMeans: (runs: number) =>
    plural('en', runs, {
      one: 'One future is drawn, so the band is a line.',
      other:
        'In 9 of 10 of # drawn futures stability lies inside the light band, in half of them inside the darker one.'
    }),
  /** What differs between the draws, and what no draw covers. */
  draws: {
    wide: (events: boolean) =>
      `The draws vary what is uncertain in the model’s parameters and starting values${events ? ', and random events strike' : ''}; they do not cover what the model leaves out.`,
    narrow: (events: boolean) =>
      `The draws vary each uncertain parameter and starting value by itself, so that much of it cancels out${events ? ', and random events strike' : ''}; they do not cover what the model leaves out.`,
    none: () => 'The draws differ in random events alone; they cover no doubt about the model itself.'
  },
  nothingDrawn: 'Nothing is drawn, so there is one future and no band. That does not mean that we are sure.',
  singlesMean: (count: number) =>
    plural('en', count, { one: 'The thin line is # of them.', other: 'The thin lines are # of them.' }),
  soFar: (done: string, planned: string) => `${done} of ${planned} futures so far`,
  slow: (runs: string) =>
    `This browser lacks what makes many runs quick (SIMD in WebAssembly), so bands come from ${runs} futures at most.`,
  failed: 'The bands could not be computed. The line stands.',
  lost: (count: number) =>
    plural('en', count, {
      one: '# future ran out of bounds and is not counted.',
      other: '# futures ran out of bounds and are not counted.'
    }),
  kind: 'Uncertainty',
  kinds: { wide: 'Wide', narrow: 'Narrow', none: 'None' },
  kindsMean: {
    wide: 'Parameters and starting values, with doubts that touch a whole field at once',
    narrow: 'Each parameter and starting value by itself: for comparing scenarios',
    none: 'Everything as the model has it'
  },
  events: 'Random events',
  eventsMean: 'What the model counts as events strikes by chance, more or less often as things stand',
  runs: 'Futures',
  seed: 'Seed',
  seedMeans: 'The same seed draws the same futures on any machine.',
  again: 'Draw again',
  sampling: 'Sampling plan',
  samplings: { random: 'Independent', 'latin-hypercube': 'Latin hypercube', sobol: 'Scrambled Sobol' },
  singles: (count: number) => plural('en', count, { one: 'Show # single future', other: 'Show # single futures' }),
  reset: 'As at the start'
};
