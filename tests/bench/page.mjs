/**
 * `npm run bench -- page` (after `npm run build`): how long the page takes, in a browser, on the built site. Times run from
 * the event of a slider to the end of the frame that shows its answer, and include the wait for the screen (60 frames a
 * second). Moves come at no fixed time within a frame, and each waits until the answer
 * to the one before is complete; what is not answered within four seconds is no sample. Rows about work count the page's own thread alone, in time on a processor, which depends
 * less on what else the machine does; what else it did stands in the last row.
 */
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { browserArguments, findBrowser } from '../browser/find-browser.mjs';
import { serve } from '../browser/serve.mjs';

const moves = 100;
const dragged = 240;
/** Seconds for which a million runs are left alone before a hand comes in between. */
const patience = 15;

/** Runs in the page: single moves, each from rest to rest. */
async function measureMoves({ moves, runs }) {
  const figure = document.querySelector('#stability');
  const state = document.querySelector('[data-runs]');
  const slider = document.querySelector('[data-input] input[type=range]');
  const line = () =>
    [...figure.querySelectorAll('svg path:not(.chart-bands path)')].map((path) => path.getAttribute('d')).join();
  const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const samples = [];
  for (let move = 0; move < moves; move++) {
    await sleep(60 + ((move * 7) % 17));
    const before = line();
    const seen = {};
    const start = performance.now();
    // A message that is sent before a frame is drawn comes in when it has been.
    const painted = (name) => {
      if (`${name} there` in seen) return;
      seen[`${name} there`] = performance.now() - start;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (seen[`${name} painted`] = performance.now() - start);
        port2.postMessage(null);
      });
    };
    const observer = new MutationObserver(() => {
      if (!('run there' in seen) && line() !== before) painted('run');
      const done = Number(state.dataset.runs);
      if (done === 0) return;
      if (done < runs) painted('coarse');
      else painted('whole');
    });
    observer.observe(figure, { subtree: true, attributes: true, childList: true });
    observer.observe(state, { attributes: true });
    slider.value = String(20 + 2 * Math.abs((move % 60) - 30));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    for (let waited = 0; !('whole painted' in seen) && waited < 4000; waited += 5) await sleep(5);
    observer.disconnect();
    samples.push(seen);
  }
  return samples;
}

/** Runs in the page: a hand that does not rest, one move a frame. Gives the milliseconds between bands. */
async function drag(frames) {
  const figure = document.querySelector('#stability');
  const slider = document.querySelector('[data-input] input[type=range]');
  const bands = () => figure.querySelector('.chart-bands path')?.getAttribute('d');
  const between = [];
  let last = bands();
  let at = performance.now();
  for (let step = 0; step < frames; step++) {
    await new Promise((done) => requestAnimationFrame(done));
    slider.value = String(20 + 2 * Math.abs((step % 60) - 30));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    if (bands() === last) continue;
    between.push(performance.now() - at);
    at = performance.now();
    last = bands();
  }
  return between;
}

/** Every task of the page's own thread while `work` is under way: milliseconds by the clock, and on a processor. */
async function tasksDuring(browser, work) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const traceConfig = { includedCategories: ['toplevel'], excludedCategories: ['*'] };
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  await work();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const threadOf = ({ pid, tid }) => `${pid} ${tid}`;
  const main = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf)
  );
  const tasks = events.filter((event) => event.ph === 'X' && /RunTask$/.test(event.name) && main.has(threadOf(event)));
  return {
    clock: tasks.map(({ dur = 0 }) => dur / 1000),
    processor: tasks.map(({ tdur = 0 }) => tdur / 1000)
  };
}

/** What the page's own thread works in all, in milliseconds on a processor. */
async function workOf(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = (wanted) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  return { task: 1000 * seconds('TaskDuration'), script: 1000 * seconds('ScriptDuration') };
}

function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
}

const shown = (value) => Number(value.toFixed(1));

function row(what, values) {
  return {
    what,
    samples: values.length,
    p50: shown(quantile(values, 0.5)),
    p95: shown(quantile(values, 0.95)),
    longest: shown(Math.max(...values))
  };
}

async function inBrowser(origin, query, work) {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${origin}/${query}`);
    return await work(page, browser);
  } finally {
    await browser.close();
  }
}

async function settled(page, runs) {
  await page.locator(`[data-runs="${runs}"]`).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1000);
}

const movesOf = (samples, name) => samples.flatMap((seen) => seen[name] ?? []);

async function withBands(page, browser) {
  await settled(page, 1000);
  await page.evaluate(measureMoves, { moves: 10, runs: 1000 });
  const samples = await page.evaluate(measureMoves, { moves, runs: 1000 });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await workOf(session);
  const between = await page.evaluate(drag, dragged);
  const after = await workOf(session);
  const tasks = await tasksDuring(browser, () => page.evaluate(drag, dragged));
  return [
    row('single run: in the document after, ms', movesOf(samples, 'run there')),
    row('single run: painted after, ms', movesOf(samples, 'run painted')),
    row('coarse bands (128 runs): painted after, ms', movesOf(samples, 'coarse painted')),
    row('bands of 1,000 runs: painted after, ms', movesOf(samples, 'whole painted')),
    row('drag: between bands, ms', between),
    { what: 'drag: work of the page a move, ms', samples: dragged, p50: shown((after.task - before.task) / dragged) },
    { what: 'drag: of it script, ms', samples: dragged, p50: shown((after.script - before.script) / dragged) },
    row('drag: a task of the page, ms', tasks.clock),
    row('drag: a task of the page, ms on a processor', tasks.processor)
  ];
}

async function duringAMillion(page, browser) {
  await page.locator('[data-runs="128"], [data-runs="1024"], [data-runs="8192"]').first().waitFor({ timeout: 60_000 });
  let samples = [];
  const tasks = await tasksDuring(browser, async () => {
    await page.waitForTimeout(1000 * patience);
    // Moving on ends the ensemble, and the next one takes its place.
    samples = await page.evaluate(async () => {
      const figure = document.querySelector('#stability');
      const slider = document.querySelector('[data-input] input[type=range]');
      const line = () =>
        [...figure.querySelectorAll('svg path:not(.chart-bands path)')].map((path) => path.getAttribute('d')).join();
      const times = [];
      for (const value of [30, 45, 60, 75, 90]) {
        const before = line();
        const start = performance.now();
        slider.value = String(value);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        while (line() === before && performance.now() - start < 4000)
          await new Promise((done) => requestAnimationFrame(done));
        if (line() !== before) times.push(performance.now() - start);
        await new Promise((done) => setTimeout(done, 1000));
      }
      return times;
    });
  });
  return [
    row('a million runs: a task of the page, ms', tasks.clock),
    row('a million runs: a task of the page, ms on a processor', tasks.processor),
    row('a million runs: a single run in between, painted after, ms', samples)
  ];
}

export const page = {
  name: 'page',
  about: 'the desk in a browser, from the move of a slider to what is painted',
  async run() {
    if (!existsSync(resolve('build/index.html')))
      return [{ what: 'not measured: there is no build/; `npm run build` makes it' }];
    if (!findBrowser()) return [{ what: 'not measured: no Chrome, Chromium or Edge found' }];
    const { origin, stop } = await serve();
    try {
      const load = [loadavg()[0]];
      const rows = [];
      for (const [query, work] of [
        ['', withBands],
        ['?m=libya@1.0.0&unified_force=80&runs=1000000', duringAMillion]
      ]) {
        rows.push(...(await inBrowser(origin, query, work)));
        load.push(loadavg()[0]);
      }
      return [...rows, row('load of the machine (average over a minute)', load)];
    } finally {
      await stop();
    }
  }
};
