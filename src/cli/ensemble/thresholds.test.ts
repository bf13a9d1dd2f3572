import { describe, expect, it } from 'vitest';
import { en } from '../text/en';
import { Refusal } from '../refusal';
import { parseThresholds } from './thresholds';

const ground = { start: '2024-10', months: 120, outputs: ['stability', 'share.us.east'], events: ['relapse'] };

describe('parseThresholds(texts, ground)', () => {
  it.each([
    ['stability>50@120', { kind: 'at', output: 'stability', side: 'above', level: 50, month: 120 }],
    ['stability<-1e-3@2025-01', { kind: 'at', output: 'stability', side: 'below', level: -0.001, month: 3 }],
    ['share.us.east > .5 @ ..60', { kind: 'passage', output: 'share.us.east', side: 'above', level: 0.5, within: 60 }],
    ['stability<35', { kind: 'passage', output: 'stability', side: 'below', level: 35, within: 120 }],
    ['stability<35@..2029-10', { kind: 'passage', output: 'stability', side: 'below', level: 35, within: 60 }],
    ['relapse@..60', { kind: 'event', event: 'relapse', within: 60 }],
    ['relapse', { kind: 'event', event: 'relapse', within: 120 }]
  ])('%s', (text, expected) => {
    expect(parseThresholds([text], ground)).toEqual([{ id: text.replace(/ /g, ''), ...expected }]);
  });

  it.each([
    ['', /write output>level@month/],
    ['stability>', /write output>level@month/],
    ['stability>=50', /=50 is no number/],
    ['stability>Infinity', /Infinity is no number/],
    ['stability>50@121', /121 is outside the run, 2024-10 to 2034-10 \(month 0 to 120\)/],
    ['stability>50@2024-09', /2024-09 is outside the run/],
    ['stability>50@12-12', /12-12 is no month/],
    ['stability', /an output takes a level/],
    ['relapse>1', /an event takes none/],
    ['relapse@60', /write relapse@\.\.60/],
    ['stabilty>1', /did you mean stability\?/]
  ])('refuses "%s"', (text, expected) => {
    let told = '';
    try {
      parseThresholds([text], ground);
    } catch (error) {
      told = error instanceof Refusal ? error.describe(en) : String(error);
    }
    expect(told).toMatch(expected);
  });
});
