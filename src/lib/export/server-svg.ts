import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { standaloneSvg } from './standalone';

/**
 * A figure as a standalone SVG document where there is no DOM: the command line, prerendering, tests. It stands beside the
 * door, not behind it, so that no page ever loads the server's renderer.
 */
export function toSvg<Props extends object>(figure: Component<Props>, props: Props): string {
  return standaloneSvg(
    render(figure as Component<Record<string, unknown>>, { props: { ...props } as Record<string, unknown> }).body
  );
}
