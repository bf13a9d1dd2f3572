import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  canonical,
  decodeLink,
  encodeLink,
  limits,
  readScenarioFile,
  reservedKeys,
  writeScenarioFile,
  type LinkModels
} from '$lib/scenario';
import { shippedModel } from './shipped';

/** docs/links.md and docs/scenario-files.md say what the program does: every example in them is carried out. */
const libya = shippedModel('libya');
const links = readFileSync('docs/links.md', 'utf8');
const files = readFileSync('docs/scenario-files.md', 'utf8');

function blocks(page: string, language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map((match) => match[1] ?? '');
}

function lines(page: string, language: string): string[] {
  return blocks(page, language).flatMap((block) => block.split('\n').filter((line) => line.trim() !== ''));
}

describe.runIf(libya)('the documentation', () => {
  if (!libya) return;
  const { model } = libya;
  const models: LinkModels = {
    find: (id, version) => (id === model.id && (version ?? model.version) === model.version ? model : null),
    standard: model
  };

  it('has examples', () => {
    expect([lines(links, 'mizan-link').length, lines(links, 'mizan-refused').length].every((count) => count > 10)).toBe(
      true
    );
    expect([blocks(files, 'yaml').length, blocks(files, 'json').length]).toEqual([1, 1]);
  });
  it.each(lines(links, 'mizan-link'))('%s is read, and written the same', (link) => {
    const { scenario, notices } = decodeLink(link, models);
    expect(notices).toEqual([]);
    expect(scenario && `?${encodeLink(model, scenario)}`).toBe(link);
  });
  it.each(lines(links, 'mizan-refused').map((line) => line.split(/\s+/) as [string, string]))(
    '%s gives %s',
    (link, code) => {
      expect(decodeLink(link, models).notices.map((notice) => notice.code)).toEqual([code]);
    }
  );
  it('names the words of pages and the bounds', () => {
    expect(reservedKeys.filter((key) => !links.includes(`\`${key}\``))).toEqual([]);
    for (const bound of [limits.link, limits.linkParameters, limits.title, limits.note, limits.ramp])
      expect(links).toContain(bound.toLocaleString('en'));
    expect(files).toContain(limits.file.toLocaleString('en'));
  });
  it.each([...blocks(files, 'yaml'), ...blocks(files, 'json')])('reads the file\n%s', async (text) => {
    const { scenario, notices } = await readScenarioFile(text, models);
    expect(notices).toEqual([]);
    if (!scenario) throw new Error('no scenario');
    expect(canonical(model, scenario)).toEqual(scenario);
    expect((await readScenarioFile(await writeScenarioFile(model, scenario, 'yaml'), models)).scenario).toEqual(
      scenario
    );
  });
});
