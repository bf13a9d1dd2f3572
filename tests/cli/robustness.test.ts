import { describe, expect, it } from 'vitest';
import { mizan } from './terminal';
import { shippedModel } from '../links/shipped';
import { checkDraws, checkSubject, directSimulator, drawnShares, mutationTable } from '$lib/simulator';

/** `mizan check --behaviour --draws` and `--mutations`: the numbers of the page, from the same functions. */
const libya = shippedModel('libya');

describe.runIf(libya)('mizan check, on robustness', () => {
  it('prints the share of draws that each check holds in', async () => {
    const { code, out, err } = mizan([
      'check',
      'models/libya',
      '--behaviour',
      '--draws',
      '24',
      '--uncertainty',
      'narrow'
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const simulator = directSimulator();
    await simulator.open(libya!.model);
    const shares = await drawnShares(simulator, checkSubject(libya!), checkDraws('narrow', 24));
    const printed = out.trimEnd().split('\n').slice(1);
    expect(printed.map((line) => line.split(/ {2,}/).slice(0, 4))).toEqual(
      shares.map(({ id, hits, share, low, high }) => [
        id,
        `${(100 * share).toFixed(1)}%`,
        `${(100 * low).toFixed(1)}%-${(100 * high).toFixed(1)}%`,
        `${hits}/24`
      ])
    );
    simulator.close();
  });

  it('prints the checks that fail without each mechanism', async () => {
    const { code, out } = mizan(['check', 'models/libya', '--mutations', '--lang', 'ar']);
    expect(code).toBe(0);
    const simulator = directSimulator();
    await simulator.open(libya!.model);
    const table = await mutationTable(simulator, checkSubject(libya!), libya!.mechanisms);
    const lines = out.trimEnd().split('\n').slice(1);
    expect(lines).toHaveLength(libya!.mechanisms.length);
    lines.forEach((line, i) => {
      expect(line).toContain(libya!.mechanisms[i]!.title.ar);
      expect(line).toContain(`  ${table[i]!.fails.join(' ') || '-'}  `);
    });
    simulator.close();
  });

  it('asks how many draws where only their kind is given', () => {
    const { code, err } = mizan(['check', 'models/teaching/decay', '--uncertainty', 'wide']);
    expect(code).toBe(1);
    expect(err).toContain('--draws 500');
  });

  it('says so where a model has no mechanisms', () => {
    const { code, err } = mizan(['check', 'models/teaching/decay', '--mutations']);
    expect(code).toBe(1);
    expect(err).toContain('mechanisms.yaml');
  });
});
