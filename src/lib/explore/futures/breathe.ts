import { breath } from '$lib/simulator';

/** Long work in pieces: lets the page go on as soon as a piece has taken so many milliseconds. */
export function breather(clock: () => number, most = 12): () => Promise<void> | undefined {
  let since = clock();
  return () => {
    if (clock() - since < most) return undefined;
    return breath().then(() => {
      since = clock();
    });
  };
}
