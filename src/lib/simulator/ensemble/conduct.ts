import type { EnsembleResult } from '$lib/analysis';
import { SimulatorError } from '../error';
import { WorkerDeath, type Hand } from '../hand';
import type { EnsembleOptions, EnsembleReport, Member } from '../simulator';
import { MemberOrder } from './member-order';
import type { Block, Gathered } from './part';
import { blocksOf, countBlocks, stagesOf, type Stage } from './schedule';
import type { EnsembleTask } from './task';

/**
 * Conducts an ensemble over any number of hands, each a worker or this thread. Blocks go out in ascending order, a few to
 * each hand so that none waits for this thread. When all blocks of a stage are in, every hand gives its part to the
 * gatherer, the last hand (the first one answers single runs), while blocks of the next stage go on. A hand that dies
 * takes with it what it had not handed over: those blocks are repeated; where the gatherer dies, all of them.
 */
export interface Conducting {
  readonly task: EnsembleTask;
  readonly hands: readonly Hand[];
  readonly range: Stage;
  readonly blockSize: number;
  readonly coarse: number;
  readonly options: EnsembleOptions;
}

/** Blocks that a hand has on its desk at most. */
const DEPTH = 3;
/** Deaths of one hand in a row, without a block in between, after which it is no accident. */
const DEATHS = 3;

interface StageState {
  readonly stage: Stage;
  /** Blocks that are not in. */
  left: number;
  /** What has been handed over and waits for the gatherer. */
  parts: { readonly bytes: Uint8Array<ArrayBuffer>; readonly blocks: readonly Block[] }[];
  /** Blocks that the gatherer has brought into the whole, or is bringing. */
  gathered: Block[];
  state: 'open' | 'settling' | 'settled';
  reported: boolean;
}

export function conduct(conducting: Conducting): Promise<EnsembleReport> {
  return new Promise((resolve, reject) => new Conductor(conducting, resolve, reject).begin());
}

class Conductor {
  private readonly stages: StageState[];
  private readonly blocks: Generator<Block>;
  private readonly queue: Block[] = [];
  private readonly desks: { flying: number; deaths: number; held: Block[]; readonly unwatch: () => void }[];
  private readonly members: Member[] = [];
  private readonly order: MemberOrder;
  private undispatched: number;
  private done = 0;
  private over = false;

  constructor(
    private readonly given: Conducting,
    private readonly resolve: (report: EnsembleReport) => void,
    private readonly reject: (error: unknown) => void
  ) {
    const { range, coarse, blockSize, hands, options } = given;
    const stages = stagesOf(range, coarse);
    this.stages = stages.map((stage) => ({
      stage,
      left: countBlocks(stage, blockSize),
      parts: [],
      gathered: [],
      state: 'open',
      reported: false
    }));
    this.undispatched = this.stages.reduce((sum, { left }) => sum + left, 0);
    this.blocks = blocksOf(stages, blockSize, options.members ?? []);
    this.desks = hands.map((hand, h) => ({
      flying: 0,
      deaths: 0,
      held: [],
      unwatch: hand.watch((death) => this.mourn(h, death))
    }));
    this.order = new MemberOrder(range.from, options.onMember ?? ((member) => this.members.push(member)));
  }

  begin(): void {
    const { signal } = this.given.options;
    if (signal?.aborted) return this.abort();
    signal?.addEventListener('abort', this.abort);
    this.goOn();
  }

  private readonly abort = (): void => this.fail(new SimulatorError('aborted'));

  private fail(thrown: unknown): void {
    this.end(() => this.reject(thrown));
  }

  private end(tell: () => void): void {
    if (this.over) return;
    this.over = true;
    const { hands, task, options } = this.given;
    options.signal?.removeEventListener('abort', this.abort);
    for (const { unwatch } of this.desks) unwatch();
    for (const hand of hands) hand.tell((far) => far.drop(task.id));
    tell();
  }

  private goOn(): void {
    this.pump();
    this.settle();
  }

  /** Gives every hand its due, first one block each, then a second. */
  private pump(): void {
    for (let depth = 1; depth <= DEPTH; depth++) {
      for (const [h, desk] of this.desks.entries()) {
        // Near the end nobody hoards what another could do meanwhile.
        const due = Math.min(depth, Math.ceil(this.undispatched / (2 * this.desks.length)));
        if (this.over || desk.flying >= due) continue;
        const block = this.take(h);
        if (block) void this.send(h, block);
      }
    }
  }

  /** The next block, rather one that this hand had in earlier ensembles too: it may have kept the reference's runs. */
  private take(h: number): Block | undefined {
    const { hands, blockSize } = this.given;
    while (this.queue.length < 2 * hands.length) {
      const { value, done } = this.blocks.next();
      if (done) break;
      this.queue.push(value);
    }
    const stage = this.queue[0]?.stage;
    const known = this.queue.findIndex(
      (block) => block.stage === stage && Math.floor(block.from / blockSize) % hands.length === h
    );
    return this.queue.splice(Math.max(known, 0), 1)[0];
  }

  private async send(h: number, block: Block): Promise<void> {
    const { task, hands } = this.given;
    const desk = this.desks[h]!;
    desk.flying += 1;
    this.undispatched -= 1;
    const members = await hands[h]!.ask((far) => far.block(task, block)).catch((thrown: unknown) => {
      this.putBack([block]);
      return this.carryOn(thrown);
    });
    desk.flying -= 1;
    if (this.over) return;
    if (members) this.takeIn(h, block, members);
    this.goOn();
  }

  private takeIn(h: number, block: Block, members: readonly Member[]): void {
    const desk = this.desks[h]!;
    desk.deaths = 0;
    desk.held.push(block);
    this.stages[block.stage]!.left -= 1;
    this.done += block.to - block.from;
    try {
      this.order.add(block, members);
      this.report(null);
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  private report(partial: EnsembleResult | null): void {
    const { range, options } = this.given;
    options.onProgress?.({ done: this.done, planned: range.to - range.from, partial });
  }

  /** A death has been mourned already; anything else that is thrown ends the ensemble. */
  private carryOn(thrown: unknown): null {
    if (!(thrown instanceof WorkerDeath)) this.fail(thrown);
    return null;
  }

  /** What a dead hand held is to be done again; the gatherer's whole too. */
  private mourn(h: number, death: WorkerDeath): void {
    const desk = this.desks[h]!;
    desk.deaths += 1;
    if (desk.deaths >= DEATHS) return this.fail(new SimulatorError('worker-died', { reason: death.message }));
    this.undo(desk.held.splice(0));
    if (h < this.desks.length - 1) return;
    for (const one of this.stages) {
      this.undo(one.gathered.splice(0));
      if (one.state === 'settled') one.state = 'open';
    }
  }

  private undo(blocks: readonly Block[]): void {
    for (const { stage, from, to } of blocks) {
      this.stages[stage]!.left += 1;
      this.done -= to - from;
    }
    this.putBack(blocks);
  }

  private putBack(blocks: readonly Block[]): void {
    this.undispatched += blocks.length;
    this.queue.push(...blocks);
    this.queue.sort((a, b) => a.from - b.from);
  }

  /** Settles the first stage that is not settled, where all of it is in. */
  private settle(): void {
    const stage = this.stages.findIndex(({ state }) => state !== 'settled');
    const one = this.stages[stage];
    if (this.over || !one || one.state === 'settling' || one.left > 0) return;
    one.state = 'settling';
    void this.close(stage, one);
  }

  private async close(stage: number, one: StageState): Promise<void> {
    const gathered = await this.collect(stage, one).catch((thrown: unknown) => this.carryOn(thrown));
    if (this.over) return;
    one.state = gathered ? 'settled' : 'open';
    try {
      if (gathered) this.tell(stage, one, gathered);
    } catch (thrown) {
      this.fail(thrown);
    }
    this.goOn();
  }

  /** Null where a hand died meanwhile and blocks of the stage are to be done again. */
  private async collect(stage: number, one: StageState): Promise<Gathered | null> {
    const { task, hands, options } = this.given;
    const last = hands.length - 1;
    const takeFrom = (h: number): Block[] => {
      const desk = this.desks[h]!;
      const blocks = desk.held.filter((block) => block.stage === stage);
      desk.held = desk.held.filter((block) => block.stage !== stage);
      return blocks;
    };
    const parts = hands.slice(0, last).map(async (hand, h) => {
      if (!this.desks[h]!.held.some((block) => block.stage === stage)) return;
      const bytes = await hand.ask((far) => far.handOver(task.id, stage));
      if (bytes) one.parts.push({ bytes, blocks: takeFrom(h) });
    });
    const failed = (await Promise.allSettled(parts)).find((part) => part.status === 'rejected');
    if (failed) throw failed.reason;
    if (this.over || one.left > 0) return null;
    const sent = one.parts.splice(0);
    one.gathered.push(...sent.flatMap(({ blocks }) => blocks), ...takeFrom(last));
    const wantsBytes = stage === this.stages.length - 1 && options.bytes === true;
    const bytes = sent.map((part) => part.bytes);
    return hands[last]!.ask((far) => far.gather(task, stage, bytes, wantsBytes));
  }

  private tell(stage: number, one: StageState, { result, bytes }: Gathered): void {
    if (stage === this.stages.length - 1) return this.end(() => this.resolve({ result, members: this.members, bytes }));
    if (!one.reported) this.report(result);
    one.reported = true;
  }
}
