import { parseGoal, type Goal, type GoalGround } from '$lib/analysis';
import { Refusal } from './refusal';

/** The goals of a command: at least one, each as `stability_index>55@2034-10`. */
export function parseGoals(texts: readonly string[], ground: GoalGround): readonly Goal[] {
  if (texts.length === 0) throw new Refusal((t) => t.discover.noGoal);
  return texts.map((text) => {
    const { goal, problem } = parseGoal(text, ground);
    if (goal) return goal;
    switch (problem.kind) {
      case 'form':
        throw new Refusal((t) => t.discover.badGoal(text));
      case 'output':
        throw new Refusal((t) => t.ensemble.unknownOutput(problem.output, problem.nearest));
      case 'date':
        throw new Refusal((t) => t.discover.goalBeyond(text, problem.first, problem.last));
    }
  });
}
