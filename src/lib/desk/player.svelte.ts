/**
 * Lets the months pass. Never starts by itself; stops at the end. The clock comes from outside: `every` calls back again and
 * again and gives what stops it. For those who want no motion, it goes from year to year, slowly.
 */
export class Player {
  playing = $state(false);
  #stop: (() => void) | null = null;

  constructor(private readonly every: (callback: () => void, milliseconds: number) => () => void) {}

  /** From `month` on, or from the start where that is the last one. `onmonth` is told each month that is reached. */
  play(month: number, months: number, still: boolean, onmonth: (month: number) => void): void {
    this.pause();
    this.playing = true;
    let at = month >= months ? 0 : month;
    onmonth(at);
    const stride = still ? 12 : 1;
    this.#stop = this.every(
      () => {
        at = Math.min(months, at + stride);
        onmonth(at);
        if (at === months) this.pause();
      },
      still ? stillPace : pace
    );
  }

  pause(): void {
    this.#stop?.();
    this.#stop = null;
    this.playing = false;
  }
}

/** Milliseconds from one month to the next; ten years take a quarter of a minute. */
const pace = 125;
const stillPace = 1500;
