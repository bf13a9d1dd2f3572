import { writeGoal, type Goal } from '$lib/analysis';
import { encodeLink, statusQuo } from '$lib/scenario';
import { displayKind } from '../headline';
import type { Why } from './why.svelte';

/** Queries of the pages that go on from an explained figure: docs/links.md. */
export interface Onward {
  readonly compare: string;
  readonly matters: string;
  readonly futures: string;
  readonly goal: string;
  /** What the scenario comes to, as a goal that it reaches; null where there is no difference yet. */
  readonly reached: Goal | null;
}

export function onwardOf(why: Why): Onward {
  const { desk, told, output, reference } = why;
  const { model } = desk;
  const linkOf = (scenario: typeof desk.scenario): string => encodeURIComponent(encodeLink(model, scenario));
  const start = model.time.start;
  const month = Math.max(1, why.month);
  const a = `a=${linkOf(desk.scenario)}`;
  const reached = told && { output, month, ...roundedOf(why, told.attribution.from, told.attribution.to) };
  const goal = reached ? `goal=${encodeURIComponent(writeGoal(reached, start))}` : '';
  const join = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('&');
  return {
    compare: join(
      `a=${linkOf(statusQuo(model))}`,
      ...letters(why).map((scenario, i) => `${'bc'[i]!}=${linkOf(scenario)}`)
    ),
    matters: join(a, `of=${encodeURIComponent(output)}`),
    futures: join(a, goal),
    // The least change is one from where the comparison starts.
    goal: join(desk.standingOf(reference).isStatusQuo ? '' : `a=${linkOf(reference)}`, goal),
    reached
  };
}

/** What stands beside the status quo: the scenario that is compared with, where it is another one, and the one in view. */
function letters({ desk, reference }: Why): readonly (typeof desk.scenario)[] {
  return desk.standingOf(reference).isStatusQuo ? [desk.scenario] : [reference, desk.scenario];
}

/** A level in the digits that the page shows, rounded to the side on which the scenario reaches it. */
function roundedOf({ desk, output }: Why, from: number, to: number): Pick<Goal, 'side' | 'level'> {
  const digits = { index: 1, percent: 1, share: 3, number: 3 }[displayKind(desk.model, output)];
  const above = to >= from;
  const scale = Number(`1e${digits}`);
  const level = (above ? Math.floor(to * scale) : Math.ceil(to * scale)) / scale;
  return { side: above ? 'above' : 'below', level };
}
