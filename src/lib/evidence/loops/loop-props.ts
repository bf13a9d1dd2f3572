import { loopWays } from '$lib/analysis';
import { cssPalette, type LoopFigureProps, type LoopNodeProps } from '$lib/charts';
import { addMonths, catalogue, formatMonth, formatPercent } from '$lib/i18n';
import type { LoopDiagram, NamedLoop } from '$lib/model';
import type { LinkView } from './course';
import { kindOf, labelOf } from './labels';
import type { Loops } from './loops.svelte';

const family = "'IBM Plex Sans Arabic', 'IBM Plex Sans', sans-serif";

/** From the page's state to what the figure of a diagram is told. */
export function diagramProps(loops: Loops, width: number): LoopFigureProps {
  const { diagram, links, words, locale, text, model, direction, start, month } = loops;
  const title = diagram.title[locale];
  const scenario = text.presets[loops.presetId]?.name ?? loops.presetId;
  const drawn = links.flatMap(({ from, to, sign, strength, delayed }) => {
    const bend = diagram.bends.find((each) => each.from === from && each.to === to)?.bend;
    return sign === 'none' ? [] : [{ from, to, sign, strength, delayed, bend }];
  });
  return {
    id: `loops-${diagram.id.replaceAll('_', '-')}`,
    title,
    subtitle: words.subtitle(scenario, formatMonth(locale, addMonths(start, month))),
    source: catalogue(locale).figures.sourceLine(text.title, model.version),
    summary: words.summary(title, diagram.nodes.length, links.length, diagram.badges.length),
    key: words.key(formatMonth(locale, start)),
    width,
    locale,
    direction,
    palette: cssPalette,
    fontFamily: family,
    interactive: true,
    grid: diagram.grid,
    nodes: nodesOf(loops, diagram, links),
    links: drawn,
    badges: diagram.badges.flatMap(({ loop: id, at }) => {
      const loop = loops.loop(id);
      if (!loop) return [];
      const ways = loopWays(loop, diagram.nodes, links);
      return [{ id, label: loop.badge, at, ways, closed: loop.kind === 'closed', says: sayLoop(loops, loop) }];
    })
  };
}

function nodesOf(loops: Loops, { nodes }: LoopDiagram, links: readonly LinkView[]): readonly LoopNodeProps[] {
  const { map, text, model } = loops;
  return nodes.map(({ id, cells, at }) => {
    const label = labelOf(map, text, id);
    return { id, label, at, kind: kindOf(model, cells), says: sayNode(loops, label, id, links) };
  });
}

/** "Trust. Raised by agreement, border effort; lowered by violence. Raises the unified force." */
function sayNode(loops: Loops, label: string, id: string, links: readonly LinkView[]): string {
  const { words } = loops;
  const { causes, effects } = neighboursOf(loops, id, links);
  const names = (list: readonly Neighbour[], sign: LinkView['sign']): readonly string[] =>
    list.filter((each) => each.sign === sign).map((each) => each.label);
  return words.says(label, {
    raisedBy: names(causes, 'positive'),
    loweredBy: names(causes, 'negative'),
    changingBy: names(causes, 'changing'),
    raises: names(effects, 'positive'),
    lowers: names(effects, 'negative'),
    changes: names(effects, 'changing')
  });
}

function sayLoop({ words, locale }: Loops, { badge, title, polarity }: NamedLoop): string {
  return words.saysLoop(badge, title[locale], words.polarity[polarity]);
}

/** What stands at the other end of a link. */
export interface Neighbour {
  readonly id: string;
  readonly label: string;
  readonly sign: LinkView['sign'];
  /** As it is shown: `31%`. */
  readonly strength: string;
}

/** Causes and effects of a node in the diagram in view, strongest first. */
export function neighboursOf(
  { map, text, locale }: Loops,
  id: string,
  links: readonly LinkView[]
): { readonly causes: readonly Neighbour[]; readonly effects: readonly Neighbour[] } {
  const neighbour = (end: 'from' | 'to') => (link: LinkView) => ({
    id: link[end],
    label: labelOf(map, text, link[end]),
    sign: link.sign,
    strength: formatPercent(locale, 100 * link.strength)
  });
  const sorted = [...links].sort((a, b) => b.strength - a.strength);
  return {
    causes: sorted.filter(({ to }) => to === id).map(neighbour('from')),
    effects: sorted.filter(({ from }) => from === id).map(neighbour('to'))
  };
}

/** One loop by itself: the nodes of its first way through the diagram of the whole. Null where it is drawn nowhere. */
export function ringProps(loops: Loops, loop: NamedLoop, width: number): LoopFigureProps | null {
  const { map, locale, direction, text, model } = loops;
  for (const diagram of map.diagrams) {
    if (!diagram.badges.some((badge) => badge.loop === loop.id)) continue;
    const links = loops.linksOf(diagram);
    const [way] = loopWays(loop, diagram.nodes, links);
    if (!way) continue;
    const closed = loop.kind === 'closed';
    const follows = (from: string, to: string): boolean => {
      const index = way.indexOf(from);
      return way[index + 1] === to || (closed && index === way.length - 1 && way[0] === to);
    };
    return {
      id: `ring-${loop.id.replaceAll('_', '-')}`,
      title: '',
      subtitle: '',
      source: '',
      summary: '',
      key: '',
      width,
      locale,
      direction,
      palette: cssPalette,
      fontFamily: family,
      grid: [1, 1],
      nodes: way.flatMap((id) => {
        const node = diagram.nodes.find((each) => each.id === id);
        if (!node) return [];
        return [{ id, label: labelOf(map, text, id), at: [0, 0], kind: kindOf(model, node.cells), says: '' } as const];
      }),
      links: links.flatMap(({ from, to, sign, strength, delayed }) =>
        follows(from, to) && sign !== 'none' ? [{ from, to, sign, strength, delayed }] : []
      ),
      badges: [{ id: loop.id, label: loop.badge, at: [0, 0], ways: [way], closed, says: '' }]
    };
  }
  return null;
}
