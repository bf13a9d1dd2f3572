import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { runnerImport, type Plugin, type ViteDevServer } from 'vite';
import type * as Language from './src/lib/language';
import type * as ModelRoom from './src/lib/model';

/**
 * Ships the models: finds `models/<id>/` and `models/teaching/<id>/`, checks them with the model room, and serves the
 * result as virtual modules, so that pages carry data and neither the YAML reader nor the checks. What a page computes with
 * comes lean (`model`, `text`); the whole of it (`whole`, `words`) loads when somebody looks at equations or parameters.
 *
 *   virtual:mizan/catalogue               every model: titles now, the rest as lazily loaded chunks; and `home`
 *   virtual:mizan/<part>/<id>[/<which>]   those chunks: model, whole, text, words, evidence, desk, loops, briefing, presets, release
 *
 * Nothing is read before such a module is asked for; without a models folder the catalogue is empty. A model with errors
 * fails the build with its diagnostics.
 */
const prefix = 'virtual:mizan/';
const resolved = '\0' + prefix;

type Bundle = ModelRoom.ModelBundle;

interface Shipped {
  readonly folder: string;
  readonly teaching: boolean;
  readonly bundle: Bundle;
  /** Frozen versions, oldest first. */
  readonly released: readonly string[];
}

/** What the plugin says beside its modules: warnings of models. */
interface Speaker {
  warn(message: string): void;
}

export function mizanModels(): Plugin {
  let root = process.cwd();
  let shipped: Promise<readonly Shipped[]> | undefined;
  const models = (speaker: Speaker): Promise<readonly Shipped[]> => (shipped ??= loadAll(root, speaker));

  return {
    name: 'mizan-models',
    configResolved(config) {
      root = config.root;
    },
    resolveId(id) {
      return id.startsWith(prefix) ? '\0' + id : null;
    },
    async load(id) {
      if (!id.startsWith(resolved)) return null;
      const [part = '', name = '', which = ''] = id.slice(resolved.length).split('/');
      const all = await models(this);
      for (const { folder } of all) for (const path of yamlBelow(folder)) this.addWatchFile(path);
      if (part === 'catalogue') return catalogue(all);
      const one = all.find(({ bundle }) => bundle.model.id === name);
      if (!one) throw new Error(`There is no model ${name} under models/.`);
      const { lean, deskText, firstText } = await importRooms(root);
      const value = chunk(one, part, which, { lean, deskText, firstText });
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
    },
    configureServer(server) {
      watch(server, join(root, 'models'), () => (shipped = undefined));
    }
  };
}

function chunk(
  { bundle, folder }: Shipped,
  part: string,
  which: string,
  { lean, deskText, firstText }: Pick<typeof ModelRoom, 'lean' | 'deskText' | 'firstText'>
): unknown {
  const { model, texts, sources, checks, checkScenarios, desk, presets } = bundle;
  const words = which === 'ar' ? texts.ar : texts.en;
  switch (part) {
    case 'model':
      return lean(model);
    case 'whole':
      return model;
    case 'text':
      return deskText(words, model);
    case 'first':
      return firstText(words, model, desk?.headline ?? []);
    case 'words':
      return words;
    case 'evidence':
      return { sources, checks, checkScenarios };
    case 'robustness':
      return { mechanisms: bundle.mechanisms, conclusions: bundle.conclusions };
    case 'desk':
      // What is better is asked where scenarios are compared; the desk has no use for it.
      return { desk: desk && { ...desk, better: undefined } };
    case 'better':
      return { better: desk?.better ?? {} };
    case 'loops':
      return { loops: bundle.loops };
    case 'geography':
      return bundle.geography;
    case 'reasons':
      return { reasons: bundle.reasons, documentation: bundle.documentation };
    case 'briefing':
      return bundle.briefing;
    case 'backtest':
      return { backtest: bundle.backtest };
    case 'presets':
      return presets;
    case 'release':
      return JSON.parse(readFileSync(join(folder, 'released', `${which}.json`), 'utf8')) as unknown;
    default:
      throw new Error(`There is no module ${prefix}${part}.`);
  }
}

function catalogue(all: readonly Shipped[]): string {
  const load = (path: string): string => `() => import(${JSON.stringify(prefix + path)})`;
  const entries = all.map(({ bundle, teaching, released }) => {
    const { id, version } = bundle.model;
    const about = { id, version, teaching, title: { en: bundle.texts.en.title, ar: bundle.texts.ar.title }, released };
    const releases = released.map((each) => `${JSON.stringify(each)}: ${load(`release/${id}/${each}`)}`).join(', ');
    return `{
  ...${JSON.stringify(about)},
  model: once(${load(`model/${id}`)}),
  whole: ${load(`whole/${id}`)},
  text: { en: ${load(`text/${id}/en`)}, ar: ${load(`text/${id}/ar`)} },
  first: { en: ${load(`first/${id}/en`)}, ar: ${load(`first/${id}/ar`)} },
  words: { en: ${load(`words/${id}/en`)}, ar: ${load(`words/${id}/ar`)} },
  evidence: ${load(`evidence/${id}`)},
  robustness: ${load(`robustness/${id}`)},
  desk: ${load(`desk/${id}`)},
  better: ${load(`better/${id}`)},
  loops: ${load(`loops/${id}`)},
  briefing: ${load(`briefing/${id}`)},
  geography: ${bundle.geography ? load(`geography/${id}`) : 'null'},
  reasons: ${load(`reasons/${id}`)},
  backtest: ${load(`backtest/${id}`)},
  presets: ${load(`presets/${id}`)},
  release: release(${JSON.stringify(id)}, { ${releases} })
}`;
  });
  const home = all.find(({ bundle }) => bundle.model.id === 'libya') ?? all[0];
  return `import { filled } from '$lib/model';
const once = (load) => {
  let made;
  return () => (made ??= load().then(({ default: lean }) => ({ default: filled(lean) })));
};
const release = (id, versions) => (version) =>
  Object.hasOwn(versions, version) ? versions[version]() : Promise.reject(new Error(id + ' has no frozen version ' + version));
export const catalogue = [${entries.join(', ')}];
export const home = ${JSON.stringify(home?.bundle.model.id ?? '')};
`;
}

async function loadAll(root: string, speaker: Speaker): Promise<readonly Shipped[]> {
  const places = [
    { below: join(root, 'models'), teaching: false },
    { below: join(root, 'models', 'teaching'), teaching: true }
  ];
  const folders = places.flatMap(({ below, teaching }) =>
    foldersOf(below)
      .filter((folder) => existsSync(join(folder, 'model.yaml')))
      .map((folder) => ({ folder, teaching }))
  );
  if (folders.length === 0) return [];
  const rooms = await importRooms(root);
  const problems: string[] = [];
  const all = folders.flatMap(({ folder, teaching }): Shipped[] => {
    const texts = yamlBelow(folder).map(
      (path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')] as const
    );
    const { bundle, diagnostics } = rooms.loadModel(new Map(texts));
    for (const diagnostic of diagnostics) {
      const at = { ...diagnostic.at, file: relative(root, join(folder, diagnostic.at.file)) };
      const line = rooms.formatDiagnostic({ ...diagnostic, at });
      if (diagnostic.severity === 'error') problems.push(line);
      else speaker.warn(line);
    }
    return bundle ? [{ folder, teaching, bundle, released: releasedIn(folder) }] : [];
  });
  const ids = all.map(({ bundle }) => bundle.model.id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) problems.push(`models: error: two models have the id ${twice}.`);
  if (problems.length > 0) throw new Error(`The models have errors:\n${problems.join('\n')}`);
  return all;
}

/** The rooms are TypeScript with `$lib` imports, which a configuration file cannot import by itself. */
async function importRooms(
  root: string
): Promise<
  Pick<typeof ModelRoom, 'loadModel' | 'lean' | 'deskText' | 'firstText'> & Pick<typeof Language, 'formatDiagnostic'>
> {
  const config = {
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { $lib: resolve(root, 'src/lib') } }
  } as const;
  const { module: model } = await runnerImport<typeof ModelRoom>(resolve(root, 'src/lib/model/index.ts'), config);
  const { module: language } = await runnerImport<typeof Language>(resolve(root, 'src/lib/language/index.ts'), config);
  const { loadModel, lean, deskText, firstText } = model;
  return { loadModel, lean, deskText, firstText, formatDiagnostic: language.formatDiagnostic };
}

function releasedIn(folder: string): readonly string[] {
  const below = join(folder, 'released');
  const versions = existsSync(below) ? readdirSync(below).filter((name) => name.endsWith('.json')) : [];
  return versions
    .map((name) => name.slice(0, -'.json'.length))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function foldersOf(below: string): readonly string[] {
  if (!existsSync(below)) return [];
  return readdirSync(below)
    .sort()
    .map((name) => join(below, name))
    .filter((path) => statSync(path).isDirectory());
}

/** The files that a model consists of: its own, its presets, and the shapes of its map. */
function yamlBelow(folder: string): readonly string[] {
  return [folder, join(folder, 'presets'), join(folder, 'geography')]
    .filter((below) => existsSync(below))
    .flatMap((below) => readdirSync(below).map((name) => join(below, name)))
    .filter((path) => /\.(yaml|topo\.json)$/.test(path))
    .sort();
}

function watch(server: ViteDevServer, folder: string, forget: () => void): void {
  server.watcher.add(folder);
  server.watcher.on('all', (_event, path) => {
    if (!path.startsWith(folder + sep) || !/\.(yaml|json)$/.test(path)) return;
    forget();
    for (const environment of Object.values(server.environments)) {
      for (const [id, node] of environment.moduleGraph.idToModuleMap) {
        if (id.startsWith(resolved)) environment.moduleGraph.invalidateModule(node);
      }
    }
    server.ws.send({ type: 'full-reload' });
  });
}
