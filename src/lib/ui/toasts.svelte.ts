/** Short messages that pass by. Each stands for as long as `setTimer` says; the clock is the caller's. */
export interface Toast {
  readonly id: number;
  readonly text: string;
}

export type Timer = (callback: () => void, milliseconds: number) => unknown;

export class Toasts {
  items = $state.raw<readonly Toast[]>([]);
  #next = 1;
  readonly #setTimer: Timer;

  constructor(setTimer: Timer) {
    this.#setTimer = setTimer;
  }

  say(text: string, milliseconds = 6000): void {
    const id = this.#next++;
    this.items = [...this.items.slice(-2), { id, text }];
    this.#setTimer(() => this.dismiss(id), milliseconds);
  }

  dismiss(id: number): void {
    this.items = this.items.filter((toast) => toast.id !== id);
  }
}
