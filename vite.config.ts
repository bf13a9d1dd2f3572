import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { mizanModels } from './vite.models';

export default defineConfig({
  plugins: [mizanModels(), sveltekit()],
  worker: { format: 'es', plugins: () => [] },
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['tests/browser/**'],
    testTimeout: 30_000,
    // Rooms keep no state of their own, so files may share what they load: a quarter of the time.
    isolate: false,
    // All cores: by itself Vitest leaves one idle, of two that is half.
    maxWorkers: '100%'
  }
});
