import { plural } from '../plural';

/** The pages of the model: equations, parameters, inputs, sources, and the documentation in one piece. */
export const modelPage = {
  title: 'The model, equation by equation',
  lead: 'Every equation, number and source that a result rests on, written out from the files that the computation itself reads.',
  pageTitle: (part: string, model: string) => `${part} · ${model} · Mizan`,
  pageDescription: (model: string) =>
    `${model}: every equation, parameter, input and source of the model, with its range, its reason and how well founded it is.`,

  // The model at a glance
  glance: 'At a glance',
  counts: {
    inputs: (n: number) =>
      plural('en', n, { one: '# input that a person moves', other: '# inputs that a person moves' }),
    stocks: (n: number) =>
      plural('en', n, {
        one: '# stock, which carries the past forward',
        other: '# stocks, which carry the past forward'
      }),
    variables: (n: number) =>
      plural('en', n, { one: '# variable computed from them', other: '# variables computed from them' }),
    parameters: (n: number) => plural('en', n, { one: '# parameter', other: '# parameters' }),
    events: (n: number) => plural('en', n, { one: '# kind of event', other: '# kinds of events' }),
    sources: (n: number) => plural('en', n, { one: '# source', other: '# sources' }),
    checks: (n: number) => plural('en', n, { one: '# behaviour check', other: '# behaviour checks' })
  },
  span: (start: string, end: string) => `From ${start} to ${end}, month by month.`,
  version: (version: string) => `Version ${version} of the model.`,

  // Pedigree
  pedigreeTitle: 'Most of the numbers are judgement',
  pedigreeSubtitle: 'Parameters of each sector by how well founded they are, from 0 (a guess) to 4 (well established)',
  /** The honesty sentence: counts of parameters, all of them computed. */
  pedigreeSentence: (all: number, top: number, low: number, share: string) =>
    `Of ${all} parameters ${top === 0 ? 'none has' : plural('en', top, { one: '# has', other: '# have' })} the highest score; ${low}, which is ${share}, have one of the two lowest.`,
  pedigreeAdvice:
    'Read results as what follows if these judgements hold, and look at the ranges: they are drawn from the same table.',
  pedigreeSector: 'Sector',
  pedigreeAll: 'All',
  parametersCount: (count: number) => plural('en', count, { one: '# parameter', other: '# parameters' }),
  figureSource: (model: string, version: string) => `Mizan, ${model}, version ${version}`,
  table: 'The figure as a table',

  // Contents and search
  contents: 'Contents',
  search: 'Find a name',
  searchHint: 'By label, meaning or the name in the files, in English or Arabic. Enter opens the first.',
  found: (count: number) =>
    count === 0 ? 'Nothing has that name.' : plural('en', count, { one: '# found', other: '# found' }),
  parts: {
    inputs: 'Inputs',
    events: 'Events',
    terms: 'Sets, constants and switches',
    checks: 'Behaviour checks',
    claims: 'Claims of the briefing',
    sources: 'Sources'
  } as Readonly<Record<string, string>>,
  partMeanings: {
    inputs: 'What a person moves on the desk: range, default and why it is that.',
    events: 'What may strike by chance, how often and how hard.',
    terms: 'Terms that the equations of all sectors share, and how to read the notation.',
    checks: 'What the model must show for the reasons it was built.',
    claims: 'What the press report says, claim by claim.',
    sources: 'Everything cited, by kind, with what rests on it.'
  } as Readonly<Record<string, string>>,
  toChapter: 'Read this chapter',
  allChapters: 'All chapters',
  before: 'Before',
  after: 'Next',

  // Entries
  stocks: 'Stocks',
  stocksLead:
    'What accumulates and carries the past forward. The equation gives the change per month; the starting value stands below it.',
  variables: 'Variables',
  variablesLead: 'What is computed anew at every step from stocks, inputs and parameters.',
  parameters: 'Parameters',
  parametersLead: 'Numbers that the equations take as given. Each is drawn from its range in every run of a band.',
  unit: 'Unit',
  range: 'Range',
  drivers: 'Driven by',
  noDrivers: 'nothing: it is given',
  users: 'Used in',
  checkedBy: 'Checked by',
  noUsers: 'nothing else; it is a result',
  equation: 'Equation',
  asWritten: 'As written in the file',
  initial: 'Starting value',
  initialOf: (month: string) => `Starting value, ${month}`,
  cell: 'Of',
  value: 'Value',
  values: (count: number) => plural('en', count, { one: '# value', other: '# values' }),
  from: 'from',
  to: 'to',
  shape: 'Drawn as',
  shapes: {
    fixed: 'fixed',
    uniform: 'uniform',
    triangular: 'triangular',
    'log-triangular': 'triangular, on a log scale',
    normal: 'normal',
    beta: 'beta (PERT)'
  },
  pedigree: 'How well founded',
  pedigrees: [
    'a guess',
    'expert judgement with some basis',
    'sources point to it',
    'measured in comparable cases',
    'well established'
  ],
  pedigreeOf: (score: number) => `${score} of 4`,
  reason: 'Why this number',
  source: 'Source',
  sources: 'Sources',
  linkTo: (label: string) => `Link to ${label}`,

  // Inputs
  inputsLead:
    'What a person moves. Each input stands at its default until a scenario moves it; the equations see it divided as the table says.',
  principal: 'principal input',
  default: 'Default',
  seen: (scale: string) => `Equations see the value times ${scale}.`,
  low: 'At the least',
  high: 'At the most',
  claims: 'Claims it stands for',
  writes: 'Moves together',

  // Terms
  notation: 'How to read the equations',
  notationTexts: [
    'Names stand as they do in the files; what an equation reads is listed below it. Subscripts name elements (east) or run over a set (bloc).',
    'A derivative gives the change of a stock in a month. ∑ and ∏ run over the set below them; a brace lists cases, read from the top.',
    't is the time in months since the start. Every step is computed from the values before it: all changes first, then all stocks together.'
  ],
  sets: 'Sets',
  setsLead: 'What subscripts run over, in the order of every sum.',
  constants: 'Constants',
  switches: 'Switches',
  switchesLead: 'Choices between mechanisms. The first named is the one that holds unless a scenario chooses.',
  standard: 'unless chosen otherwise',
  lookups: 'Tables',
  units: 'Units',
  time: 'Time',
  timeText: (start: string, end: string, steps: string) =>
    `From ${start} to ${end}. Results are saved each month. Euler's method with ${steps} by default; the fourth-order Runge-Kutta method can be chosen.`,
  steps: (count: number) => plural('en', count, { one: '# step a month', other: '# steps a month' }),

  // Events
  eventsLead:
    'What may strike at the start of a month where a scenario lets chance in. The probability in a month is 1 − exp(−rate / 12).',
  rate: 'Rate a year',
  size: 'Size m',
  sizeText: (low: string, mode: string, high: string) => `from ${low} to ${high}, most likely ${mode}`,
  quiet: 'Quiet after a stroke',
  quietMonths: (count: number) => plural('en', count, { one: '# month', other: '# months' }),
  effects: 'Effects, in this order',
  up: (factor: string) => `raised: x becomes x + (1 − x) · ${factor}`,
  down: (factor: string) => `lowered: x becomes x · (1 − ${factor})`,

  // Sources
  sourcesLead:
    'What was read and what was cited. Links lead to other sites; nothing is requested from them until you follow one.',
  kinds: {
    article: 'Articles',
    book: 'Books',
    report: 'Reports',
    dataset: 'Data',
    news: 'News and dated events',
    judgement: 'Judgement'
  },
  seen_: {
    read: 'read: an abstract, page or report was read when the model was made',
    cited: 'cited: known through citations, or a link that was not opened again'
  },
  seenShort: { read: 'read', cited: 'cited' },
  restsOnIt: 'What rests on it',
  nothingRests: 'no number rests on it',
  pagesCite: { briefing: 'the briefing', backtest: 'the backtest' },

  // Documentation
  documentation: 'Documentation of the model',
  documentationLead:
    'The model described in one piece, after the protocol ODD (overview, design concepts, details; Grimm and others 2020). Written out from the model; texts that weigh rather than compute are marked.',
  print: 'Print or save as PDF',
  judgementMark: 'judgement',
  odd: {
    overview: 'Overview',
    purpose: 'Purpose',
    entities: 'Entities, state variables and scales',
    process: 'Process overview and scheduling',
    concepts: 'Design concepts',
    details: 'Details',
    initialisation: 'Initialisation',
    data: 'Input data',
    submodels: 'Submodels',
    limits: 'Limits',
    bibliography: 'Bibliography'
  },
  entitiesText: (stocks: number, variables: number) =>
    `The state is ${plural('en', stocks, { one: '# number', other: '# numbers' })}, the stocks below; ${plural('en', variables, { one: '# variable is', other: '# variables are' })} computed from them at every step.`,
  setLine: (name: string, elements: string) => `${name}: ${elements}`,
  stockTable: 'State variables and their starting values',
  inputTable: 'Inputs and their defaults',
  eventTable: 'Events',
  oneRow: (count: number) => plural('en', count, { one: '# number', other: '# numbers' }),
  order:
    'In a month: outputs are saved; forced and random events strike, with rates from the state at the start of the month; then the stocks are integrated to the next month.',
  math: { if: 'if', otherwise: 'otherwise', and: 'and', or: 'or', not: 'not' }
};
