/**
 * Lets messages in between two pieces of work: resolves in a task of its own, after those that wait already. A timer
 * would do too, but browsers hold timers back.
 */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
