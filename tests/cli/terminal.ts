import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { main } from '../../src/cli/main';

/** A terminal in the project's folder: commands are started as a person starts them, in a process of their own. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const launcher = resolve('src/cli/launch.mjs');

export interface Where {
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export function mizan(args: readonly string[], { folder = '.', environment = {} }: Where = {}): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
    cwd: resolve(folder),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, npm_lifecycle_event: '', ...environment }
  });
  return { code: status, out: stdout, err: stderr };
}

/** The same without a process: for commands that end before any thread is started. */
export async function mizanHere(args: readonly string[]): Promise<Said> {
  let out = '';
  let err = '';
  const code = await main(args, {
    root: resolve('.'),
    folders: [resolve('.')],
    debug: false,
    print: (text) => (out += text),
    warn: (text) => (err += text),
    isTerminal: false,
    now: () => 0,
    onInterrupt: () => () => undefined
  });
  return { code, out, err };
}

/** A command that goes on while the test does something else. */
export function start(args: readonly string[]): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [launcher, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, npm_lifecycle_event: '' }
  });
  let err = '';
  child.stderr?.on('data', (data: Buffer) => (err += data.toString()));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code, signal) => resolve({ code, signal, err })));
  return { child, ended };
}

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly err: string;
}

/** A folder that is there until `remove` is called. */
export function openFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'mizan-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A folder that is gone after the work. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'mizan-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function write(folder: string, name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export interface Csv {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  column(id: string): readonly number[];
  /** Text of one cell, as it stands in the file. */
  cell(id: string, month: string): string;
}

export function readCsv(text: string): Csv {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new Error('the last line is not closed');
  const [header = [], ...rows] = lines.map((line) => line.split(','));
  const place = (id: string): number => {
    const at = header.indexOf(id);
    if (at < 0) throw new Error(`no column ${id}`);
    return at;
  };
  return {
    header,
    rows,
    column: (id) => rows.map((row) => Number(row[place(id)])),
    cell: (id, month) => rows.find(([first]) => first === month)?.[place(id)] ?? ''
  };
}
