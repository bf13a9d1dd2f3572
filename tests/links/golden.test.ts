import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeLink, encodeLink, fingerprint, type LinkModels } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { shippedModel } from './shipped';

/**
 * Links that must give the same result for ever. A line of golden.json is never changed once it is released; a new one
 * is added with fingerprint null and filled in by one run with MIZAN_GOLDEN=fill, which leaves all others alone.
 */
interface Golden {
  readonly what: string;
  readonly link: string;
  readonly fingerprint: string | null;
}

const file = resolve('tests/links/golden.json');
const golden = JSON.parse(readFileSync(file, 'utf8')) as readonly Golden[];
const filling = process.env['MIZAN_GOLDEN'] === 'fill';
const libya = shippedModel('libya');

describe.runIf(libya)('golden links', () => {
  if (!libya) return;
  const { model } = libya;
  const models: LinkModels = {
    find: (id, version) => (id === model.id && (version ?? model.version) === model.version ? model : null)
  };
  const simulator = directSimulator();
  const seen = new Map<string, string>();
  beforeAll(() => simulator.open(model));

  it.each(golden)('$what: $link', async ({ link, fingerprint: kept }) => {
    const { scenario, notices } = decodeLink(link, models);
    expect(notices).toEqual([]);
    if (!scenario) throw new Error('no scenario');
    expect(encodeLink(model, scenario)).toBe(link);
    const { outcome, fingerprint: now } = await simulator.run(scenario);
    if (!outcome.ok || now === null) throw new Error(JSON.stringify(outcome));
    const { rows, columns, values } = outcome.trajectory;
    expect(fingerprint(columns.map((_, i) => values.slice(i * rows, (i + 1) * rows)))).toBe(now);
    seen.set(link, now);
    if (!filling || kept !== null) expect(now).toBe(kept);
  });

  it('keep their fingerprint whatever ensemble they ask for', async () => {
    const link = 'm=libya@1.0.0&unified_force=80&runs=5000&seed=7&uncertainty=narrow&sampling=sobol&shocks=on';
    const { scenario, notices } = decodeLink(link, models);
    if (!scenario) throw new Error('no scenario');
    expect({ notices, link: encodeLink(model, scenario) }).toEqual({ notices: [], link });
    const alone = golden.find((one) => link.startsWith(`${one.link}&`) && one.link !== 'm=libya@1.0.0');
    expect((await simulator.run(scenario)).fingerprint).toBe(alone?.fingerprint);
  });

  it('are all different', () => expect(new Set(seen.values()).size).toBe(golden.length));

  afterAll(() => {
    if (!filling) return;
    const lines = golden.map(
      (one) => `  ${JSON.stringify({ ...one, fingerprint: one.fingerprint ?? seen.get(one.link) ?? null })}`
    );
    writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
  });
});
