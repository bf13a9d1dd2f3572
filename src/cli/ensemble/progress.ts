import type { Session } from '../environment';
import { textOf } from '../text';

/**
 * One line on the terminal that is drawn over: how much is done, how fast, how long to go. Where messages go to a file or
 * a pipe there is no such line.
 */
export interface Progress {
  /** Runs that are done by now. */
  show(done: number): void;
  /** Wipes the line, so that what follows starts on a clean one. */
  end(): void;
}

const BETWEEN = 200;
const WIDTH = 24;

/** `before`: runs that an earlier command did; they do not count for the speed. */
export function openProgress(session: Session, planned: number, before: number): Progress {
  if (!session.isTerminal) return { show: () => undefined, end: () => undefined };
  const text = textOf(session.locale).ensemble;
  const began = session.now();
  let last = -Infinity;
  return {
    show: (done) => {
      const now = session.now();
      if (now - last < BETWEEN && done < planned) return;
      last = now;
      const perSecond = (1000 * (done - before)) / Math.max(now - began, 1);
      const left = clock((planned - done) / Math.max(perSecond, 1e-9));
      session.warn(`\r\u001b[K${bar(done / planned)} ${text.progress(done, planned, Math.round(perSecond), left)}`);
    },
    end: () => session.warn('\r\u001b[K')
  };
}

function bar(share: number): string {
  const full = Math.floor(WIDTH * share);
  return `[${'='.repeat(full)}${' '.repeat(WIDTH - full)}]`;
}

/** `1:02:03`, or `2:03` below an hour; a dash where nobody can say yet. */
export function clock(seconds: number): string {
  if (!(seconds < 1e7)) return '-';
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (count: number): string => String(count).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
