import { plural } from '../plural';

const list = (parts: readonly string[]): string => parts.join(', ');

/** The page of causal loops. */
export const loops = {
  title: 'Feedback loops',
  pageTitle: (model: string) => `Feedback loops · ${model} · Mizan`,
  description: (model: string) =>
    `${model}: what its quantities do to each other, and the loops that close. Every arrow is read off the equations.`,
  lead: 'What the model’s quantities do to each other, and the loops that close. Every arrow is read off the equations; signs and strengths are worked out along a run, so they differ from scenario to scenario and from year to year.',
  diagram: 'Diagram',
  scenario: 'Scenario',
  date: 'Date',
  waiting: 'The scenario is being run: dates can be chosen in a moment.',
  failed: 'The scenario could not be run. What is shown is the status quo at its end.',
  retry: 'Try again',
  subtitle: (scenario: string, month: string) => `${scenario}, ${month}`,
  summary: (title: string, nodes: number, links: number, named: number) =>
    `${title}: a causal-loop diagram of ${plural('en', nodes, { one: '# quantity', other: '# quantities' })} and ${plural(
      'en',
      links,
      { one: '# link', other: '# links' }
    )}, with ${plural('en', named, { one: '# named loop', other: '# named loops' })}. The table below lists every link.`,
  key: (start: string) =>
    `A box is a stock; underlined words are inputs. + raises, − lowers, ± does both in the course of the run. Two strokes across an arrow: what it does builds up over time. The heavier an arrow, the larger its part in what has moved its target since ${start}.`,
  hint: 'Point at a name or a loop to follow it, or press Tab and then the arrow keys; Enter holds it, Escape lets go.',
  pan: 'The diagram is wider than the screen: it can be moved sideways.',
  figureRegion: 'Causal-loop diagram',
  says: (
    label: string,
    parts: {
      readonly raisedBy: readonly string[];
      readonly loweredBy: readonly string[];
      readonly changingBy: readonly string[];
      readonly raises: readonly string[];
      readonly lowers: readonly string[];
      readonly changes: readonly string[];
    }
  ) => {
    const causes = [
      parts.raisedBy.length > 0 ? `raised by ${list(parts.raisedBy)}` : '',
      parts.loweredBy.length > 0 ? `lowered by ${list(parts.loweredBy)}` : '',
      parts.changingBy.length > 0 ? `moved either way by ${list(parts.changingBy)}` : ''
    ].filter(Boolean);
    const effects = [
      parts.raises.length > 0 ? `raises ${list(parts.raises)}` : '',
      parts.lowers.length > 0 ? `lowers ${list(parts.lowers)}` : '',
      parts.changes.length > 0 ? `moves either way ${list(parts.changes)}` : ''
    ].filter(Boolean);
    return [label, causes.join(', '), effects.join(', ')].filter(Boolean).join('; ');
  },
  saysLoop: (badge: string, title: string, polarity: string) => `${badge}, ${title}: ${polarity} loop`,
  causes: 'Moved by',
  effects: 'Moves',
  noCauses: 'Nothing in this diagram.',
  inputNote: 'An input: you move it.',
  sign: { positive: 'raises', negative: 'lowers', changing: 'raises or lowers', none: 'does nothing' },
  part: (strength: string) => `${strength} of what has moved it`,
  inModel: 'In the model',
  table: 'Show the links as a table',
  hideTable: 'Hide the table',
  download: 'Download',
  downloadSvg: 'Picture (SVG)',
  downloadPng: 'Picture (PNG)',
  downloadCsv: 'Links (CSV)',
  downloadFailed: 'The file could not be written. Trying again may help.',
  columns: { from: 'From', to: 'To', sign: 'Sign', strength: 'Strength' },
  loopsTitle: 'The named loops, strongest first',
  loopsLead: (month: string) =>
    `The gain says how strong a loop is, here in ${month}: of a lasting push at one point of it, the part that comes back after one round while everything else stands still. A reinforcing loop adds that part to the push, a balancing one takes it away; at 100% a push would keep itself up. Where a loop has several paths, the strongest is counted.`,
  polarity: { reinforcing: 'reinforcing', balancing: 'balancing' },
  kinds: { closed: '', open: 'open chain', self: 'in every stock' },
  gain: 'Gain',
  arrives: 'Arrives at the end',
  noGain: 'No gain: a stock on the path does not settle.',
  round: (months: string, count: number) =>
    plural('en', count, {
      one: `One round takes about ${months} month.`,
      other: `One round takes about ${months} months.`
    }),
  chain: (months: string, count: number) =>
    plural('en', count, {
      one: `It takes about ${months} month to arrive.`,
      other: `It takes about ${months} months to arrive.`
    }),
  slowing: (slowing: number, count: number) =>
    slowing === count
      ? `At this date all ${count} stocks slow themselves.`
      : `At this date ${slowing} of ${count} stocks slow themselves.`,
  course: (badge: string, from: string, to: string) => `Gain of ${badge} from ${from} to ${to}`,
  path: 'Path',
  paths: (count: number) => plural('en', count, { one: '# path', other: '# paths' }),
  showInDiagram: 'Show in the diagram',
  held: 'Held in the diagram',
  howTitle: 'How signs, strengths and gains are worked out',
  how: [
    'Links. A quantity is linked to another where the other’s equation reads it, at once or through quantities that the diagram leaves out. A chain never passes over a stock that is not drawn. A node that stands for several places is their mean.',
    'Signs. The sign of a link is that of the partial derivative of the target for the source, worked out exactly from the equations (automatic differentiation) at the start of every month of the run. For a stock the equation is that of its rate of change.',
    'Strength. The change of a target since the start is split over what moved it: the part of a source is the integral of the partial derivative along the source’s own course. The strength of a link is that part over the sum of all parts without their signs, those of quantities outside the diagram included, the target’s own aside. It is the link score of the Loops That Matter method with two differences: derivatives along the run stand in place of equations that are evaluated again, and the sum since the start in place of a single step, because single-step scores grow without bound wherever a course turns.',
    'Gain. The product of the transmittances round the loop: for a quantity the partial derivative, for a stock the shift of the level at which it comes to rest. Its sign is the loop’s polarity. The time of a round is the sum of the time constants of the stocks on it.',
    'Nothing feeds back from the indices and the observed quantities: they are read off the state and no loop passes through them.'
  ],
  references: [
    'W. Schoenberg, P. Davidsen and R. Eberlein (2020): Understanding model behavior using the Loops that Matter method. System Dynamics Review 36(2), 158–190.',
    'S. J. Mason (1953): Feedback theory: some properties of signal flow graphs. Proceedings of the IRE 41(9), 1144–1156.',
    'G. P. Richardson (1995): Loop polarity, loop dominance, and the concept of dominant polarity. System Dynamics Review 11(1), 67–88.',
    'A. Griewank and A. Walther (2008): Evaluating Derivatives, second edition. SIAM.'
  ]
};
