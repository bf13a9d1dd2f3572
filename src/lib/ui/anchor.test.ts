import { describe, expect, it } from 'vitest';
import { placeBeside } from './anchor';

const screen = { width: 400, height: 600 };

describe('placeBeside', () => {
  it('hangs the panel below, start edge on start edge, in either direction', () => {
    const trigger = { left: 150, top: 100, width: 40, height: 30 };
    expect(placeBeside(trigger, { width: 120, height: 200 }, screen, 'start', 'ltr')).toMatchObject({
      left: 150,
      top: 136
    });
    expect(placeBeside(trigger, { width: 120, height: 200 }, screen, 'start', 'rtl')).toMatchObject({
      left: 70,
      top: 136
    });
    expect(placeBeside(trigger, { width: 120, height: 200 }, screen, 'end', 'ltr')).toMatchObject({ left: 70 });
  });

  it('keeps the panel inside the window', () => {
    const trigger = { left: 380, top: 100, width: 16, height: 30 };
    expect(placeBeside(trigger, { width: 300, height: 50 }, screen, 'start', 'ltr').left).toBe(92);
    expect(placeBeside({ ...trigger, left: 0 }, { width: 300, height: 50 }, screen, 'end', 'ltr').left).toBe(8);
  });

  it('goes above where there is more room, and never past the top edge', () => {
    const trigger = { left: 10, top: 500, width: 16, height: 30 };
    expect(placeBeside(trigger, { width: 100, height: 300 }, screen, 'start', 'ltr').top).toBe(194);
    const tall = placeBeside(trigger, { width: 100, height: 900 }, screen, 'start', 'ltr');
    expect(tall.top).toBe(8);
    expect(tall.maxHeight).toBe(486);
  });
});
