/**
 * `npm run bench`: measures and prints, and passes no judgement. `npm run bench -- interpreter` runs one section. The
 * sections are built as the site is (so that the code under the clock is the code that ships) and run in Node; `page`
 * looks at the built site in a browser.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { page } from './page.mjs';

const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(resolve('node_modules'), '.bench-'));
try {
  await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { $lib: resolve('src/lib') } },
    build: {
      ssr: resolve('tests/bench/sections.ts'),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'sections.mjs' } }
    }
  });
  const { sections: inNode } = await import(pathToFileURL(join(folder, 'sections.mjs')).href);
  const sections = [...inNode, page];
  const unknown = wanted.filter((name) => !sections.some((section) => section.name === name));
  if (unknown.length > 0) {
    const known = sections.map(({ name }) => name).join(', ');
    throw new Error(`No such section: ${unknown.join(', ')}. There are: ${known}.`);
  }
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  for (const section of sections) {
    if (wanted.length > 0 && !wanted.includes(section.name)) continue;
    console.log(`\n${section.name}: ${section.about}`);
    console.table(await section.run());
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
