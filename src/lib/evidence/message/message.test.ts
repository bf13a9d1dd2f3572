import { describe, expect, it } from 'vitest';
import { directSimulator } from '$lib/simulator';
import { shippedModel } from '../../../../tests/links/shipped';
import { deskQuery, queryOf, readQuery } from './address';
import { DRAWS, messageSubject, nominalRow, weightingShares } from './figures';
import { MessageState, type PublishedMessage } from './message.svelte';

const bundle = shippedModel('libya');

describe.runIf(bundle)('the page of the message', async () => {
  const { model, desk, mechanisms } = bundle!;
  const subject = messageSubject(model, desk!, bundle!);
  const known = {
    weights: subject.message.weights.map(({ id }) => id),
    switches: subject.message.switches,
    mechanisms: mechanisms.map(({ id }) => id)
  };
  const simulator = directSimulator();
  await simulator.open(model);
  const row = await nominalRow(simulator, subject, []);
  const own = subject.message.weights.map(({ value }) => value);
  const published: PublishedMessage = {
    row: [...row],
    weightings: weightingShares(subject, row, own, [0]),
    draws: own
  };

  it('keeps its state in a link that the desk reads too', () => {
    const choice = {
      weights: { 'stability_weight.security': 0.5, trust_nothing: 3 },
      switches: { stability_aggregation: 'arithmetic' },
      without: ['no_erosion', 'cut_r1']
    };
    const query = queryOf(model, choice);
    expect(query).toBe(
      'm=libya@1.0.0&p.stability_weight.security=0.5&s.stability_aggregation=arithmetic&without=no_erosion,cut_r1'
    );
    expect(deskQuery(model, choice)).toBe(query.split('&without')[0]);
    expect(readQuery(model, `?${query}`, known)).toEqual({ ...choice, weights: { 'stability_weight.security': 0.5 } });
    expect(readQuery(model, '', known)).toBeNull();
    expect(readQuery(model, '?without=nothing,%E0%A4&p.force_erosion=0.04&x=%E0', known)).toEqual({
      weights: {},
      switches: {},
      without: []
    });
  });

  it('begins with every conclusion standing, and turns some over as weights move', () => {
    const state = new MessageState(subject, mechanisms, published);
    expect(state.turned).toEqual([]);
    expect(state.isStandard).toBe(true);
    expect(state.weightings).toBe(published.weightings);
    // Borders alone: what counts for them only.
    subject.dimensions.forEach((place) => {
      state.setWeight(place, known.weights[place]!.endsWith('.sovereignty') ? 1 : 0);
    });
    expect(state.isStandard).toBe(false);
    expect(state.turned.length).toBeGreaterThan(0);
    expect(state.weightings).toBe(published.weightings);
    expect(state.draws).toBeNull();
    state.reset();
    expect(state.turned).toEqual([]);
    expect(state.query).toBe('m=libya@1.0.0');
  });

  it('tells random weightings anew where a weight inside a dimension moves', () => {
    const state = new MessageState(subject, mechanisms, published);
    const place = known.weights.indexOf('security_weight.trust');
    state.setWeight(place, 1);
    expect(state.weightings).not.toEqual(published.weightings);
    const weights = own.map((weight, i) => (i === place ? 1 : weight));
    expect(state.weightings).toEqual(weightingShares(subject, row, weights, [0]));
  });

  it('runs again where a mechanism is left out, and draws with it', async () => {
    const state = new MessageState(subject, mechanisms, published);
    const asked: string[] = [];
    let settle: () => void = () => undefined;
    const settled = new Promise<void>((resolve) => (settle = resolve));
    state.connect({
      nominal: (chosen) => {
        asked.push(chosen.map(({ id }) => id).join(' '));
        return nominalRow(simulator, subject, chosen);
      },
      draws: async (chosen) => {
        // Draws that are all alike: a conclusion holds in all of them or in none.
        const one = await nominalRow(simulator, subject, chosen);
        setTimeout(settle);
        return Float64Array.from({ length: DRAWS * one.length }, (_, i) => one[i % one.length]!);
      }
    });
    expect(asked).toEqual([]);
    state.toggle('pro_military_world', true);
    await settled;
    expect(asked).toEqual(['pro_military_world']);
    expect(state.turned).toContain('mix_beats_military');
    expect(state.progress).toBeNull();
    expect(state.draws).toEqual(state.subject.message.conclusions.map(({ id }) => (state.turned.includes(id) ? 0 : 1)));
  });

  it('shows the model as it is, and says so, where runs fail', async () => {
    const state = new MessageState(subject, mechanisms, published);
    state.connect({ nominal: () => Promise.reject(new Error('no')), draws: () => Promise.reject(new Error('no')) });
    state.toggle('no_erosion', true);
    await new Promise((resolve) => setTimeout(resolve));
    expect(state.failed).toBe(true);
    expect(state.turned).toEqual([]);
  });
});
