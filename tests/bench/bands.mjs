/**
 * `npm run bench -- bands` (after `npm run build`): slider move to painted bands, on the built site in a browser. Each sample moves an
 * input once and waits until the coarse bands, then those of the whole plan, stand in the document, and the frame after
 * that has begun. A second round moves the slider sixty times a second, as a hand does, and looks at how long the page's own thread
 * was ever busy, and at how much time passes between bands.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { browserArguments, findBrowser } from '../browser/find-browser.mjs';

const port = 4312;
const address = `http://127.0.0.1:${port}/`;

async function ready() {
  for (let attempt = 0; attempt < 50; attempt++) {
    if ((await fetch(address).catch(() => null))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The built site is not served. Is there a build/? `npm run build` makes it.');
}

/** Runs in the page. */
async function measureMoves(moves) {
  const state = document.querySelector('[data-runs]');
  const slider = document.querySelector('[data-input] input[type=range]');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const samples = [];
  for (let move = 0; move < moves; move++) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    await frame();
    const start = performance.now();
    const seen = {};
    const whole = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        const runs = Number(state.dataset.runs);
        if (runs === 0) return;
        const name = runs < 1000 ? 'coarse' : 'whole';
        if (!(name in seen)) {
          seen[name] = performance.now() - start;
          requestAnimationFrame(() => (seen[`${name} painted`] = performance.now() - start));
        }
        if (name === 'whole') {
          observer.disconnect();
          resolve(true);
        }
      });
      observer.observe(state, { attributes: true });
      setTimeout(() => resolve(false), 3000);
    });
    slider.value = String(20 + 2 * Math.abs((move % 60) - 30));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    seen.asked = performance.now() - start;
    if (!(await whole)) continue;
    await frame();
    samples.push(seen);
  }
  return samples;
}

/** Runs in the page: a hand that does not rest. */
async function measureDrag(frames) {
  const figure = document.querySelector('#stability');
  const slider = document.querySelector('[data-input] input[type=range]');
  const bands = () => figure.querySelector('.chart-bands path')?.getAttribute('d');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ entryTypes: ['longtask'] });
  const between = [];
  const busy = [];
  let last = bands();
  let at = performance.now();
  for (let step = 0; step < frames; step++) {
    const before = await frame();
    slider.value = String(20 + 2 * Math.abs((step % 60) - 30));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    busy.push(performance.now() - before);
    if (bands() !== last) {
      between.push(performance.now() - at);
      at = performance.now();
      last = bands();
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  observer.disconnect();
  return { tasks, between, busy };
}

function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
}

function row(what, values) {
  const shown = (value) => Number(value.toFixed(1));
  return { what, samples: values.length, p50: shown(quantile(values, 0.5)), p95: shown(quantile(values, 0.95)) };
}

export async function measureBands() {
  const server = spawn(process.execPath, [
    fileURLToPath(new URL('../browser/serve.mjs', import.meta.url)),
    '/',
    `${port}`
  ]);
  let browser;
  try {
    await ready();
    const executablePath = findBrowser();
    if (!executablePath) throw new Error('No Chrome, Chromium or Edge found.');
    browser = await chromium.launch({ executablePath, args: browserArguments });
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(address);
    await page.locator('[data-runs="1000"]').waitFor();
    await page.waitForTimeout(1000);
    await page.evaluate(measureMoves, 30);
    const samples = await page.evaluate(measureMoves, 150);
    const { tasks, between, busy } = await page.evaluate(measureDrag, 300);
    const of = (name) => samples.flatMap((seen) => seen[name] ?? []);
    return [
      row('ms until the run is asked for', of('asked')),
      row('ms until 128 runs are in the document', of('coarse')),
      row('ms until the next frame', of('coarse painted')),
      row('ms until 1,000 runs are in the document', of('whole')),
      row('ms until the next frame', of('whole painted')),
      row('ms between bands while the hand moves', between),
      row('ms of a frame that a move takes', busy),
      { what: 'longest task of the page, ms (0: none above 50)', samples: tasks.length, p50: Math.max(0, ...tasks) }
    ];
  } finally {
    await browser?.close();
    server.kill();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await measureBands());
