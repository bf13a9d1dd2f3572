import { describe, expect, it } from 'vitest';
import { begin, record, redo, settle, undo } from './history';

describe('history', () => {
  it('undo and redo walk the same steps back and forth', () => {
    const made = record(record(begin('a'), 'b', null), 'c', null);
    const back = undo(undo(made));
    expect(back.present).toBe('a');
    expect(undo(back)).toBe(back);
    expect(redo(redo(back)).present).toBe('c');
  });

  it('one gesture is one step, however many values it went through', () => {
    let history = begin(17);
    for (const value of [18, 40, 80]) history = record(history, value, 'drag');
    expect(undo(history).present).toBe(17);
    history = record(settle(history), 90, 'drag');
    expect(undo(history).present).toBe(80);
  });

  it('a new value after undo forgets what was undone', () => {
    const history = record(undo(record(begin(1), 2, null)), 3, null);
    expect(redo(history).present).toBe(3);
    expect(history.past).toEqual([1]);
  });
});
