import type { Frame, Table } from './figure';

/** What a causal-loop diagram is told: positions on a grid from the reading edge, links with signs and strengths, loops. */
export interface LoopFigureProps extends Frame {
  readonly grid: readonly [columns: number, rows: number];
  readonly nodes: readonly LoopNodeProps[];
  readonly links: readonly LoopLinkProps[];
  readonly badges: readonly LoopBadgeProps[];
  /** Says what boxes, strokes, signs and line weights mean. Wraps. */
  readonly key: string;
  /** The node or loop that is followed: by pointer or keys. Bindable. */
  followed?: string | null;
  /** The one that stays followed. Bindable. */
  pinned?: string | null;
}

export interface LoopNodeProps {
  readonly id: string;
  readonly label: string;
  readonly at: readonly [number, number];
  /** A stock has a box, an input a line under it. */
  readonly kind: 'stock' | 'variable' | 'input';
  /** For who hears the figure: what raises and lowers it, what it raises and lowers. */
  readonly says: string;
}

export interface LoopLinkProps {
  readonly from: string;
  readonly to: string;
  readonly sign: 'positive' | 'negative' | 'changing';
  /** 0 to 1: weight of the line. */
  readonly strength: number;
  /** The target builds up over time: two strokes across the arrow. */
  readonly delayed: boolean;
  /** Curvature as a part of the length; positive bends to the left of the arrow's way. */
  readonly bend?: number | undefined;
}

export interface LoopBadgeProps {
  readonly id: string;
  /** `R1`, `B2`. */
  readonly label: string;
  readonly at: readonly [number, number];
  /** Nodes of the loop in order, for each of its ways. The first one gives the badge its turn. */
  readonly ways: readonly (readonly string[])[];
  /** Whether the ways return to their beginning. */
  readonly closed: boolean;
  readonly says: string;
}

export interface LoopTableWords {
  readonly from: string;
  readonly to: string;
  readonly sign: string;
  readonly strength: string;
  readonly signs: Readonly<Record<LoopLinkProps['sign'], string>>;
  readonly format: (strength: number) => string;
}

/** The links as a table: from, to, sign, strength. */
export function loopTable({ title, subtitle, nodes, links }: LoopFigureProps, words: LoopTableWords): Table {
  const name = (id: string): string => nodes.find((node) => node.id === id)?.label ?? id;
  return {
    caption: `${title} — ${subtitle}`,
    columns: [
      { id: 'from', label: words.from, unit: '' },
      { id: 'to', label: words.to, unit: '' },
      { id: 'sign', label: words.sign, unit: '' },
      { id: 'strength', label: words.strength, unit: '0–1', format: words.format }
    ],
    rows: links.map(({ from, to, sign, strength }) => [name(from), name(to), words.signs[sign], strength])
  };
}
