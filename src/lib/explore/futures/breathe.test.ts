import { expect, it } from 'vitest';
import { breather } from './breathe';

it('lets the page go on only after a piece has taken long enough, and counts anew from there', async () => {
  let now = 0;
  const breathe = breather(() => now, 12);
  now = 11;
  expect(breathe()).toBeUndefined();
  now = 12;
  const pause = breathe();
  expect(pause).toBeInstanceOf(Promise);
  now = 40;
  await pause;
  expect(breathe()).toBeUndefined();
  now = 52;
  expect(breathe()).toBeInstanceOf(Promise);
});
