import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { BriefingBody, briefingResults, briefingView, type BriefingView } from '$lib/evidence';
import { loadModel, type Briefing, type Model, type ModelBundle } from '$lib/model';
import { decodeLink, isStatusQuo, parseScenario } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { evaluateChecks } from '../src/cli/behaviour';
import { readModelFolder } from '../src/cli/files';

/**
 * The briefing of the Libya model, walked from end to end: everything that its files say stands on the page, in both
 * languages, tied to the model; and every number on it is what the model computes.
 */
const bundle = libya();
const { model } = bundle;
const briefing = briefingOf(bundle);
const results = briefingResults(bundle, briefing);
const claims = briefing.themes.flatMap((theme) => theme.claims);

function libya(): ModelBundle {
  const { bundle: loaded } = loadModel(readModelFolder('models/libya', 'models/libya'));
  if (!loaded) throw new Error('models/libya has errors: see `mizan check models/libya`');
  return loaded;
}

function briefingOf({ briefing: found }: ModelBundle): Briefing {
  if (!found) throw new Error('models/libya has no briefing');
  return found;
}

function viewOf(locale: 'en' | 'ar'): BriefingView {
  return briefingView({ model, text: bundle.texts[locale], sources: bundle.sources, briefing, results });
}

function pageOf(locale: 'en' | 'ar'): string {
  const props = {
    locale,
    briefing: viewOf(locale),
    deskWith: (query: string) => `desk?${query}`,
    addressOf: () => 'elsewhere'
  };
  return render(BriefingBody, { props }).body;
}

it('holds the 28 claims, each once, and every claim that inputs and checks name', () => {
  const ids = claims.map(({ id }) => id);
  expect([...ids].sort()).toEqual(Array.from({ length: 28 }, (_, index) => `c${index + 1}`).sort());
  const named = [...model.inputs.flatMap((input) => input.claims), ...bundle.checks.flatMap(({ basis }) => basis)];
  for (const name of named) if (/^c\d+$/.test(name)) expect(ids).toContain(name);
});

it('tells of every actor of the model', () => {
  const actors = briefing.actors.map(({ id }) => id);
  const acting = bundle.desk?.actors.map(({ element }) => element).filter((element) => element !== 'self') ?? [];
  expect(acting.length).toBeGreaterThan(5);
  for (const actor of acting) expect(actors).toContain(actor);
  const commanded = new Set(briefing.actors.flatMap(({ inputs }) => inputs));
  const parts = model.composites.flatMap(({ id, writes }) => (commanded.has(id) ? writes : []));
  const idle = model.inputs.map(({ id }) => id).filter((id) => !commanded.has(id) && !parts.includes(id));
  // The price of oil is nobody's to command.
  expect(idle).toEqual(['oil_price']);
});

it('says everything in both languages', () => {
  const texts: [string, string][] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { en, ar } = value as { en?: unknown; ar?: unknown };
    if (typeof en === 'string' && typeof ar === 'string') texts.push([en, ar]);
    else Object.values(value).forEach(collect);
  };
  collect(briefing);
  expect(texts.length).toBeGreaterThan(300);
  for (const [en, ar] of texts) {
    expect(en).not.toMatch(/[\u0600-\u06ff]/);
    expect(ar, en).toMatch(/[\u0600-\u06ff]/);
    // Latin digits; Latin letters only where a name has no other form.
    expect(ar, en).not.toMatch(/[٠-٩۰-۹]|[A-Za-z]/);
  }
});

it('dates the timeline inside its years, and every event has the address of a report', () => {
  const view = viewOf('en');
  expect(view.years).toEqual([2011, 2024]);
  const events = view.lanes.flatMap((lane) => lane.events);
  expect(events.length).toBeGreaterThan(60);
  for (const { address } of events) expect(address).toMatch(/^https?:\/\//);
});

describe.each(claims.map((claim) => [claim.id, claim] as const))('the claim %s', (id, claim) => {
  const result = results.claims[id];

  it('has a change that the scenario room takes without a notice', () => {
    const { scenario, notices } = parseScenario(claim.try, model);
    expect(notices).toEqual([]);
    expect(scenario && isStatusQuo(model, scenario)).toBe(id === 'c22');
  });

  it('opens on the desk as the same change', () => {
    const { scenario, notices } = decodeLink(result?.query ?? '', { find: () => model, standard: model });
    expect(notices).toEqual([]);
    expect(scenario).toEqual(result?.scenario);
  });

  it('shows what the simulator computes', async () => {
    if (!result) throw new Error('no result');
    const simulator = directSimulator();
    await simulator.open(model);
    const cells = result.effects.map(({ cell }) => cell);
    const { outcome } = await simulator.run(result.scenario, { save: cells });
    if (!outcome.ok) throw new Error('the run stops');
    const { rows, values } = outcome.trajectory;
    result.effects.forEach((effect, column) =>
      expect(effect.values).toEqual([...values.subarray(column * rows, (column + 1) * rows)])
    );
  });

  it('moves what it shows, unless it is about what stays', () => {
    const own = result?.effects.slice(1) ?? [];
    expect(own.length).toBeGreaterThan(0);
    for (const { values, reference } of own) expect(values.at(-1) !== reference.at(-1)).toBe(id !== 'c22');
  });
});

it('holds checks to what the command line finds', () => {
  const found = evaluateChecks(bundle);
  expect(Object.keys(results.checks).length).toBeGreaterThan(25);
  for (const [id, { holds, margin }] of Object.entries(results.checks))
    expect({ holds, margin }).toEqual(
      (({ holds: h, margin: m }) => ({ holds: h, margin: m }))(
        found.find((check) => check.id === id) ?? { holds: null, margin: null }
      )
    );
});

it('writes no number down: another parameter gives other numbers, and other verdicts', () => {
  const changed: Model = {
    ...model,
    parameters: model.parameters.map((parameter) =>
      parameter.id === 'unity_erosion' || parameter.id === 'readiness_erosion'
        ? { ...parameter, value: 0.001 }
        : parameter
    )
  };
  const other = briefingResults({ ...bundle, model: changed }, briefing);
  for (const { id } of claims) {
    const [before, after] = [results, other].map((each) => each.claims[id]?.effects[0]?.values.at(-1));
    expect(after, id).not.toBe(before);
  }
  // The most fragile claim hangs on these two rates, as its note says.
  expect(results.checks['T01']?.holds).toBe(true);
  expect(other.checks['T01']?.holds).toBe(false);
  const view = briefingView({ model, text: bundle.texts.en, sources: bundle.sources, briefing, results: other });
  const shown = view.themes.flatMap((theme) => theme.claims).find(({ id }) => id === 'c22');
  expect(shown?.checks.find(({ id }) => id === 'T01')?.holds).toBe(false);
});

describe.each(['en', 'ar'] as const)('the page, %s', (locale) => {
  const html = pageOf(locale);
  const view = viewOf(locale);

  it('shows every claim with its text, its numbers, its checks and its way to the desk', () => {
    for (const claim of view.themes.flatMap((theme) => theme.claims)) {
      const from = html.indexOf(`data-claim="${claim.id}"`);
      expect(from, claim.id).toBeGreaterThan(0);
      const entry = html.slice(from, html.indexOf('</article>', from));
      for (const text of [claim.title, claim.text, claim.mechanism, claim.note ?? ''])
        expect(entry).toContain(escaped(text));
      for (const { cell, value, difference } of claim.effects) {
        expect(entry).toContain(`data-effect="${cell}"`);
        expect(entry).toContain(value);
        expect(entry).toContain(difference);
      }
      for (const check of claim.checks) expect(entry).toContain(`data-check="${check.id}"`);
      expect(entry).toContain(`desk?${escaped(claim.query)}`);
      for (const { name, standing } of claim.names) {
        expect(entry).toContain(escaped(name));
        expect(standing, name).not.toBeNull();
      }
    }
  });

  it('shows every actor, every event and every source', () => {
    for (const { id, name, wants } of view.actors) {
      expect(html).toContain(`data-actor="${id}"`);
      expect(html).toContain(escaped(name));
      expect(html).toContain(escaped(wants));
    }
    for (const { text } of view.lanes.flatMap((lane) => lane.events)) expect(html).toContain(escaped(text));
    for (const { citation } of view.notes) expect(html).toContain(escaped(citation));
  });

  it('has no link inside itself that leads nowhere, and no id twice', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
    expect(targets.length).toBeGreaterThan(100);
    for (const target of targets) expect(ids).toContain(target);
  });

  it('has no style that the content policy would refuse', () => {
    expect(html).not.toMatch(/\sstyle="/);
  });
});

/** Text as the renderer writes it. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
