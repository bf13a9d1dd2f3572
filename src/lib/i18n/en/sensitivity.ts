import { plural } from '../plural';

export const sensitivity = {
  title: 'What matters',
  pageTitle: (model: string) => `What matters · ${model} · Mizan`,
  pageDescription: (model: string) =>
    `What the outputs of the model ${model} hang on: screening, shares of variance and swings over all inputs and uncertain quantities.`,
  lead: 'Every input and every uncertain number of the model can be moved over its range, many at once. What an output then hangs on, alone and together with others, is measured here.',
  ask: 'The question',
  output: 'Output',
  date: 'Date',
  base: 'Scenario',
  fromLink: 'The scenario of the link',
  statusQuo: 'Status quo',
  inputs: 'Inputs that vary',
  inputChoices: { none: 'None', principal: 'The principal ones', all: 'All of them' },
  uncertainty: 'Uncertain numbers',
  uncertaintyChoices: { none: 'Fixed', narrow: 'Narrow ranges', wide: 'Wide ranges' },
  nothing: 'Nothing varies: choose inputs, or let the uncertain numbers vary.',
  start: 'Compute',
  refine: (runs: string) => `Refine with ${runs} more runs`,
  cancel: 'Cancel',
  stages: {
    screening: 'Screening all factors',
    swings: 'One factor at a time',
    decomposition: 'Shares of variance'
  },
  progress: (stage: string, percent: string) => `${stage}: ${percent}`,
  progressLabel: 'Progress',
  cancelled: 'Cancelled. The figures are those from before.',
  failed: 'The runs failed. The figures are those from before.',
  stale: 'The figures below answer the question before this one.',
  known: (error: string, runs: string) => `Totals are known to within ±${error} percentage points, after ${runs} runs.`,
  finest: 'This is as far as the page goes; the command line goes on.',
  what: (output: string, date: string) => `${output} in ${date}`,
  finding: (what: string, name: string, share: string) =>
    `Of what is uncertain about ${what}, no single factor weighs more than ${name}: it has a part in ${share} of it, alone or together with others.`,
  next: (name: string, share: string, other: string, otherShare: string) =>
    `Then come ${name} (${share}) and ${other} (${otherShare}).`,
  sector: (name: string, share: string) => `Taken by groups, ${name} weighs most, with ${share}.`,
  together: (share: string, error: string) =>
    `What the groups do only together makes up ${share} (±${error} percentage points).`,
  togetherUnknown: (error: string) =>
    `How much they do only together cannot be told from zero yet (±${error} percentage points).`,
  spread: (mean: string, deviation: string, factors: number) =>
    `Over ${plural('en', factors, { one: '# factor', other: '# factors' })} it averages ${mean}, with a standard deviation of ${deviation}.`,
  none: (what: string) => `Nothing that varies moves ${what}.`,
  view: 'Shown',
  views: { single: 'Single factors first', broad: 'By group' },
  rest: (name: string) => `${name}: all others`,
  inputGroup: (name: string) => `Inputs: ${name}`,
  initial: 'Starting values',
  indexTitle: (what: string) => `What ${what} hangs on`,
  indexSubtitle: (runs: string) => `Share of variance, with 95% intervals, from ${runs} runs`,
  first: 'alone',
  total: 'in all, also together with others',
  low: '95% from',
  high: '95% to',
  group: 'Group',
  factor: 'Factor',
  overTitle: 'What matters when',
  overSubtitle: 'Share of variance in all, at the end of each year',
  spreadRow: 'Standard deviation',
  morrisTitle: (what: string) => `How far single factors move ${what}`,
  morrisSubtitle: (runs: string) =>
    `Mean size of the change when one factor goes over its range, wherever the others stand; screening with ${runs} runs`,
  sizeAxis: 'Mean size of the effect (mu*)',
  sigmaAxis: 'Unevenness of the effect (sigma)',
  sigma: 'Sigma',
  size: 'Mu*',
  diagonal: 'as uneven as large',
  tornadoTitle: 'One factor at a time',
  tornadoSubtitle: (what: string, scenario: string) => `${what}; everything else stays as in: ${scenario}`,
  tornadoNote:
    'Easily read, but local: it sees only what a factor does while all others stand still, and nothing that they do together.',
  lowEnd: 'at the low end of its range (5%)',
  highEnd: 'at the high end (95%)',
  table: 'Show as a table',
  downloads: 'Download',
  csv: 'Table (CSV)',
  svg: 'Drawing (SVG)',
  png: 'Picture (PNG)',
  downloadFailed: 'The file could not be written.',
  how: 'How to read this',
  howSobol:
    'The shares are Sobol indices: of the variance of the output when everything varies at once. “Alone” would vanish if only this were known; “in all” would stay if everything else were known. Totals of all rows can add up to more than 100%, since what factors do together counts for each of them. Intervals come from the bootstrap.',
  howMorris:
    'The screening (Morris) comes first, because it is cheap: it ranks all factors, and the first twelve then stand alone among the shares; everything else is kept, in groups.',
  howRanges:
    'A share says what matters within the ranges that were let vary. A wider range makes a factor matter more; a number that the model fixes does not appear at all. It says nothing about whether the model is right.',
  source: (model: string, version: string) => `Mizan, model ${model} ${version}. A thinking tool, not a forecast.`,
  foot: (model: string, version: string, command: string) =>
    `${model} ${version}, seed 1. The same numbers: ${command}.`
};
