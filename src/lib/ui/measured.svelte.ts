import type { Attachment } from 'svelte/attachments';

/** The width of an element, in whole CSS pixels, kept up to date. Until it is known, what the server assumed. */
export class Measured {
  width = $state(0);

  constructor(assumed: number) {
    this.width = assumed;
  }

  readonly attach: Attachment<HTMLElement> = (element) => {
    const measure = (): void => {
      const width = Math.floor(element.clientWidth);
      if (width > 0) this.width = width;
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  };
}
