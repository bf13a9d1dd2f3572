import { plural } from '../plural';

/** The page of the behaviour checks. */
export const checks = {
  title: 'What the model must do, and how firmly it does it',
  pageTitle: (model: string) => `Behaviour checks · ${model} · Mizan`,
  pageDescription: (model: string) =>
    `${model}: every behaviour check with its margin, the share of draws in which it holds, and the mechanism that breaks it.`,
  lead: (count: number) =>
    plural('en', count, {
      one: '# statement that the model was built to meet.',
      other: '# statements that the model was built to meet.'
    }) +
    ' Passing them shows that the program does what was meant, not that the world does. Whether a statement survives other numbers, and what it hangs on, says more.',
  standing: (holding: number, all: number) =>
    holding === all
      ? `At the model’s own numbers all ${all} hold.`
      : `At the model’s own numbers ${holding} of ${all} hold.`,
  firm: (firm: number, all: number, runs: number) =>
    `With ${runs} draws from the wide ranges, ${firm} of ${all} hold in at least 80% of them.`,
  weakest: 'The least firm:',
  weakestItem: (id: string, share: string) => `${id} (${share})`,

  kinds: {
    claim: 'Claims of the seed report',
    literature: 'Findings of the literature',
    structure: 'Soundness of the model itself'
  },
  columns: {
    check: 'Check',
    says: 'What it says',
    margin: 'Margin',
    narrow: 'Narrow draws',
    wide: 'Wide draws',
    strip: 'Share of draws, 0 to 100%',
    breaks: 'Fails without'
  },
  holds: 'holds',
  fails: 'fails',
  marginOf: (margin: string) => `margin ${margin}`,
  shareSummary: (narrow: string, wide: string) => `Holds in ${narrow} of the narrow and ${wide} of the wide draws.`,
  interval: (low: string, high: string) => `95% interval ${low} to ${high}`,
  nothingBreaks: 'nothing listed here',
  breaksMore: (count: number) => plural('en', count, { one: '# mechanism', other: '# mechanisms' }),
  howTested: 'How it is tested',
  basis: 'Basis:',
  claim: (id: string) => `claim ${id}`,
  scenarioLetter: (letter: string) => `scenario ${letter}`,
  openScenario: (name: string) => `Open ${name} on the desk`,
  everyMonth: 'In every month of every scenario:',
  withinRanges: 'Every stock stays inside its range in every month of every scenario.',
  closest: (scenario: string, month: string) => `It comes closest to failing in ${month} of ${scenario}.`,
  comparedAt: (left: string, operator: string, right: string) => `${left} ${operator} ${right}`,
  peakOf: (cell: string, from: string) => `peak of ${cell} from ${from} on`,
  greatest: 'the greatest of',
  least: 'the least of',
  sumOf: 'sum of',
  and: 'and',
  or: 'or',
  not: 'not',
  changes: (count: number) => plural('en', count, { one: '# input changed', other: '# inputs changed' }),
  change: (name: string, value: string) => `${name} ${value}`,
  changeFrom: (name: string, value: string, month: string) => `${name} ${value} from ${month}`,
  forced: (event: string, month: string) => `${event} in ${month}`,

  key: {
    title: 'How to read the table',
    margin:
      'The margin is how far the weakest part of a statement stands from tipping over, in the unit of what it compares. Below zero it fails.',
    strip:
      'The strip runs from 0 to 100% of the draws; the short mark stands at 80%. Open circle: narrow ranges, every parameter drawn by itself. Filled circle: wide ranges, sectors as a whole friendlier or harsher than believed. The line through a circle is the 95% interval of its share.',
    breaks:
      'The last column names what turns the statement over when it is left out or exaggerated; see the table below.'
  },

  rerun: {
    title: 'Run it again in your browser',
    lead: 'The figures on this page were computed when the site was built. Your browser can compute all of them again; with the same seed they must come out the same, to the last bit.',
    draws: 'Draws',
    seed: 'Seed',
    start: 'Run again',
    cancel: 'Cancel',
    progress: (percent: string) => `${percent} done`,
    progressLabel: 'Progress of the checks',
    same: (count: number) => `Done: all ${count} figures are the same as published, to the last bit.`,
    other: 'Done: the table now shows your own draws.',
    differ: (count: number) =>
      plural('en', count, {
        one: 'Done: # figure differs from what was published.',
        other: 'Done: # figures differ from what was published.'
      }) + ' That should not happen with the same seed.',
    cancelled: 'Cancelled. The table shows the published figures.',
    failed: 'It could not be computed here. The table shows the published figures.',
    reset: 'Back to the published figures'
  },

  matrix: {
    title: 'What the checks hang on',
    lead: 'Each row leaves out or exaggerates one mechanism, at the model’s own numbers otherwise, and marks the checks that then fail. A check that no row breaks rests on many mechanisms at once; a row that breaks none is one that the checks would not miss.',
    caption: 'Checks that fail when a mechanism is left out, exaggerated, or a loop is cut',
    mechanism: 'Mechanism',
    headline: (name: string) => `${name}, status quo`,
    without: 'Left out',
    stronger: 'Exaggerated',
    loop: 'Loop cut',
    none: 'none fails',
    fails: (check: string) => `${check} fails`,
    nominal: 'The model as it is',
    others: (count: number) =>
      plural('en', count, { one: '# further check never fails here.', other: '# further checks never fail here.' })
  },
  loading: 'Loading what is needed',
  source: (model: string, version: string, runs: number, seed: number) =>
    `${model} ${version}. ${runs} independent draws a set, seed ${seed}, no random events. Also: mizan check --behaviour --draws ${runs}.`
};
