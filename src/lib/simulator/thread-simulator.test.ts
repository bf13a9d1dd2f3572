import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusQuo, withEnsemble } from '$lib/scenario';
import { directSimulator, serveThread, threadSimulator, type EnsembleOptions } from '$lib/simulator';
import { exampleModel as model } from '../../../tests/links/example-model';

/** Real threads of Node, over a script that is built as the command line is. */
const folder = mkdtempSync(join(tmpdir(), 'mizan-threads-'));
const script = pathToFileURL(join(folder, 'thread.mjs'));
const options: EnsembleOptions = { outputs: ['trust', 'growth'], reference: statusQuo(model), bytes: true };
const scenario = withEnsemble(model, statusQuo(model), { runs: 600, chance: true });

beforeAll(async () => {
  writeFileSync(join(folder, 'thread.ts'), `import { serveThread } from '$lib/simulator';\nserveThread();\n`);
  await build({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    resolve: { alias: { $lib: resolve('src/lib'), comlink: resolve('node_modules/comlink') } },
    ssr: { noExternal: true },
    build: {
      ssr: join(folder, 'thread.ts'),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'thread.mjs', codeSplitting: false } }
    }
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function expected(): Promise<Uint8Array> {
  const direct = directSimulator();
  await direct.open(model);
  const { bytes } = await direct.ensemble(scenario, options);
  if (!bytes) throw new Error('no bytes');
  return bytes;
}

describe('threadSimulator({ script, threads })', () => {
  it.each([1, 2, 3])('gives the bits of this thread with %d threads', async (threads) => {
    const simulator = threadSimulator({ script, threads });
    await simulator.open(model);
    const { bytes } = await simulator.ensemble(scenario, options);
    expect(bytes && Buffer.compare(bytes, await expected())).toBe(0);
    expect((await simulator.run(statusQuo(model))).outcome.ok).toBe(true);
    simulator.close();
  });

  it('replaces a thread that leaves in the middle, and repeats its blocks', async () => {
    const mark = join(folder, 'left');
    const leaving = join(folder, 'leaving.mjs');
    writeFileSync(
      leaving,
      `import { parentPort } from 'node:worker_threads';
       import { writeFileSync } from 'node:fs';
       import './thread.mjs';
       let messages = 0;
       parentPort.on('message', () => {
         if (++messages < 8) return;
         try { writeFileSync(${JSON.stringify(mark)}, '', { flag: 'wx' }); } catch { return; }
         process.exit(3);
       });`
    );
    const simulator = threadSimulator({ script: pathToFileURL(leaving), threads: 2 });
    await simulator.open(model);
    const { bytes } = await simulator.ensemble(scenario, options);
    expect(bytes && Buffer.compare(bytes, await expected())).toBe(0);
    expect(existsSync(mark)).toBe(true);
    simulator.close();
  });

  it('says so where the script is not there', async () => {
    const simulator = threadSimulator({ script: pathToFileURL(join(folder, 'nothing.mjs')), threads: 1 });
    await expect(simulator.open(model)).rejects.toMatchObject({ code: 'worker-died' });
  });

  it('serves only in its own threads', () => expect(serveThread()).toBe(false));
});
