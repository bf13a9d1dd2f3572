import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lightPalette } from './light-palette';
import { actorColours, comparedColours, cssPalette, darkPalette, paletteCss, type Palette } from './palette';

/**
 * Colour arithmetic of the palette's promises: contrast after WCAG 2.2; differences in OKLab (Ottosson, 2020) as they appear
 * with full protanopia, deuteranopia and tritanopia (Machado, Oliveira and Fernandes, IEEE TVCG 15, 2009).
 */
type Triple = readonly [number, number, number];

const visions: Record<string, readonly Triple[]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
};

function linear(hex: string): Triple {
  const channel = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

function contrast(a: string, b: string): number {
  const [low, high] = [a, b].map((hex) => dot(linear(hex), [0.2126, 0.7152, 0.0722])).sort((x, y) => x - y) as [
    number,
    number
  ];
  return (high + 0.05) / (low + 0.05);
}

function seen(hex: string, vision: readonly Triple[]): Triple {
  const colour = vision.map((row) => Math.min(1, Math.max(0, dot(row, linear(hex))))) as unknown as Triple;
  const l = Math.cbrt(dot(colour, [0.4122214708, 0.5363325363, 0.0514459929]));
  const m = Math.cbrt(dot(colour, [0.2119034982, 0.6806995451, 0.1073969566]));
  const s = Math.cbrt(dot(colour, [0.0883024619, 0.2817188376, 0.6299787005]));
  return [
    dot([l, m, s], [0.2104542553, 0.793617785, -0.0040720468]),
    dot([l, m, s], [1.9779984951, -2.428592205, 0.4505937099]),
    dot([l, m, s], [0.0259040371, 0.7827717662, -0.808675766])
  ];
}

function difference(a: string, b: string, vision: readonly Triple[]): number {
  const [p, q] = [seen(a, vision), seen(b, vision)];
  return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

describe.each<[string, Palette]>([
  ['light', lightPalette],
  ['dark', darkPalette]
])('the %s palette', (_, palette) => {
  it('reads as text: ink, muted, accent and status quo reach 4.5 on paper', () => {
    for (const name of ['ink', 'muted', 'accent', 'statusQuo'] as const) {
      expect(contrast(palette[name], palette.paper), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('shows every actor with a contrast of 3 on paper', () => {
    for (const actor of actorColours)
      expect(contrast(palette.actors[actor], palette.paper), actor).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(visions))('keeps any two actors apart with %s', (_name, vision) => {
    for (const a of actorColours) {
      for (const b of actorColours) {
        if (a < b)
          expect(difference(palette.actors[a], palette.actors[b], vision), `${a} and ${b}`).toBeGreaterThan(6.5);
      }
    }
  });

  it('reads as text in the colours of scenarios that are compared, and keeps any two of them apart in every vision', () => {
    for (const a of comparedColours) {
      expect(contrast(palette.compared[a], palette.paper), a).toBeGreaterThanOrEqual(4.5);
      for (const b of comparedColours) {
        if (a >= b) continue;
        for (const vision of Object.values(visions))
          expect(difference(palette.compared[a], palette.compared[b], vision), `${a} and ${b}`).toBeGreaterThan(9);
      }
    }
  });

  it('keeps the scenario apart from the status quo in every vision', () => {
    for (const vision of Object.values(visions))
      expect(difference(palette.accent, palette.statusQuo, vision)).toBeGreaterThan(8);
  });
});

describe('the style sheet', () => {
  it('is palette.css', () => {
    const path = new URL('./palette.css', import.meta.url);
    if (process.env['UPDATE_GOLDEN'] === '1')
      writeFileSync(path, `${readFileSync(path, 'utf8').split('\n')[0]}\n${paletteCss()}`);
    expect(readFileSync(path, 'utf8')).toContain(paletteCss());
  });

  it('declares every property that the page palette asks for', () => {
    const css = paletteCss();
    const { actors, compared, ...names } = cssPalette;
    for (const value of [...Object.values(names), ...Object.values(actors), ...Object.values(compared)]) {
      const property = /^var\((--[a-z-]+)\)$/.exec(value)![1]!;
      expect(css.split(`${property}: #`)).toHaveLength(4);
    }
  });
});
