import type { NewEntry } from '../../utils/db/new-rows';

export interface PlainEntry {
  id: number;
  feedId: number;
  key: string;
  sortAt: number;
  arrivedAt: number;
  contentHash: string;
  isRead: boolean;
  isStarred: boolean;
}

/** What the store is meant to do, without watermarks, slices or counts: entries, and what each mark-all had read. */
export class PlainModel {
  readonly entries = new Map<number, PlainEntry>();
  readonly removed = new Set<number>();
  /** By undoId: what an undo would make unread. */
  readonly marks = new Map<number, Set<number>>();
  /** Undone, but their rows may not have been rewritten yet. */
  readonly unsettled = new Set<number>();

  constructor(readonly feedIds: readonly number[]) {}

  of(feedId: number): PlainEntry[] {
    return [...this.entries.values()].filter((entry) => entry.feedId === feedId);
  }

  add(feedId: number, ids: readonly number[], added: readonly NewEntry[]): void {
    const known = new Map(this.of(feedId).map((entry) => [entry.key, entry]));
    const fresh = added.filter(({ entry }) => !known.has(entry.key));
    for (const { entry } of added) {
      const old = known.get(entry.key);
      if (old) old.contentHash = entry.contentHash;
    }
    for (const [i, { entry }] of fresh.entries()) {
      const { key, sortAt, arrivedAt, contentHash } = entry;
      const id = ids[i] ?? Number.NaN;
      this.entries.set(id, {
        id,
        feedId,
        key,
        sortAt,
        arrivedAt,
        contentHash,
        isRead: false,
        isStarred: false,
      });
    }
  }

  markRead(ids: readonly number[], isToBeRead: boolean): number {
    let changed = 0;
    for (const id of ids) {
      const entry = this.entries.get(id);
      if (!entry) continue;
      if (entry.isRead !== isToBeRead) changed += 1;
      entry.isRead = isToBeRead;
      this.unsettled.delete(id);
      for (const mark of this.marks.values()) mark.delete(id);
    }
    return changed;
  }

  star(ids: readonly number[], isToBeStarred: boolean): number {
    const turned = ids
      .map((id) => this.entries.get(id))
      .filter((entry) => entry !== undefined)
      .filter((entry) => entry.isStarred !== isToBeStarred);
    for (const entry of turned) entry.isStarred = isToBeStarred;
    return turned.length;
  }

  /** What a mark-all would read. */
  meant(feedIds: readonly number[], before: number | undefined): PlainEntry[] {
    return [...this.entries.values()].filter(
      (entry) =>
        feedIds.includes(entry.feedId) && !entry.isRead && (before === undefined || entry.arrivedAt < before),
    );
  }

  markAll(meant: readonly PlainEntry[], undoId: number): void {
    for (const entry of meant) entry.isRead = true;
    if (meant.length > 0) this.marks.set(undoId, new Set(meant.map((entry) => entry.id)));
  }

  undo(undoId: number): number {
    const ids = this.marks.get(undoId) ?? new Set();
    this.marks.delete(undoId);
    for (const id of ids) {
      const entry = this.entries.get(id);
      if (entry) entry.isRead = false;
      this.unsettled.add(id);
    }
    return ids.size;
  }

  list(filter: 'unread' | 'all' | 'starred', feedIds: readonly number[]): number[] {
    return [...this.entries.values()]
      .filter((entry) => feedIds.includes(entry.feedId) && !this.removed.has(entry.feedId))
      .filter((entry) => filter === 'all' || (filter === 'starred' ? entry.isStarred : !entry.isRead))
      .sort((a, b) => b.sortAt - a.sortAt || b.id - a.id)
      .map((entry) => entry.id);
  }
}
