import * as v from 'valibot';
import { cell, cellKey, choice, exactPair, fields, freeKey, list, note, number, optional, table, text } from './shape';

/** loops.yaml: causal-loop diagrams, where their nodes stand, and the named feedback loops of a model. */
const both = () => fields({ en: text(), ar: text() });
const point = () => exactPair(number());

const group = fields({
  cells: note(v.pipe(list(cell()), v.minLength(1, 'filled')), 'Cells that are drawn as one node.'),
  label: both()
});

const diagram = fields({
  title: both(),
  about: both(),
  grid: note(point(), 'Columns and rows that the positions are counted on.'),
  links: note(optional(choice(['all', 'loops'])), 'Which links are drawn: all, or those of named loops.'),
  at: note(table(point(), cellKey), 'Nodes and where they stand: column and row, from the reading edge and the top.'),
  badges: note(optional(table(point())), 'Where the badge of a loop stands.'),
  bends: note(optional(table(number(), freeKey)), '“a > b: 0.3”: how far the arrow bends, as a part of its length.')
});

const loop = fields({
  badge: note(text(), 'R1, B2: as it stands in the drawing.'),
  polarity: choice(['reinforcing', 'balancing']),
  kind: note(
    optional(choice(['closed', 'open', 'self'])),
    'closed: ends where it begins; open: a chain that begins at an input; self: every stock slows itself.'
  ),
  title: both(),
  explanation: both(),
  paths: note(
    optional(list(v.pipe(list(cell()), v.minLength(2, 'two-or-more')))),
    'Chains of nodes, each read by the equation of the next; a closed loop returns from its last to its first.'
  )
});

export const loopsFile = fields({
  nodes: note(optional(table(group)), 'Groups of cells that are drawn as one.'),
  diagrams: table(diagram),
  loops: optional(table(loop))
});

export type LoopsFile = v.InferOutput<typeof loopsFile>;
