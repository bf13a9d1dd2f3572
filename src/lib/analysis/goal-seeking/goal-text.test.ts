import { describe, expect, it } from 'vitest';
import { parseGoal, writeGoal } from './goal-text';

const ground = { start: '2024-10', months: 120, cells: ['stability_index', 'influence_share.us.east'] };

describe('a written goal', () => {
  it('names an output, a side, a level and a month', () => {
    expect(parseGoal('stability_index>55@2034-10', ground).goal).toEqual({
      output: 'stability_index',
      side: 'above',
      level: 55,
      month: 120
    });
    expect(parseGoal(' influence_share.us.east < 3.5e-1 @ 2024-11 ', ground).goal).toEqual({
      output: 'influence_share.us.east',
      side: 'below',
      level: 0.35,
      month: 1
    });
  });

  it('means the last month where none is written', () => {
    expect(parseGoal('stability_index<-0', ground).goal).toEqual({
      output: 'stability_index',
      side: 'below',
      level: 0,
      month: 120
    });
  });

  it.each([['stability_index'], ['stability_index>'], ['stability_index>many'], ['stability_index=5'], ['>5'], ['']])(
    'is not %s',
    (text) => {
      expect(parseGoal(text, ground)).toEqual({ goal: null, problem: { kind: 'form', text } });
    }
  );

  it('says which output may have been meant, and which months there are', () => {
    expect(parseGoal('stability_indx>5', ground).problem).toMatchObject({
      kind: 'output',
      output: 'stability_indx',
      nearest: 'stability_index'
    });
    for (const date of ['2024-10', '2034-11', '2030-13'])
      expect(parseGoal(`stability_index>5@${date}`, ground).problem).toMatchObject({
        kind: 'date',
        first: '2024-11',
        last: '2034-10'
      });
  });

  it('reads as it is written', () => {
    for (const text of ['stability_index>55@2034-10', 'influence_share.us.east<0.1234567890123@2025-01']) {
      const { goal } = parseGoal(text, ground);
      expect(writeGoal(goal!, ground.start)).toBe(text);
    }
  });
});
