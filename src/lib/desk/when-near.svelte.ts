import type { Attachment } from 'svelte/attachments';

/** Whether a person has come near an element: what is heavy loads then, and not before. Once near, it stays so. */
export class WhenNear {
  near = $state(false);

  readonly attach: Attachment<Element> = (element) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.near = true;
      },
      { rootMargin: '25% 0%' }
    );
    observer.observe(element);
    return () => observer.disconnect();
  };
}
