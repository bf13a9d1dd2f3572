import type { WorkerLike } from '$lib/simulator';
import { serve } from '../../src/lib/simulator/serve';
import { createService, type Service } from '../../src/lib/simulator/service';

/** A worker without a thread: a service behind a message channel, which a test can slow down, watch and kill. */
export interface Manners {
  /** False for one that never answers. */
  readonly serving?: boolean;
  readonly service?: Service;
  /** Tasks to wait before each message goes out; messages keep their order. */
  readonly delay?: () => number;
}

export class ChannelWorker extends EventTarget implements WorkerLike {
  terminated = false;
  /** Messages sent to it so far. */
  sent = 0;
  onSend: (() => void) | null = null;
  private readonly near: MessagePort;
  private readonly far: MessagePort;
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly manners: Manners = {}) {
    super();
    const { serving = true, service = createService() } = manners;
    const channel = new MessageChannel();
    this.near = channel.port1;
    this.far = channel.port2;
    this.near.addEventListener('message', (event) =>
      this.dispatchEvent(new MessageEvent('message', { data: event.data }))
    );
    this.near.start();
    if (serving) serve(this.far as unknown as Parameters<typeof serve>[0], service);
  }
  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.sent += 1;
    const tasks = this.manners.delay?.() ?? 0;
    const send = (): void => this.near.postMessage(message, transfer as never[]);
    if (!this.manners.delay) send();
    else this.last = this.last.then(() => idle(tasks)).then(() => void (this.terminated || send()));
    this.onSend?.();
  }
  terminate(): void {
    this.terminated = true;
    this.near.close();
    this.far.close();
  }
  die(): void {
    this.dispatchEvent(new Event('error'));
  }
}

export async function idle(tasks: number): Promise<void> {
  for (let i = 0; i < tasks; i++) await new Promise((resolve) => setTimeout(resolve, 0));
}
