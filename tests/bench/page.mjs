/**
 * `node tests/bench/page.mjs`: slider move to painted chart, on the built site (`npm run build` first) in a browser. Each
 * sample moves an input once, waits until the curve of the great figure has changed in the document and the frame after
 * that has begun. Prints the median and the 95th percentile in milliseconds, and what of it the page's own thread spent
 * before the run was asked for.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { browserArguments, findBrowser } from '../browser/find-browser.mjs';

const port = 4311;
const address = `http://127.0.0.1:${port}/`;
const server = spawn(process.execPath, [
  fileURLToPath(new URL('../browser/serve.mjs', import.meta.url)),
  '/',
  `${port}`
]);

async function ready() {
  for (let attempt = 0; attempt < 50; attempt++) {
    if ((await fetch(address).catch(() => null))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The built site is not served. Is there a build/? `npm run build` makes it.');
}

/** Runs in the page. */
async function measure(moves) {
  const figure = document.querySelector('#stability');
  const slider = document.querySelector('[data-input] input[type=range]');
  const drawn = () => [...figure.querySelectorAll('svg path')].map((path) => path.getAttribute('d')).join();
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const painted = [];
  const asked = [];
  for (let move = 0; move < moves; move++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = drawn();
    await frame();
    const start = performance.now();
    slider.value = String(20 + 2 * Math.abs((move % 60) - 30));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    asked.push(performance.now() - start);
    const changed = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (drawn() === before) return;
        observer.disconnect();
        resolve(true);
      });
      observer.observe(figure, { subtree: true, attributes: true, childList: true });
      setTimeout(() => resolve(false), 2000);
    });
    if (!(await changed)) continue;
    const inDocument = performance.now() - start;
    await frame();
    painted.push({ inDocument, nextFrame: performance.now() - start });
  }
  return { painted, asked };
}

function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
}

try {
  await ready();
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chrome, Chromium or Edge found.');
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const alive = page.waitForEvent('worker');
  await page.goto(address);
  await alive;
  await page.waitForTimeout(1000);
  await page.evaluate(measure, 30);
  const { painted, asked } = await page.evaluate(measure, 150);
  const row = (name, values) =>
    console.log(
      `${name.padEnd(34)} p50 ${quantile(values, 0.5).toFixed(1)}  p95 ${quantile(values, 0.95).toFixed(1)} ms`
    );
  console.log(`slider move, ${painted.length} samples`);
  row('until the run is asked for', asked);
  row(
    'until the curve is in the document',
    painted.map((one) => one.inDocument)
  );
  row(
    'until the next frame',
    painted.map((one) => one.nextFrame)
  );
  await browser.close();
} finally {
  server.kill();
}
