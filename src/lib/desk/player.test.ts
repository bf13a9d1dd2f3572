import { beforeEach, describe, expect, it } from 'vitest';
import { Player } from './player.svelte';

let tick: (() => void) | null = null;
let pace = 0;
let heard: number[] = [];

function player(): Player {
  return new Player((callback, milliseconds) => {
    tick = callback;
    pace = milliseconds;
    return () => (tick = null);
  });
}

beforeEach(() => {
  tick = null;
  heard = [];
});

describe('a player of months', () => {
  it('goes month by month and stops at the end', () => {
    const one = player();
    one.play(118, 120, false, (month) => heard.push(month));
    tick?.();
    expect(one.playing).toBe(true);
    tick?.();
    expect(heard).toEqual([118, 119, 120]);
    expect(one.playing).toBe(false);
    expect(tick).toBeNull();
  });

  it('begins at the start where it stands at the end', () => {
    player().play(120, 120, false, (month) => heard.push(month));
    expect(heard).toEqual([0]);
  });

  it('goes from year to year, slowly, for those who want no motion', () => {
    const one = player();
    one.play(0, 120, false, () => undefined);
    const lively = pace;
    one.play(100, 120, true, (month) => heard.push(month));
    tick?.();
    tick?.();
    expect(heard).toEqual([100, 112, 120]);
    expect(pace).toBeGreaterThan(5 * lively);
  });

  it('is silent once it has paused', () => {
    const one = player();
    one.play(0, 120, false, (month) => heard.push(month));
    one.pause();
    expect(one.playing).toBe(false);
    expect(tick).toBeNull();
    expect(heard).toEqual([0]);
  });

  it('starts anew rather than twice', () => {
    let running = 0;
    const one = new Player(() => {
      running += 1;
      return () => (running -= 1);
    });
    one.play(0, 120, false, () => undefined);
    one.play(5, 120, false, () => undefined);
    expect(running).toBe(1);
  });
});
