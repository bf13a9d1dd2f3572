import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe as group, expect, it } from 'vitest';
import { parse } from 'yaml';
import { describe, formatDiagnostic } from '$lib/language';
import { loadModel } from '$lib/model';

/**
 * Broken models: a small sound model, and faults that differ from it by one replaced text each. Every fault gets exactly
 * one diagnostic, at the exact place, in both languages.
 */
interface Fault {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly expect: {
    readonly severity: 'error' | 'warning';
    readonly code: string;
    readonly at: string;
    readonly length: number;
    readonly message: string;
  };
}

const folder = join('tests', 'fixtures', 'broken-models');
const paths = ['', 'presets', 'geography'].flatMap((below) =>
  readdirSync(join(folder, 'base', below))
    .filter((name) => /\.(yaml|topo\.json)$/.test(name))
    .map((name) => (below ? `${below}/${name}` : name))
);
const base: ReadonlyMap<string, string> = new Map(
  paths.map((path) => [path, readFileSync(join(folder, 'base', path), 'utf8')])
);
const faults = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name.slice(0, -'.yaml'.length), parse(readFileSync(join(folder, name), 'utf8')) as Fault] as const);

function broken({ file, find, replace }: Fault): Map<string, string> {
  const text = base.get(file) ?? '';
  expect(text.split(find).length, `“${find}” stands once in ${file}`).toBe(2);
  return new Map([...base, [file, text.split(find).join(replace)]]);
}

group('broken models', () => {
  it('differ from a model that is sound', () => {
    const { bundle, diagnostics } = loadModel(base);
    expect(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic))).toEqual([]);
    expect(bundle?.model.id).toBe('village');
  });

  it('are many', () => {
    expect(faults.length).toBeGreaterThanOrEqual(30);
  });

  it.each(faults)('%s', (_name, fault) => {
    const { bundle, diagnostics } = loadModel(broken(fault));
    const { severity, code, at, length, message } = fault.expect;
    expect(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic))).toHaveLength(1);
    const [first] = diagnostics;
    if (!first) return;
    const found = `${first.at.file}:${first.at.line}:${first.at.column}`;
    expect([first.severity, first.code, found, first.at.length]).toEqual([severity, code, at, length]);
    expect(describe(first, 'en')).toContain(message);
    const arabic = describe(first, 'ar');
    expect(arabic).toMatch(/[\u0621-\u064a]{3}/);
    expect(arabic).not.toBe(describe(first, 'en'));
    expect(bundle === null).toBe(severity === 'error');
  });

  it('give the same diagnostics in whatever order their files come', () => {
    for (const [, fault] of faults) {
      const files = broken(fault);
      expect(loadModel(new Map([...files].reverse())).diagnostics).toEqual(loadModel(files).diagnostics);
    }
  });
});
