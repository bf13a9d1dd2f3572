/**
 * Starts the command line. It is written in TypeScript, so it has to be built once before Node can run it: this file
 * builds it, silently, whenever its sources differ from those of the last build, and then runs it in this process.
 *
 * A build stands in `dist/cli/<fingerprint of its sources>/`, made elsewhere and put there by one rename: two commands
 * started at the same moment never see half a build, nor one of other sources.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const builds = join(root, 'dist', 'cli');

/** Every file that can change what the command line does. Tests and pages cannot. */
function sources(path = 'src') {
  const absolute = join(root, path);
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute)
    .sort()
    .filter((name) => !/\.test\.ts$|\.svelte(\.ts)?$|\.css$/.test(name))
    .flatMap((name) => sources(`${path}/${name}`));
}

function sourceFingerprint() {
  const settings = ['vite.cli.config.ts', 'package.json', 'package-lock.json'];
  const hash = createHash('sha256').update(process.version);
  for (const path of [...settings, ...sources()]) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`\n${path} ${size} ${mtimeMs}`);
  }
  return hash.digest('hex').slice(0, 16);
}

async function buildInto(folder) {
  const { build } = await import('vite');
  const making = join(root, 'dist', `cli-${process.pid}`);
  try {
    await build({
      root,
      configFile: join(root, 'vite.cli.config.ts'),
      logLevel: 'silent',
      build: { outDir: making, emptyOutDir: true }
    });
    mkdirSync(builds, { recursive: true });
    renameSync(making, folder);
  } catch (error) {
    // Where another command has finished the same build meanwhile, its folder stands and this one is not needed.
    if (!existsSync(join(folder, 'main.mjs'))) throw error;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** Builds of other sources are of no use any more; one that another command is loading just now is left for a minute. */
function removeOldBuilds(current) {
  for (const name of readdirSync(builds)) {
    const folder = join(builds, name);
    if (folder !== current && Date.now() - statSync(folder).mtimeMs > 60_000)
      rmSync(folder, { recursive: true, force: true });
  }
}

async function load() {
  const folder = join(builds, sourceFingerprint());
  const main = join(folder, 'main.mjs');
  if (!existsSync(main)) {
    await buildInto(folder);
    removeOldBuilds(folder);
  }
  return import(pathToFileURL(main).href);
}

/** A reader that has seen enough (`| head`) closes the pipe: that ends the command, and is no error. */
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
});

/** npm runs its scripts in the project's folder and tells where the person stands; paths are meant from there first. */
function folders() {
  const standing = process.env.npm_lifecycle_event === 'mizan' ? process.env.INIT_CWD : undefined;
  return [...new Set([standing, process.cwd(), root].filter(Boolean))];
}

/** The first signal asks to stop; a second one ends the process as it would without us. */
function onInterrupt(stop) {
  const signals = ['SIGINT', 'SIGTERM'];
  const leave = () => signals.forEach((signal) => process.off(signal, heard));
  const heard = () => {
    leave();
    stop();
  };
  signals.forEach((signal) => process.on(signal, heard));
  return leave;
}

try {
  const { main } = await load();
  process.exitCode = await main(process.argv.slice(2), {
    root,
    folders: folders(),
    debug: Boolean(process.env.MIZAN_DEBUG),
    print: (text) => process.stdout.write(text),
    warn: (text) => process.stderr.write(text),
    isTerminal: Boolean(process.stderr.isTTY),
    now: () => performance.now(),
    onInterrupt
  });
} catch (error) {
  // eslint-disable-next-line no-control-regex -- the bundler colours its messages for a terminal
  const plain = String(error?.message ?? error).replace(/\u001b\[[\d;]*m/g, '');
  const first =
    plain.split('\n').filter((line) => line !== '' && !/^Build failed/.test(line))[0] ?? 'the reason is unknown';
  const reason = error?.code === 'ERR_MODULE_NOT_FOUND' ? 'run `npm install` first' : first;
  process.stderr.write(`mizan: error: the command line could not be started: ${reason}\n`);
  process.stderr.write(process.env.MIZAN_DEBUG ? `${error?.stack}\n` : '  set MIZAN_DEBUG=1 to see where\n');
  process.exitCode = 1;
}
