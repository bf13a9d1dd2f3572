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

/** A colour by its name, so that one figure can be drawn in any palette. */
export type ColourName = 'accent' | 'statusQuo' | 'ink' | 'muted' | ActorColour;

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
}

export const lightPalette: Palette = {
  ink: '#1d2126',
  muted: '#5c636b',
  faint: '#9aa0a6',
  grid: '#e6e4de',
  paper: '#fdfcf9',
  accent: '#b3470e',
  statusQuo: '#5c636b',
  actors: {
    us: '#c08a1e',
    russia: '#6b4c9a',
    turkiye: '#3f9aa0',
    egypt_uae: '#a34d78',
    italy_eu: '#7d9440',
    east: '#8a5f3a',
    west: '#3f6790',
    south: '#b79a6b',
    joint: '#3b4149',
    other: '#8d9298'
  }
};

export const darkPalette: Palette = {
  ink: '#eceae5',
  muted: '#a9afb6',
  faint: '#6b727a',
  grid: '#2c3138',
  paper: '#15181c',
  accent: '#f08c4a',
  statusQuo: '#a9afb6',
  actors: {
    us: '#d6a53f',
    russia: '#9b7fd1',
    turkiye: '#56b3b8',
    egypt_uae: '#cf7aa3',
    italy_eu: '#9db558',
    east: '#a87a50',
    west: '#6f9bc8',
    south: '#d2b98c',
    joint: '#cfd4da',
    other: '#868c93'
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
  actors: Object.fromEntries(actorColours.map((actor) => [actor, variable(actor)])) as Record<ActorColour, string>
};

/** The value of a named colour in a palette. */
export function colourOf(palette: Palette, name: ColourName): string {
  if (name === 'accent' || name === 'statusQuo' || name === 'ink' || name === 'muted') return palette[name];
  return palette.actors[name];
}
