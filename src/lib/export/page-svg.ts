import { flushSync, mount, unmount, type Component } from 'svelte';
import { standaloneSvg } from './standalone';

/**
 * A figure as a standalone SVG document in the page: drawn once more in an element that is never shown, with the props of
 * the file (a written-out palette, a margin, no reader), so that the file does not depend on what the screen looks like.
 */
export function toSvg<Props extends object>(figure: Component<Props>, props: Props, document: Document): string {
  const target = document.createElement('div');
  const drawn = mount(figure as Component<Record<string, unknown>>, {
    target,
    props: { ...props } as Record<string, unknown>
  });
  try {
    flushSync();
    const svg = target.querySelector('svg');
    if (!svg) throw new Error('What was rendered is not a figure: it holds no svg element.');
    return standaloneSvg(new XMLSerializer().serializeToString(svg));
  } finally {
    void unmount(drawn);
  }
}
