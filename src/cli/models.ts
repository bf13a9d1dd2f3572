import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type Diagnostic } from '$lib/language';
import { computingFiles, loadModel, parseModel, type LoadedModel, type Model, type ModelBundle } from '$lib/model';
import type { LinkModels } from '$lib/scenario';
import type { Session } from './environment';
import { isFolder, locate, readModelFolder, readText } from './files';
import { Refusal } from './refusal';
import { textOf } from './text';

/** Where the models of the project stand; a model's folder has its id as name. */
const shelves = ['models', 'models/teaching'];

export const standardModel = 'libya';

/** Reads and checks the model in a folder, the whole of it. `named` is the folder as the person wrote it. */
export function readModel(session: Session, named: string): LoadedModel {
  return loadModel(filesOf(session, named));
}

function filesOf(session: Session, named: string): ReadonlyMap<string, string> {
  const folder = locate(session, named);
  if (!folder || !isFolder(folder)) throw new Refusal((t) => t.noModelFolder(named));
  if (!existsSync(join(folder, 'model.yaml'))) throw new Refusal((t) => t.noModelFile(named));
  return readModelFolder(folder, named);
}

/** One line per diagnostic, as editors and terminals understand it: `file:line:column: error: what`. */
export function diagnosticLine(session: Session, named: string, diagnostic: Diagnostic): string {
  const text = textOf(session.locale);
  const { file, line, column } = diagnostic.at;
  const path = `${named.replace(/[\\/]+$/, '')}/${file}`;
  return `${path}:${line}:${column}: ${text[diagnostic.severity]}: ${describe(diagnostic, session.locale)}\n`;
}

/**
 * The models that a run may need, each read once, with what is computed with. With a folder of the person's own, that one
 * alone.
 */
export class Models {
  readonly #bundles = new Map<string, ModelBundle>();

  constructor(
    private readonly session: Session,
    private readonly own: string | undefined
  ) {}

  /** The model of that id, else null; the person's own folder stands for any id that it has. */
  find(id: string): ModelBundle | null {
    if (this.own !== undefined) {
      const bundle = this.#read(this.own);
      return bundle.model.id === id ? bundle : null;
    }
    if (!/^[a-z][a-z0-9_-]*$/.test(id)) return null;
    const folder = shelves
      .map((shelf) => `${shelf}/${id}`)
      .find((path) => existsSync(join(this.session.root, path, 'model.yaml')));
    return folder === undefined ? null : this.#read(folder);
  }

  /** The model where nothing names one. */
  standard(): ModelBundle {
    return this.#read(this.own ?? `models/${standardModel}`);
  }

  /** The same, as links and files ask for them: by id and version. The standard model is read only if it is asked for. */
  forLinks(): LinkModels {
    const find = (id: string, version: string | null): Model | null => {
      const model = this.find(id)?.model ?? null;
      if (version === null || model?.version === version) return model;
      return model && this.#released(id, version);
    };
    const standard = (): Model => this.standard().model;
    return {
      find,
      get standard() {
        return standard();
      }
    };
  }

  /** A frozen version of a model that stands in the project or in the person's own folder, else null. */
  #released(id: string, version: string): Model | null {
    if (!/^\d+\.\d+\.\d+$/.test(version)) return null;
    const folders = this.own === undefined ? shelves.map((shelf) => `${shelf}/${id}`) : [this.own];
    for (const folder of folders) {
      const named = `${folder}/released/${version}.json`;
      const place = locate(this.session, named);
      if (place) return parseModel(JSON.parse(readText(place, named)));
    }
    return null;
  }

  #read(named: string): ModelBundle {
    const known = this.#bundles.get(named);
    if (known) return known;
    const { bundle, diagnostics } = loadModel(computingFiles(filesOf(this.session, named)));
    if (!bundle) {
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      this.session.warn(errors.map((one) => diagnosticLine(this.session, named, one)).join(''));
      throw new Refusal((t) => t.brokenModel(named));
    }
    this.#bundles.set(named, bundle);
    return bundle;
  }
}
