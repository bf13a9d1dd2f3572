/**
 * Lets messages in between two pieces of work: resolves in a task of its own, after those that wait already. A timer
 * would do too, but browsers hold timers back; Node has the very thing, `setImmediate`.
 */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else byMessage(resolve);
  });
}

const waiting: (() => void)[] = [];
let channel: MessageChannel | null = null;

function byMessage(resolve: () => void): void {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  waiting.push(resolve);
  channel.port2.postMessage(null);
}
