import { lightPalette } from './light-palette';

/**
 * The colours of the desk, as data. Three palettes of the same names: `cssPalette` follows the page's theme through the
 * custom properties of palette.css, `lightPalette` and `darkPalette` are the same values written out, for files. Held by
 * palette.test.ts: text reaches a contrast of 4.5 on paper, lines and areas 3, and any two actors stay apart with the three
 * common colour-vision deficiencies. No actor wears a colour of its flag, and none wears red.
 */
export const actorColours = [
  'us',
  'russia',
  'turkiye',
  'egypt_uae',
  'italy_eu',
  'east',
  'west',
  'south',
  'joint',
  'other'
] as const;

export type ActorColour = (typeof actorColours)[number];

/** Scenarios that are compared, by their place; each has a dash and a mark of its own beside its colour. */
export const comparedColours = ['compared-a', 'compared-b', 'compared-c', 'compared-d'] as const;

export type ComparedColour = (typeof comparedColours)[number];

/** A colour by its name, so that one figure can be drawn in any palette. */
export type ColourName = 'accent' | 'statusQuo' | 'ink' | 'muted' | ActorColour | ComparedColour;

/** Plain CSS values. */
export interface Palette {
  /** Titles, labels. */
  readonly ink: string;
  /** Subtitles, axes, sources: still text. */
  readonly muted: string;
  /** Ticks and leaders: never text. */
  readonly faint: string;
  readonly grid: string;
  readonly paper: string;
  /** What the person touched: the scenario. */
  readonly accent: string;
  readonly statusQuo: string;
  readonly actors: Readonly<Record<ActorColour, string>>;
  readonly compared: Readonly<Record<ComparedColour, string>>;
}

export const darkPalette: Palette = {
  ink: '#eceae5',
  muted: '#a9afb6',
  faint: '#6b727a',
  grid: '#2c3138',
  paper: '#15181c',
  accent: '#f08c4a',
  statusQuo: '#a9afb6',
  actors: {
    us: '#e3bf5a',
    russia: '#9164c2',
    turkiye: '#74cbd3',
    egypt_uae: '#bb6f96',
    italy_eu: '#849c3d',
    east: '#8f5a28',
    west: '#6fa0d4',
    south: '#c39c92',
    joint: '#dae2eb',
    other: '#63656b'
  },
  compared: {
    'compared-a': '#5a8fee',
    'compared-b': '#d97a26',
    'compared-c': '#a8e6c8',
    'compared-d': '#e2a5ec'
  }
};

/** Name of the custom property that holds a colour: `--chart-ink`, `--actor-egypt-uae`. */
export function propertyOf(name: string): string {
  return (actorColours as readonly string[]).includes(name)
    ? `--actor-${name.replaceAll('_', '-')}`
    : `--chart-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function variable(name: string): string {
  return `var(${propertyOf(name)})`;
}

export const cssPalette: Palette = {
  ink: variable('ink'),
  muted: variable('muted'),
  faint: variable('faint'),
  grid: variable('grid'),
  paper: variable('paper'),
  accent: variable('accent'),
  statusQuo: variable('statusQuo'),
  actors: Object.fromEntries(actorColours.map((actor) => [actor, variable(actor)])) as Record<ActorColour, string>,
  compared: Object.fromEntries(comparedColours.map((name) => [name, variable(name)])) as Record<ComparedColour, string>
};

/** The value of a named colour in a palette. */
export function colourOf(palette: Palette, name: ColourName): string {
  if (name === 'accent' || name === 'statusQuo' || name === 'ink' || name === 'muted') return palette[name];
  return name in palette.compared ? palette.compared[name as ComparedColour] : palette.actors[name as ActorColour];
}

/** The style sheet palette.css: custom properties of a light page, of a dark one, and of one that follows the system. */
export function paletteCss(): string {
  const declare = (palette: Palette, indent: string): string => {
    const { actors, compared, ...names } = palette;
    return Object.entries({ ...names, ...actors, ...compared })
      .map(([name, value]) => `${indent}${propertyOf(name)}: ${value};\n`)
      .join('');
  };
  return [
    `:root {\n${declare(lightPalette, '  ')}}\n`,
    // On screen only: print is paper, whatever the screen was.
    `@media screen and (prefers-color-scheme: dark) {\n  :root:not([data-theme='light']) {\n${declare(darkPalette, '    ')}  }\n}\n`,
    `@media screen {\n  :root[data-theme='dark'] {\n${declare(darkPalette, '    ')}  }\n}\n`,
    `.chart {\n  display: block;\n  max-width: 100%;\n  height: auto;\n}\n`,
    `.chart-bands {\n  transition: opacity 150ms linear;\n}\n`,
    // Bands that wait for their successors step back, but not before a reader could see that they wait.
    `.chart-bands.lagging {\n  opacity: 0.45;\n  transition-delay: 180ms;\n}\n`,
    `@media (prefers-reduced-motion: reduce) {\n  .chart-bands {\n    transition-duration: 0s;\n  }\n}\n`,
    `.chart-reader {\n  cursor: crosshair;\n  touch-action: pan-y;\n}\n`,
    // The shape itself is outlined while it has the focus: a box around it would only hide its neighbours.
    `.chart-choice:focus-visible {\n  outline: none;\n}\n`,
    `.chart-choice {\n  cursor: pointer;\n}\n`
  ].join('\n');
}
