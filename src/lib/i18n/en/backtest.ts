import { plural } from '../plural';

/** /model/backtest: a model held against the record. */
export const backtest = {
  title: (first: number, last: number) => `Backtest, ${first} to ${last}`,
  description: (model: string, first: number, last: number) =>
    `What the ${model} model would have said of ${first} to ${last}, beside what was observed, and how far it beats simple guesses.`,
  lead: (from: string, to: string) =>
    `The model is run from ${from} to ${to} with what was done and what broke out in those years. Its outputs then stand beside what was observed.`,

  findings: (usable: number, care: number, none: number) =>
    [
      plural('en', usable, { one: '# series can be used as a test', other: '# series can be used as a test' }),
      plural('en', care, { one: '# with care', other: '# with care' }),
      ...(none > 0 ? [plural('en', none, { one: '# shows no skill', other: '# show no skill' })] : [])
    ].join(', '),
  notATest: (count: number) =>
    plural('en', count, {
      one: '# is shown but is no test of the model.',
      other: '# are shown but are no test of the model.'
    }),

  figureTitle: 'The model beside the record',
  figureSubtitle: (fit: string, test: string) => `Straight lines fitted on ${fit}, judged on ${test}`,
  figureSummary: (series: string) => `One panel a series, model and observations by year. ${series}`,
  seriesSummary: (name: string, verdict: string) => `${name}: ${verdict}.`,
  reader: 'Month. Arrow keys move month by month, page keys by a year.',
  model: 'Model',
  observed: 'Observed',
  interval: 'Known to lie between',
  persistence: 'Last fitted year carried forward',
  trend: 'Trend',
  fit: 'fit',
  test: 'test',
  logarithmic: 'logarithmic',
  read: (month: string, model: string, observed: string | null) =>
    observed === null ? `${month}: model ${model}` : `${month}: model ${model}, observed ${observed}`,
  readInterval: (low: string, high: string) => `${low} to ${high}`,

  verdicts: {
    usable: 'usable',
    'with-care': 'with care',
    'no-skill': 'no skill',
    'not-a-test': 'not a test'
  },

  skillTitle: 'How far it beats simple guesses',
  skillLead:
    'Skill is 1 minus the mean error of the model divided by that of a simple guess over the same years: 1 is without error, 0 is no better than the guess, below 0 is worse.',
  skillTable: 'Table of skill',
  series: 'Series',
  verdict: 'Verdict',
  period: (name: string, years: string) => `${name}, ${years}`,
  testHead: 'Test',
  fitHead: 'Fit',
  years: 'Years',
  skillAgainst: 'Skill against',
  carried: 'carried forward',
  trendShort: 'trend',
  lastYear: 'last year',
  rank: 'Rank correlation',
  signs: 'Same direction',
  signsOf: (same: number, of: number) => `${same} of ${of}`,
  noFigure: 'none',
  guesses: {
    heading: 'The guesses',
    carried: 'Carried forward: in the test the last value of the fit years, in the fit their first.',
    trend: 'Trend: a straight line through the fit years, continued.',
    lastYear:
      'Last year: what was observed the year before. A stricter measure, since the model never sees an observation; where its skill is below 0, knowing last year tells more than the model.'
  },
  rules: {
    heading: 'How the verdict is found',
    usable: (years: number, skill: string, rank: string) =>
      `Usable: at least ${years} years of test, skill of at least ${skill} against both the value carried forward and the trend, and a rank correlation of at least ${rank}.`,
    withCare: 'With care: better than both, but by less or over fewer years. Three years or fewer prove nothing.',
    noSkill: 'No skill: the value carried forward or the trend comes at least as close.',
    notATest: (years: number) =>
      `Not a test: the series follows from inputs of the run, has too few figures, or fewer than ${years} years of test.`
  },

  disciplineTitle: 'What this shows and what it does not',
  discipline: (fit: string, test: string) =>
    `Each series is tied to one output by a straight line that is fitted on ${fit}. Errors are counted on ${test}, which no line has seen.`,
  caveatHead: 'Held out from fitting, not from knowledge.',
  caveat:
    'Whoever coded the history knew how it went on. The comparison tests whether the model responds and recovers as the record did, not whether it would have foreseen anything.',
  censored: (low: string, high: string, years: string) =>
    `For ${years} only an interval is known, ${low} to ${high}: a guess inside it counts as no error, for the model and for the guesses alike.`,

  hazardTitle: 'The hazard of a new war',
  hazard: (months: number, onsets: number, expected: string) =>
    `Over ${months} months of peace the hazard adds up to ${expected} onsets; ${onsets} happened.`,
  hazardAuc: (forced: string, free: string) =>
    `In the twelve months before an onset it stands higher than in another month of peace with a chance of ${forced} where the wars are forced, and of ${free} where they are left out; 0.5 is chance.`,
  hazardBrier: (forced: string, free: string) =>
    `Against the mean frequency of onsets its skill (Brier) is ${forced} and ${free}.`,
  hazardNone: 'Neither shows skill.',
  hazardVerdict: (onsets: number) =>
    plural('en', onsets, {
      one: 'One onset cannot establish skill. Read the hazard against the status quo, never as a prediction.',
      other: '# onsets cannot establish skill. Read the hazard against the status quo, never as a prediction.'
    }),

  historyTitle: 'What went into the run',
  historySubtitle: (from: string, to: string) => `Inputs from ${from} to ${to}, each on its whole range; coded by year`,
  historySummary: (inputs: number, events: number) =>
    `${inputs} inputs over the years and ${events} forced events, which the list below names by number.`,
  forcedEvents: 'Forced events',
  wars: 'Times of war are shaded.',
  judgement: (count: number, all: number) =>
    `${count} of ${all} inputs were coded by judgement; the others were computed from data:`,
  eventsTitle: 'Forced events',
  number: 'No.',
  when: 'When',
  what: 'What',
  effect: 'What it does',
  effectUp: (stock: string, amount: string) => `${stock}: ${amount} of the way up`,
  effectDown: (stock: string, amount: string) => `${stock}: ${amount} down`,
  effectSet: (stock: string, amount: string) => `${stock}: held at ${amount}`,
  effectEvent: (event: string, magnitude: string) => `${event}, magnitude ${magnitude}`,
  source: 'Source',
  byJudgement: 'judgement',

  sourcesTitle: 'Series, sources and licences',
  comparedWith: (output: string) => `Compared with: ${output}.`,
  yearMean: 'mean of the months of a year',
  yearEnd: 'value of December',
  licence: 'Licence',
  withheldTitle: 'Looked at and left out',

  downloads: 'Download',
  downloadSkill: 'Skill as CSV',
  downloadYears: 'Years as CSV',
  downloadSvg: 'Figure as SVG',
  downloadPng: 'Figure as PNG',
  downloadFailed: 'The file could not be saved.',
  csvHeader: (model: string, version: string) => `Mizan, model “${model}”, version ${version}: backtest`,
  csvUnits: 'Errors are in units of the transformed series; skill is 1 - ratio of mean absolute errors',
  csvSource: (series: string, citation: string, licence: string) => `${series}: ${citation} Licence: ${licence}`,
  figureSource: (model: string, version: string) =>
    `Source: Mizan, model “${model}”, version ${version}; observations by their sources as listed on the page.`,
  tableTitle: 'The numbers, year by year',
  year: 'Year',
  output: 'Output',
  showTable: 'Numbers, year by year'
};
