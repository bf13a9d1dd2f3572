import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluateCheck } from '$lib/analysis';
import { loadModel, type ModelBundle } from '$lib/model';
import { contextOf } from '../src/cli/behaviour';
import { readModelFolder } from '../src/cli/files';

/**
 * What each model must do for the reasons it was built, generated from its `checks.yaml`: one test a check. The figure that
 * each one gives is printed, so that a check that is about to tip over is seen before it does.
 */
const folders = ['models', 'models/teaching']
  .flatMap((shelf) => readdirSync(shelf).map((name) => join(shelf, name)))
  .filter((folder) => existsSync(join(folder, 'checks.yaml')));

function bundleOf(folder: string): ModelBundle {
  const { bundle, diagnostics } = loadModel(readModelFolder(folder, folder));
  if (!bundle) throw new Error(`${folder}: ${JSON.stringify(diagnostics[0])}`);
  return bundle;
}

it('finds models with checks', () => {
  expect(folders.length).toBeGreaterThan(0);
});

describe.each(folders)('%s', (folder) => {
  const bundle = bundleOf(folder);
  const context = contextOf(bundle);
  const figures: string[] = [];

  it.each(bundle.checks.map((check) => [check.id, bundle.texts.en.checks[check.id]?.name, check] as const))(
    '%s: %s',
    (id, name, check) => {
      const { holds, margin, sides, worst, failure } = evaluateCheck(check, context);
      figures.push(`  ${id}  ${String(Number(margin.toPrecision(6))).padEnd(12)}  ${name}`);
      expect(failure).toBeNull();
      expect(holds, JSON.stringify({ margin, sides, worst })).toBe(true);
    }
  );

  afterAll(() => {
    console.log(`Margins of the behaviour checks of ${folder}\n${figures.join('\n')}`);
  });
});
