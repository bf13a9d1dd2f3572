import { plural } from '../plural';

/** The page on which conclusions are held against other weights and without mechanisms. */
export const message = {
  title: 'Which conclusions would turn over?',
  pageTitle: (model: string) => `Sensitivity of the message · ${model} · Mizan`,
  pageDescription: (model: string) =>
    `${model}: change the weights of the stability index or leave out a mechanism, and see which conclusions of the model turn over.`,
  lead: 'The weights of the stability index are judgement, and every mechanism is a claim. Change them, and see which of the model’s conclusions survive.',

  stands: (stand: number, all: number) => {
    if (stand === all) return `All ${all} conclusions stand.`;
    if (stand === 0) return `None of the ${all} conclusions stands.`;
    const turned = plural('en', all - stand, { one: 'this one turns over:', other: 'these # turn over:' });
    return `${stand} of ${all} conclusions stand; ${turned}`;
  },
  asItIs: 'This is the model as it is.',
  noWeights: 'With all weights at zero there is no index: give one of them more.',

  controls: 'What to change',
  weights: 'Weights of the index',
  weightsLead: 'How much each dimension counts. They need not sum to one; their shares are shown.',
  parts: 'Weights inside the dimensions',
  mechanisms: 'Mechanisms',
  mechanismsLead: 'Leave out or exaggerate one or several; the runs are then made again.',
  chosen: (count: number) => plural('en', count, { one: '# chosen', other: '# chosen' }),
  kinds: { without: 'Leave out', stronger: 'Exaggerate', loop: 'Cut a loop' },
  reset: 'Back to the model as it is',
  openDesk: 'Open on the desk with these weights',
  deskNote:
    'The desk takes the weights along; mechanisms that are left out lie beyond what a scenario may set and stay here.',
  link: 'Link to this state',
  copied: 'Copied.',
  notCopied: 'Your browser does not let the page copy; take the link by hand.',

  conclusions: 'Conclusions',
  caption: 'Conclusions, whether they hold, and how firmly',
  columns: {
    conclusion: 'Conclusion',
    margin: 'Margin, before and now',
    weightings: 'Random weightings',
    draws: 'Draws'
  },
  holds: 'holds',
  turned: 'turned over',
  unsaid: 'cannot be said',
  marginText: (before: string, after: string) => `${before} → ${after}`,
  marginLabel: (before: string, after: string) => `Margin ${before} before, ${after} now.`,
  weightingsSummary: (geometric: string, arithmetic: string) =>
    `Holds in ${geometric} of the weightings with the first way of combining and ${arithmetic} with the second.`,
  drawsOf: (share: string) => share,
  computing: 'computing',
  progress: (percent: string) => `Drawing again: ${percent}`,
  runFailed: 'The runs could not be made here. The margins shown are those of the model as it is.',

  key: {
    title: 'What the columns say',
    margin: 'Margin: by how much the first scenario lies above the second, in points of the index.',
    weightings: (count: string) =>
      `Random weightings: the share of ${count} random divisions of the weights among the dimensions, all equally likely, in which the conclusion holds. Open circle: the first way of combining the parts; filled circle: the second.`,
    draws: (count: string) =>
      `Draws: the share of ${count} draws of the model’s parameters from the wide ranges in which it holds, with the weights chosen here.`
  },
  source: (model: string, version: string, runs: string, seed: string) =>
    `${model} ${version}. ${runs} draws, seed ${seed}, the same for both scenarios of a conclusion; no random events.`
};
