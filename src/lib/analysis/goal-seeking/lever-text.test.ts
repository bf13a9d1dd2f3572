import { describe, expect, it } from 'vitest';
import { loadFolder } from '../../../../tests/libya/load';
import { parseLever, writeLever } from './lever-text';

const { model } = loadFolder('models/teaching/lanchester');

describe('a written lever', () => {
  it('names an input, and may say its bounds and its cost', () => {
    expect(parseLever(model, 'blue_quality').lever).toEqual({ id: 'blue_quality', bounds: null, cost: null });
    expect(parseLever(model, ' blue_quality:50..120.5*0.25 ').lever).toEqual({
      id: 'blue_quality',
      bounds: [50, 120.5],
      cost: 0.25
    });
  });

  it('reads as it is written', () => {
    for (const text of ['blue_quality', 'blue_quality:50..120.5', 'blue_quality*1e-7', 'blue_quality:25..400*3'])
      expect(writeLever(parseLever(model, text).lever!)).toBe(text);
  });

  it.each([
    ['blue_quality:50', 'form'],
    ['blue quality', 'form'],
    ['', 'form'],
    ['blue_qualty', 'input'],
    ['blue_quality:120..50', 'bounds'],
    ['blue_quality:0..50', 'bounds'],
    ['blue_quality:50..401', 'bounds'],
    ['blue_quality*-1', 'cost'],
    ['blue_quality*1e9', 'cost']
  ])('is not %s', (text, kind) => {
    expect(parseLever(model, text)).toMatchObject({ lever: null, problem: { kind, text } });
  });

  it('moves nothing that another one moves', () => {
    const { lever } = parseLever(model, 'blue_quality');
    expect(parseLever(model, 'blue_quality*2', [lever!]).problem).toMatchObject({ kind: 'overlap' });
    expect(parseLever(model, 'red_quality', [lever!]).problem).toBeNull();
    const { model: libya } = loadFolder('models/libya');
    const whole = parseLever(libya, 'border_coordination').lever!;
    expect(parseLever(libya, 'border_chad', [whole]).problem).toMatchObject({ kind: 'overlap' });
  });
});
