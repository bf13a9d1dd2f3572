import { plural } from '../plural';

/** `a`, `a and b`, `a, b and c`. */
function list(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Why a figure changed. */
export const why = {
  title: 'Why it changed',
  output: 'Figure',
  against: 'Compared with',
  views: 'View',
  split: 'By change',
  chain: 'The chain',
  unchanged: 'Nothing has been changed yet',
  unchangedLead:
    'Move an input, or choose a preset: here stands then how much of the difference each change brings, and what they do only together.',
  same: (scenario: string) =>
    `The scenario is ${scenario} itself: there is no difference to split. Choose another one to compare with.`,
  hold: 'Hold this scenario',
  held: 'The scenario held',
  sameHeld: 'Held. Move an input: here stands then what that change brings beyond the scenario held.',
  onward: 'Go on from here',
  onwardCompare: 'Set it beside others',
  onwardMatters: (output: string) => `What ${output} depends on`,
  onwardFutures: (output: string, amount: string, above: boolean) =>
    `In which futures ${output} is ${above ? 'at least' : 'at most'} ${amount}`,
  onwardGoal: 'The least change that comes as far',
  waiting: 'The split appears as soon as its runs are done.',
  old: 'Being worked out anew for the scenario in view.',
  notYet: 'With so many changes it is worked out when the scenario rests.',
  failed: 'The split could not be computed.',
  retry: 'Try again',
  impossible: 'Some combination of these changes leaves the finite numbers, so the difference cannot be split.',
  titleHigher: (output: string, amount: string, month: string) => `${output}, ${month}: ${amount} higher, and why`,
  titleLower: (output: string, amount: string, month: string) => `${output}, ${month}: ${amount} lower, and why`,
  titleSame: (output: string, month: string) => `${output}, ${month}: no difference, and why`,
  /** As it stands inside a sentence. */
  theStatusQuo: 'the status quo',
  yourScenario: 'your scenario',
  theHeld: 'the scenario held',
  subtitle: (scenario: string, reference: string) => `${scenario} against ${reference}: the share of each change`,
  smaller: (count: number) => plural('en', count, { one: '# smaller change', other: '# smaller changes together' }),
  column: 'Change',
  share: 'Share',
  error: 'Standard error',
  value: 'Value reached',
  together: 'Only together',
  initial: (name: string) => `${name}, at the start`,
  choice: (name: string, choice: string) => `${name}: ${choice}`,
  events: 'Forced events',
  pair: (a: string, b: string) => `${a} × ${b}`,
  /** The number stands with its decimals: `1.0 points`. */
  points: (text: string, _value: number) => `${text} points`,
  percentPoints: (text: string, _value: number) => `${text} percentage points`,
  heading: (
    output: string,
    month: string,
    scenario: string,
    to: string,
    amount: string,
    rises: boolean,
    reference: string,
    from: string
  ) =>
    `${output} in ${month}: ${to} in ${scenario}, ${amount} ${rises ? 'above' : 'below'} the ${from} of ${reference}.`,
  headingSame: (output: string, month: string, scenario: string, to: string, reference: string) =>
    `${output} in ${month}: ${to} in ${scenario}, as in ${reference}.`,
  onlyOne: (name: string, share: string) => `Only ${name} was changed, so all of it is its doing: ${share}.`,
  largest: (shares: readonly (readonly [name: string, share: string])[]) => {
    const [[name, share] = ['', ''], ...others] = shares;
    const rest = others.map(([other, of]) => `${other} (${of})`);
    const then = rest.length > 1 ? 'then come' : 'then comes';
    return `The largest share is that of ${name} (${share})${rest.length > 0 ? `, ${then} ${list(rest)}` : ''}.`;
  },
  others: (count: number, share: string) =>
    `${plural('en', count, { one: 'One further change', other: '# further changes together' })}: ${share}.`,
  balanced: (
    up: readonly (readonly [name: string, share: string])[],
    down: readonly (readonly [name: string, share: string])[]
  ) => {
    const [raising, lowering] = [up, down].map((shares) => list(shares.map(([name, share]) => `${name} (${share})`)));
    return `What raises it and what lowers it balance each other: ${raising} on one side, ${lowering} on the other.`;
  },
  opposed: (shares: readonly (readonly [name: string, share: string])[]) =>
    `Against that ${plural('en', shares.length, { one: 'works', other: 'work' })} ${list(shares.map(([name, share]) => `${name} (${share})`))}.`,
  cancel: (a: string, shareA: string, b: string, shareB: string) =>
    `${a} (${shareA}) and ${b} (${shareB}) all but cancel each other.`,
  without: (names: readonly string[]) =>
    `${list(names)} ${plural('en', names.length, { one: 'has', other: 'have' })} no effect on it.`,
  manyWithout: (count: number) =>
    plural('en', count, { one: '# change has no effect on it.', other: '# changes have no effect on it.' }),
  nothing: 'Nothing that was changed moves this figure.',
  onlyTogether: (a: string, b: string, part: string, whole: string | null, average: boolean) =>
    `${a} and ${b} work only together: ${part} ${whole === null ? '' : `of the ${whole} `}come from both at once${onAverage(average)}.`,
  reinforce: (a: string, b: string, part: string, whole: string | null, average: boolean) =>
    `${a} and ${b} reinforce each other: ${part} ${whole === null ? '' : `of the ${whole} `}come only from both at once${onAverage(average)}.`,
  overlap: (a: string, b: string, part: string, average: boolean) =>
    `${a} and ${b} get in each other’s way: both at once move it by ${part} less than the two would one by one${onAverage(average)}.`,
  mixed: (a: string, b: string, share: string, average: boolean) =>
    `${a} and ${b} act on each other: both at once add ${share} to what each does by itself${onAverage(average)}.`,
  sampled: (orders: number, error: string) =>
    `With so many changes the shares are estimated from ${plural('en', orders, { one: '# order', other: '# orders' })} of making them; each is sure to about ±${error} (two standard errors).`,
  sampledClosely: (orders: number) =>
    `With so many changes the shares are estimated from ${plural('en', orders, { one: '# order', other: '# orders' })} of making them, more closely than the digits shown.`,
  noteTogether: (a: string, b: string, share: string) =>
    `Only from both at once, half of it in each share: ${a} × ${b}, ${share}`,
  method:
    'A change’s share is what it adds, averaged over all orders in which the changes could have been made (Shapley values). It explains what the model does, not what the world will do.',
  chainLead:
    'The stocks that carried the change, in the order in which it reached them: a stock counts as reached in the month in which its deviation is a tenth of the greatest that it comes to.',
  chainMethod:
    'What a stock brings is its deviation times how strongly the figure depends on it, at the mean of the two runs: a linear reading. What it leaves open stands as the remainder. What moved a stock is read off its rate in the same way.',
  chainWaiting: 'The two runs are being followed.',
  chainTitle: (output: string, amount: string, month: string) => `${output}, ${month}: through what the ${amount} came`,
  chainTitleSame: (output: string, month: string) => `${output}, ${month}: what moved behind it`,
  chainSubtitle: (scenario: string, reference: string) =>
    `${scenario} against ${reference}: stocks by when the change reached them`,
  reached: (name: string, month: string) => `${name}, ${month}`,
  atOnce: (name: string) => `${name}, at once`,
  otherStocks: (count: number) => plural('en', count, { one: '# other stock', other: '# other stocks together' }),
  remainder: 'Remainder',
  rises: (from: string, to: string) => `Up from ${from} to ${to}.`,
  falls: (from: string, to: string) => `Down from ${from} to ${to}.`,
  shifts: 'Some of it up, some of it down.',
  barely: 'It hardly moves.',
  movedBy: (sources: readonly (readonly [name: string, part: string])[]) =>
    `Moved by ${list(sources.map(([name, part]) => `${name} (${part})`))}.`,
  heldBy: (sources: readonly (readonly [name: string, part: string])[]) =>
    `Held back by ${list(sources.map(([name, part]) => `${name} (${part})`))}.`,
  byStart: 'its other starting value',
  brings: (share: string) => `Brings ${share} of the difference.`,
  through: (names: readonly string[]) => `Acts through ${list(names)}.`,
  chainNothing: 'No stock differs enough to be told.'
};

function onAverage(average: boolean): string {
  return average ? ', on average over the other changes' : '';
}
