import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/**
 * Builds the command line into one folder that Node runs: `main.mjs`, `worker.mjs` for the threads of an ensemble,
 * `simulator-thread.mjs` for those of a simulator, and what they share. Everything is bundled, dependencies too, so that a
 * build can be put in place by one rename. `src/cli/launch.mjs` chooses the folder.
 */
export default defineConfig({
  publicDir: false,
  resolve: { alias: { $lib: fileURLToPath(new URL('src/lib', import.meta.url)) } },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/cli',
    copyPublicDir: false,
    rolldownOptions: {
      input: {
        main: 'src/cli/main.ts',
        worker: 'src/cli/ensemble/worker.ts',
        'simulator-thread': 'src/cli/simulator-thread.ts'
      },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' }
    }
  }
});
