import { plural } from '../plural';

/** The panel of inputs and its editors. */
export const inputs = {
  title: 'Inputs',
  lead: (month: string) => `Move what an actor does. The notch marks ${month}.`,
  principal: 'Principal inputs',
  further: (count: number) => plural('en', count, { one: '# further input', other: '# further inputs' }),
  changed: 'Changed',
  resetOne: (name: string) => `Reset ${name}`,
  about: (name: string) => `About ${name}`,
  meaning: 'What it is',
  source: 'Source',
  sources: 'Sources',
  judgement: 'Expert judgement',
  pedigree: 'How well founded',
  pedigrees: [
    'a guess',
    'expert judgement with some basis',
    'sources point to it',
    'measured in comparable cases',
    'well established'
  ],
  pedigreeOf: (score: number) => `${score} of 4`,
  timing: 'When',
  timingFor: (name: string) => `${name}: when it moves`,
  /** Sentence under a changed input. */
  ramp: (from: string, to: string) => `from ${from} to ${to}`,
  start: 'Starts in',
  months: 'Takes',
  monthsUnit: (count: number) => plural('en', count, { one: 'month', other: 'months' }).replace(/^[\d,]+ /, ''),
  target: 'Goes to',
  move: (n: number) => `Move ${n}`,
  addMove: 'Add a later move',
  removeMove: (n: number) => `Remove move ${n}`,
  pointDate: 'Month',
  pointValue: 'Value',
  removePoint: (month: string) => `Remove ${month}`,
  addPoint: 'Add a dated value',
  usePoints: 'Use dated values instead',
  useRamp: 'Use a start and a ramp instead',
  dragStart: (name: string) => `${name}: month in which it starts to move`,
  dragEnd: (name: string) => `${name}: month in which it reaches its target`,
  curveLabel: (name: string) => `${name} over time`,
  segments: 'By segment',
  starting: 'Starting influence',
  startingLead:
    'Judgement, open to yours. Each weight sets what an actor starts with in a place; the share that results in the first month is beside it.',
  weights: 'Weights of the stability index',
  weightsLead:
    'Judgement, open to yours: how much each part counts, and how the parts are combined. The share that results is beside each weight.',
  resetThese: 'Reset these',
  year: 'Year',
  more: 'More inputs'
};
