import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder, mizan } from './terminal';

/** `mizan check`: silence where all is well, else one line for each thing, as editors read them. */
function edited(file: string, from: string | RegExp, to: string, look: (folder: string) => void): void {
  inFolder((parent) => {
    const folder = join(parent, 'logistic');
    cpSync('models/teaching/logistic', folder, { recursive: true });
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`nothing to replace in ${file}`);
    writeFileSync(path, after);
    look(parent);
  });
}

/** Line and column of a text in a file, counted from 1. */
function placeOf(path: string, text: string): string {
  const before = readFileSync(path, 'utf8').split(text)[0] ?? '';
  const lines = before.split('\n');
  return `${lines.length}:${(lines[lines.length - 1]?.length ?? 0) + 1}`;
}

describe('mizan check', () => {
  it.each([
    'models/libya',
    'models/libya/',
    'models/teaching/decay',
    'models/teaching/lanchester',
    'models/teaching/logistic'
  ])('%s: silent, exit code 0', (folder) => {
    expect(mizan(['check', folder])).toEqual({ code: 0, out: '', err: '' });
    expect(mizan(['check', folder, '--strict'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('names a misspelt quantity with file, line and column', () => {
    edited('growth.yaml', 'rate: joining', 'rate: joinning', (parent) => {
      const place = placeOf(join(parent, 'logistic/growth.yaml'), 'joinning');
      const { code, out, err } = mizan(['check', 'logistic'], { folder: parent });
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(`logistic/growth.yaml:${place}: error: `);
      expect(err).toContain('joining');
      expect(mizan(['check', 'logistic', '--lang', 'ar'], { folder: parent }).err).toContain(
        `logistic/growth.yaml:${place}: خطأ: `
      );
    });
  });

  it('names a file that is missing', () => {
    inFolder((parent) => {
      cpSync('models/teaching/logistic', join(parent, 'm'), { recursive: true });
      rmSync(join(parent, 'm/text.ar.yaml'));
      const { code, err } = mizan(['check', join(parent, 'm')]);
      expect(code).toBe(1);
      expect(err).toMatch(/text\.ar\.yaml:1:1: error: /);
    });
  });

  it('tells YAML that cannot be read from YAML that is wrong', () => {
    edited('growth.yaml', /$/, '\nstocks: [', (parent) => {
      const { code, err } = mizan(['check', 'logistic'], { folder: parent });
      expect(code).toBe(1);
      expect(err).toMatch(/^logistic\/growth\.yaml:\d+:\d+: error: /);
      expect(err).not.toMatch(/\n {4}at /);
    });
  });

  it('lets a model with warnings pass, but not where they count', () => {
    edited('text.en.yaml', /$/, '\n  L99: { name: Nothing }\n', (parent) => {
      const lenient = mizan(['check', 'logistic'], { folder: parent });
      expect(lenient.code).toBe(0);
      expect(lenient.err).toMatch(/^logistic\/text\.en\.yaml:\d+:\d+: warning: /);
      expect(mizan(['check', 'logistic', '--strict'], { folder: parent }).code).toBe(1);
    });
  });

  it('keeps a broken model from being run', () => {
    edited('growth.yaml', 'rate: joining', 'rate: joinning', (parent) => {
      const { code, out, err } = mizan(['run', 'status_quo', '--model', 'logistic'], { folder: parent });
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(
        /growth\.yaml:\d+:\d+: error: [^]*mizan: error: the model in logistic has errors; nothing was run/
      );
    });
  });

  it.each([
    ['models/nowhere', /models\/nowhere: there is no such folder/],
    ['docs', /docs: no model\.yaml in this folder/],
    ['package.json', /package\.json: there is no such folder/]
  ])('%s is no model', (folder, message) => {
    const { code, out, err } = mizan(['check', folder]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
  });

  it('--behaviour prints the figure of every behaviour check', () => {
    const { code, out, err } = mizan(['check', 'models/teaching/decay', '--behaviour']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [header, ...rows] = out.trimEnd().split('\n');
    expect(header).toMatch(/^check +holds +margin +what it says$/);
    expect(rows.length).toBeGreaterThanOrEqual(4);
    for (const row of rows) expect(row).toMatch(/^D\d\d +yes +[\d.e-]+ +\S/);
  });

  it('--behaviour refuses where a check does not hold', () => {
    edited('checks.yaml', /(L02:[^]*?holds: ").*?(")/, '$1status_quo(members, 0) > 4000$2', (parent) => {
      const { code, out, err } = mizan(['check', 'logistic', '--behaviour'], { folder: parent });
      expect(code).toBe(1);
      expect(out).toMatch(/^L02 +no +-\d/m);
      expect(err).toBe('mizan: error: 1 behaviour check does not hold\n');
    });
  });
});
