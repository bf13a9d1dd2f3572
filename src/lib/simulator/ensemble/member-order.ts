import type { Member } from '../simulator';
import type { Block } from './part';

/** Brings members, which come block by block in any order, into the order of their runs; a repeated block counts once. */
export class MemberOrder {
  private readonly early = new Map<number, { readonly to: number; readonly members: readonly Member[] }>();

  constructor(
    private next: number,
    private readonly take: (member: Member) => void
  ) {}

  add({ from, to }: Block, members: readonly Member[]): void {
    if (from < this.next) return;
    this.early.set(from, { to, members });
    for (let due = this.early.get(this.next); due; due = this.early.get(this.next)) {
      this.early.delete(this.next);
      this.next = due.to;
      due.members.forEach(this.take);
    }
  }
}
