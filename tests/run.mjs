/**
 * `npm test`: everything, in order, with one summary. `npm test -- lint`, `-- unit` or `-- browser` runs that part alone.
 *
 * A step that fails does not keep the later ones from running, so that one run shows all that is wrong; a step that
 * cannot run because an earlier one failed counts as failed. The last line is `N passed, N failed`: tests of Vitest and
 * Playwright, and one for each step without tests of its own that failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { obtainBrowser } from './browser/find-browser.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const results = join(root, 'test-results');

/** Path of a package's own program: `npx` would need a shell on some systems and might fetch what is missing. */
function program(packageName, name = packageName) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = require(join(folder, 'package.json'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

function node(path, args, env = {}) {
  const { status, signal } = spawnSync(process.execPath, [path, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env }
  });
  return status === 0 ? null : `exit code ${status ?? signal}`;
}

/** The first of several commands that fails, as the step's failure. */
function inTurn(...commands) {
  return commands.map((command) => command()).find(Boolean) ?? null;
}

function readResults(name) {
  const path = join(results, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function vitestTests() {
  const report = readResults('vitest.json');
  if (!report) return null;
  // A file that cannot even be loaded holds no test that could fail: it counts as one.
  const unloadable = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed')
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0)
  };
}

function playwrightTests() {
  const { stats } = readResults('browser.json') ?? {};
  return stats ? { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped } : null;
}

function freePort() {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

async function browserTests() {
  const browser = obtainBrowser(console.log);
  if (!browser) return 'no browser can be had: install Chrome, Chromium or Edge, or name one in CHROMIUM';
  return node(program('@playwright/test', 'playwright'), ['test'], {
    CHROMIUM: browser,
    MIZAN_TEST_PORT: String(await freePort())
  });
}

/** `part` is what a person asks for by name; `needs` names a step without which this one means nothing. */
const steps = [
  {
    name: 'format',
    part: 'lint',
    run: () => node(program('prettier'), ['--check', '--log-level', 'warn', '.'])
  },
  { name: 'lint', part: 'lint', run: () => node(program('eslint'), ['--max-warnings', '0', '.']) },
  {
    name: 'types',
    part: 'lint',
    run: () =>
      inTurn(
        () => node(program('@sveltejs/kit', 'svelte-kit'), ['sync']),
        () => node(program('svelte-check'), ['--tsconfig', './tsconfig.json', '--fail-on-warnings'])
      )
  },
  {
    name: 'unit tests',
    part: 'unit',
    run: () =>
      node(program('vitest'), [
        'run',
        '--allowOnly=false',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${join(results, 'vitest.json')}`
      ]),
    tests: vitestTests
  },
  { name: 'build', part: 'browser', run: () => node(program('vite'), ['build', '--logLevel', 'warn']) },
  { name: 'browser tests', part: 'browser', needs: 'build', run: browserTests, tests: playwrightTests }
];

async function runStep(step, failedBefore) {
  console.log(`\n=== ${step.name}`);
  const began = performance.now();
  const blocked = step.needs && failedBefore.has(step.needs);
  const failure = blocked ? `not run, because the ${step.needs} failed` : await step.run();
  const tests = blocked ? null : (step.tests?.() ?? null);
  const silent = step.tests && !failure && (tests === null || tests.passed + tests.failed === 0);
  return { ...step, failure: silent ? 'no test was run' : failure, tests, seconds: (performance.now() - began) / 1000 };
}

function summaryLine({ name, failure, tests, seconds }) {
  const counts = tests
    ? `${tests.passed} passed, ${tests.failed} failed${tests.skipped ? `, ${tests.skipped} SKIPPED` : ''}`
    : '';
  const verdict = failure ? `FAILED: ${failure}` : 'ok';
  return `  ${name.padEnd(16)} ${`${seconds.toFixed(0)} s`.padStart(6)}  ${[verdict, counts].filter(Boolean).join('  ')}`;
}

/** Tests that failed, or the step itself where it failed without saying so through a test. */
function failuresOf({ failure, tests }) {
  return Math.max(tests?.failed ?? 0, failure ? 1 : 0);
}

const asked = process.argv.slice(2);
const parts = [...new Set(steps.map((step) => step.part))];
const unknown = asked.filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  console.error(`npm test: no part is called ${unknown.join(', ')}; there are ${parts.join(', ')}`);
  process.exit(1);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const done = [];
for (const step of steps.filter(({ part }) => asked.length === 0 || asked.includes(part))) {
  done.push(await runStep(step, new Set(done.filter(({ failure }) => failure).map(({ name }) => name))));
}

console.log(`\n=== summary${asked.length > 0 ? ` (only ${asked.join(', ')})` : ''}`);
for (const step of done) console.log(summaryLine(step));
const passed = done.reduce((sum, { tests }) => sum + (tests?.passed ?? 0), 0);
const failed = done.reduce((sum, step) => sum + failuresOf(step), 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
