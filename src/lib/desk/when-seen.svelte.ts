import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/**
 * What a figure is drawn from. While any of the figure is in the window, it follows every change at once; elsewhere
 * it catches up when nothing has changed for a moment, so that a moving slider draws only what is seen, and whoever
 * prints the page, saves it or has it read out finds all of it up to date. On a server everything is seen.
 */
export class WhenSeen<T> {
  #seen = $state(true);
  /** Times that the figure has caught up. */
  #caughtUp = $state(0);
  readonly #fresh: () => T;

  readonly current: T = $derived.by(() => {
    if (this.#seen) return this.#fresh();
    void this.#caughtUp;
    return untrack(this.#fresh);
  });

  /** `changes` reads, cheaply, everything that `fresh` depends on. Belongs into the beginning of a component. */
  constructor(fresh: () => T, changes: () => unknown) {
    this.#fresh = fresh;
    $effect(() => {
      changes();
      if (this.#seen) return;
      const timer = setTimeout(() => (this.#caughtUp += 1), quiet);
      return () => clearTimeout(timer);
    });
  }

  readonly attach: Attachment<Element> = (element) => {
    const observer = new IntersectionObserver((entries) => (this.#seen = entries.at(-1)?.isIntersecting ?? true));
    observer.observe(element);
    return () => observer.disconnect();
  };
}

/** Milliseconds without a change after which unseen figures follow. */
const quiet = 250;
