import { coursesNeeded, loopWays, pairsOf } from '$lib/analysis';
import type { Trajectory } from '$lib/engine';
import { directionOf, loopsWords, type Locale } from '$lib/i18n';
import type { LoopDiagram, LoopMap, Model, ModelText, NamedLoop } from '$lib/model';
import type { Scenario } from '$lib/scenario';
import { graphOf, LoopCourse, type LinkView, type LoopsView, type PathView } from './course';

/** What the page of loops starts with. */
export interface LoopsSetup {
  readonly model: Model;
  readonly map: LoopMap;
  readonly presets: readonly { readonly id: string; readonly scenario: Scenario }[];
  /** The first preset at the last month, worked out while the site was built. */
  readonly view: LoopsView;
  readonly reading: () => { readonly locale: Locale; readonly text: ModelText };
}

/** Runs a scenario and gives the courses of the cells that are asked for; rejects where the run stops. */
export type Runner = (scenario: Scenario, save: readonly string[]) => Promise<Trajectory>;

/** The page of loops: which diagram, scenario and month are in view, and what is followed in the diagram. */
export class Loops {
  readonly model: Model;
  readonly map: LoopMap;
  readonly presets: LoopsSetup['presets'];
  readonly #view: LoopsView;
  readonly #reading: LoopsSetup['reading'];

  diagramId = $state('');
  presetId = $state('');
  month = $state(0);
  followed = $state<string | null>(null);
  pinned = $state<string | null>(null);
  /** Null until the browser has run the scenario itself: then any month can be looked at. */
  course = $state.raw<LoopCourse | null>(null);
  failed = $state(false);
  #run: Runner | null = null;

  constructor({ model, map, presets, view, reading }: LoopsSetup) {
    this.model = model;
    this.map = map;
    this.presets = presets;
    this.#view = view;
    this.#reading = reading;
    this.diagramId = map.diagrams[0]?.id ?? '';
    this.presetId = presets[0]?.id ?? '';
    this.month = view.month;
  }

  readonly locale = $derived.by(() => this.#reading().locale);
  readonly text = $derived.by(() => this.#reading().text);
  readonly direction = $derived(directionOf(this.locale));
  readonly words = $derived(loopsWords(this.locale));
  readonly months = $derived.by(() => (this.course?.rows ?? this.#view.rows) - 1);
  readonly start = $derived.by(() => this.course?.trajectory.start ?? this.#view.start);
  readonly diagram = $derived.by((): LoopDiagram => {
    const found = this.map.diagrams.find(({ id }) => id === this.diagramId) ?? this.map.diagrams[0];
    if (!found) throw new Error(`The model ${this.model.id} has no diagram in loops.yaml.`);
    return found;
  });
  readonly links = $derived.by(() => this.linksOf(this.diagram));
  /** The loops, strongest first; those without a gain at the end, in the model's order. */
  readonly ranked = $derived.by(() =>
    this.map.loops
      .map((loop, index) => ({ loop, index, paths: this.pathsOf(loop.id) }))
      .map((each) => ({ ...each, gain: strongest(each.paths) }))
      .sort((a, b) => rank(b) - rank(a) || a.index - b.index)
  );
  readonly stocks = $derived.by(() => this.course?.stocksAt(this.month) ?? this.#view.stocks);

  /** Links that are drawn: those that do something, and in a diagram of loops only theirs. */
  linksOf(diagram: LoopDiagram): readonly LinkView[] {
    const all = this.course?.linksAt(diagram.id, this.month) ?? this.#view.links[diagram.id] ?? [];
    const links = all.filter(({ sign }) => sign !== 'none');
    if (diagram.links === 'all') return links;
    const drawn = diagram.badges.flatMap(({ loop: id }) => {
      const loop = this.loop(id);
      if (!loop) return [];
      return loopWays(loop, diagram.nodes, links).flatMap((way) =>
        pairsOf(way, loop.kind === 'closed').map((pair) => pair.join('>'))
      );
    });
    return links.filter(({ from, to }) => drawn.includes(`${from}>${to}`));
  }

  pathsOf(loop: string): readonly PathView[] {
    return this.course?.pathsAt(loop, this.month) ?? this.#view.paths[loop] ?? [];
  }

  loop(id: string): NamedLoop | undefined {
    return this.map.loops.find((loop) => loop.id === id);
  }

  /** From now on scenarios are run here. */
  async open(run: Runner): Promise<void> {
    this.#run = run;
    await this.choose(this.presetId);
  }

  async choose(presetId: string): Promise<void> {
    this.presetId = presetId;
    const scenario = this.presets.find(({ id }) => id === presetId)?.scenario;
    if (!this.#run || !scenario) return;
    this.failed = false;
    try {
      const graph = graphOf(this.model);
      const trajectory = await this.#run(scenario, coursesNeeded(graph));
      // Somebody may have chosen another one since.
      if (this.presetId !== presetId) return;
      this.course = new LoopCourse(this.model, this.map, graph, scenario, trajectory);
      this.month = Math.min(this.month, this.course.rows - 1);
    } catch {
      this.failed = this.presetId === presetId;
    }
  }

  show(diagramId: string): void {
    this.diagramId = diagramId;
    const { nodes, badges } = this.diagram;
    const known = [...nodes.map(({ id }) => id), ...badges.map(({ loop }) => loop)];
    if (this.pinned !== null && !known.includes(this.pinned)) this.pinned = null;
    this.followed = null;
  }

  /** Holds a loop in a diagram that draws it: the one in view where it does, else the first. */
  showLoop(id: string): void {
    const draws = (diagram: LoopDiagram): boolean => diagram.badges.some(({ loop }) => loop === id);
    const diagram = draws(this.diagram) ? this.diagram : this.map.diagrams.find(draws);
    if (!diagram) return;
    this.show(diagram.id);
    this.pinned = id;
  }
}

function strongest(paths: readonly PathView[]): number | null {
  return paths.reduce<number | null>(
    (most, { gain }) => (gain !== null && (most === null || Math.abs(gain) > Math.abs(most)) ? gain : most),
    null
  );
}

function rank({ gain, loop }: { readonly gain: number | null; readonly loop: NamedLoop }): number {
  // What arrives at the end of an open chain is no gain of a loop.
  return gain === null || loop.kind !== 'closed' ? -1 : Math.abs(gain);
}
