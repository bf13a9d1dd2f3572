import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** A drawing held against its file under tests/golden/charts; `UPDATE_GOLDEN=1` writes the file anew. */
const folder = fileURLToPath(new URL('../golden/charts/', import.meta.url));

export function checkGolden(name: string, svg: string): void {
  const path = `${folder}${name}.svg`;
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, svg);
  }
  expect(existsSync(path), `${name}.svg is missing; run with UPDATE_GOLDEN=1 and look at it`).toBe(true);
  expect(svg).toBe(readFileSync(path, 'utf8'));
}
