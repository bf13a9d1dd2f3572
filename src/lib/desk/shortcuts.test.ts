import { describe, expect, it } from 'vitest';
import { commandOf } from './shortcuts';

const plain = { key: 'z', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, target: null };

describe('shortcuts', () => {
  it.each([
    [{ ctrlKey: true }, 'undo'],
    [{ metaKey: true }, 'undo'],
    [{ metaKey: true, shiftKey: true, key: 'Z' }, 'redo'],
    [{ ctrlKey: true, key: 'y' }, 'redo'],
    [{}, null],
    [{ ctrlKey: true, altKey: true }, null],
    [{ ctrlKey: true, target: { tagName: 'INPUT', type: 'text' } }, null],
    [{ ctrlKey: true, target: { tagName: 'INPUT', type: 'range' } }, 'undo']
  ])('%j is %s', (keys, command) => {
    expect(commandOf({ ...plain, ...keys })).toBe(command);
  });
});
