import { describe, expect, it } from 'vitest';
import { encodeLink, goTo, statusQuo, withProfile, withTitle } from '$lib/scenario';
import { loadFolder } from '../../../../tests/libya/load';
import { linkedScenario, questionQuery, readQuestion, sensitivityCommand, yearEnds } from './address';
import type { Asked } from './view';

const { model } = loadFolder('models/libya');
const names = {
  model: { start: '2024-10' },
  months: 120,
  outputs: model.outputs.map(({ cell }) => ({ cell, name: '' }))
};
const standard: Asked = {
  base: 'status_quo',
  output: 'stability_index',
  month: 120,
  inputs: 'none',
  uncertainty: 'wide'
};
const presets = [{ id: 'status_quo', scenario: statusQuo(model) }];
const own = withTitle(
  model,
  withProfile(model, statusQuo(model), 'unified_force', goTo(80, 3, 24)),
  "Mine & yours' 50 %"
);

describe('the address of a question', () => {
  it('says what is asked and reads back to it, the scenario too', () => {
    const linked = linkedScenario(
      model,
      presets,
      new URL('https://x.y/?m=libya@1.0.0&unified_force=80~2025-01~24').search
    )!;
    const asked: Asked = { base: linked.id, output: 'trust', month: 60, inputs: 'all', uncertainty: 'narrow' };
    const query = questionQuery('2024-10', asked, standard);
    expect(query).toBe(
      'a=m%3Dlibya@1.0.0%26unified_force%3D80~2025-01~24&of=trust&at=2029-10&inputs=all&uncertainty=narrow'
    );
    const { asked: read, scenario, notices } = readQuestion(names, `?${query}`);
    expect(notices).toEqual([]);
    expect({ ...read, base: linkedScenario(model, presets, scenario!)!.id }).toEqual(asked);
  });

  it('keeps a title with signs that addresses and shells are made of', () => {
    const link = linkedScenario(model, [], `?${encodeLink(model, own)}`)!;
    const { scenario } = readQuestion(names, questionQuery('2024-10', { ...standard, base: link.id }, standard));
    expect(linkedScenario(model, [], scenario!)!.scenario).toEqual(own);
    const command = sensitivityCommand('2024-10', { ...standard, base: link.id }, 512);
    expect(command.split("'")).toHaveLength(3);
    expect(linkedScenario(model, [], command.split("'")[1]!)!.scenario).toEqual(own);
  });

  it('is empty for what the page asks by itself', () => {
    expect(questionQuery('2024-10', standard, standard)).toBe('');
    expect(readQuestion(names, '?utm_source=x&lang=ar')).toEqual({ asked: {}, scenario: null, notices: [] });
  });

  it('takes the address of a scenario as it stands, beside its own words', () => {
    const { asked, scenario, notices } = readQuestion(names, '?m=libya@1.0.0&unified_force=80&inputs=all');
    expect({ asked, scenario, notices }).toEqual({
      asked: { inputs: 'all' },
      scenario: '?m=libya@1.0.0&unified_force=80',
      notices: []
    });
  });

  it.each([
    ['of=nothing', 'unknownOutput', 'nothing'],
    ['at=2029-11', 'badDate', '2029-11'],
    ['inputs=some', 'badInputs', 'some'],
    ['uncertainty=huge', 'badUncertainty', 'huge'],
    ['a=status_quo&x=1', 'unknownPart', 'x=1'],
    ['of=trust&of=cohesion', 'unknownPart', 'of=cohesion'],
    ['of=%E0%A4', 'unknownPart', 'of=%E0%A4']
  ])('names what it cannot use of ?%s', (query, kind, text) => {
    expect(readQuestion(names, `?${query}`).notices).toEqual([{ kind, text }]);
  });

  it('has no scenario for a name that no preset has, and says what of a link is left out', () => {
    expect(linkedScenario(model, presets, 'nowhere')).toBeNull();
    expect(linkedScenario(model, presets, 'status_quo')!.id).toBe('status_quo');
    expect(linkedScenario(model, presets, '?m=libya@1.0.0&nonsense=4')!.notices).toMatchObject([
      { code: 'unknown-key' }
    ]);
  });
});

it('asks for ends of years, and for the end of a run that is none', () => {
  expect(yearEnds(36)).toEqual([12, 24, 36]);
  expect(yearEnds(30)).toEqual([12, 24, 30]);
});
