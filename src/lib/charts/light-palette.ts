import type { Palette } from './palette';

/** The light colours written out, for files; a page that only shows figures follows its style sheet and does without them. */
export const lightPalette: Palette = {
  ink: '#1d2126',
  muted: '#5c636b',
  faint: '#9aa0a6',
  grid: '#e6e4de',
  paper: '#fdfcf9',
  accent: '#b3470e',
  statusQuo: '#5c636b',
  actors: {
    us: '#bf870f',
    russia: '#9172ca',
    turkiye: '#439f9f',
    egypt_uae: '#792f64',
    italy_eu: '#727c1b',
    east: '#815939',
    west: '#3a6a9d',
    south: '#a1736d',
    joint: '#2b313c',
    other: '#5e6369'
  },
  compared: {
    'compared-a': '#17477a',
    'compared-b': '#7d3d0c',
    'compared-c': '#178267',
    'compared-d': '#a93ab8'
  }
};
