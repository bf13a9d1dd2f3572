import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/**
 * Builds the command line into one module that Node runs. Everything is bundled, dependencies too, so that a build is a
 * single file which can be put in place by one rename. `src/cli/launch.mjs` chooses the folder.
 */
export default defineConfig({
  publicDir: false,
  resolve: { alias: { $lib: fileURLToPath(new URL('src/lib', import.meta.url)) } },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20',
    outDir: 'dist/cli',
    copyPublicDir: false,
    rolldownOptions: { output: { entryFileNames: 'main.mjs', codeSplitting: false } }
  }
});
