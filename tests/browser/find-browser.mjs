/**
 * Finds a browser of the Chromium family to test with: the one named in the environment (`CHROMIUM`), one that is
 * installed in the usual places of Linux, macOS or Windows, or the one in Playwright's own cache. Where there is none,
 * `obtainBrowser` tries to get one, and says each thing that it tries.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable'
];

function linuxPlaces() {
  const folders = [
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean)
  ];
  return [...folders.flatMap((folder) => commands.map((name) => join(folder, name))), '/opt/google/chrome/chrome'];
}

function macPlaces() {
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
    names.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name))
  );
}

function windowsPlaces() {
  const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
    Boolean
  );
  const programs = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe'
  ];
  return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
}

const places = { linux: linuxPlaces, darwin: macPlaces, win32: windowsPlaces };

/** A file may stand there and still not start (a stub of a package manager, a missing library). Windows opens a window for `--version`. */
function starts(path) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

/** Path of a browser that starts, or null. An unusable `CHROMIUM` is an error: the person asked for that one. */
export function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!starts(named)) throw new Error(`CHROMIUM names ${named}, which is not there or does not start`);
    return named;
  }
  const usual = (places[process.platform] ?? linuxPlaces)();
  return [...usual, chromium.executablePath()].find(starts) ?? null;
}

function attempt(say, what, command, args) {
  say(`browser: ${what}: ${command} ${args.join(' ')}`);
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    timeout: 600_000
  });
  if (status !== 0) say(`browser: that failed (${error?.message ?? `exit code ${status}`})`);
  return status === 0 ? findBrowser() : null;
}

/** Finds a browser or gets one; `say` is told what is done. Null where none can be had. */
export function obtainBrowser(say) {
  const found = findBrowser();
  if (found) {
    say(`browser: using ${found}`);
    return found;
  }
  say('browser: no Chrome, Chromium or Edge is installed here');
  const fromPlaywright = attempt(say, "trying Playwright's own", 'npx', ['playwright', 'install', 'chromium']);
  if (fromPlaywright) return fromPlaywright;
  const isRoot = process.getuid?.() === 0;
  if (process.platform !== 'linux' || !isRoot || !existsSync('/usr/bin/apt-get')) return null;
  attempt(say, 'trying the system packages', 'apt-get', ['update']);
  return attempt(say, 'trying the system packages', 'apt-get', [
    'install',
    '-y',
    '--no-install-recommends',
    'chromium'
  ]);
}

/** Start quietly: no update checks, no sync, nothing of the browser's own on the network. Root needs `--no-sandbox`. */
export const browserArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];
