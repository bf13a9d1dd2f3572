import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { standaloneSvg } from './standalone';

/** A figure as a standalone SVG document where there is no DOM: the command line, prerendering, tests. */
export function toSvg<Props extends Record<string, unknown>>(figure: Component<Props>, props: Props): string {
  return standaloneSvg(render(figure as Component<Record<string, unknown>>, { props }).body);
}
