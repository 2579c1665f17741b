import { planDocument } from '../../utils/actions/plan-document';
import type { NewEntry } from '../../utils/db/new-rows';
import { choosePrunable } from '../../utils/db/prune-choice';
import type { EntryRow } from '../../utils/db/schema';
import {
  archiveBefore,
  isGone,
  nothingSeen,
  type SeenRow,
  withAlsoListed,
  withGone,
  withListed,
} from '../../utils/db/seen-hashes';
import type { ParsedEntry } from '../../utils/model/parsed';
import type { PolledStore } from './history';
import { type StoredEntry, shortRetention } from './model';

/**
 * The store's rules without its database: what decides (keys, plans, tombstones, the choice of what is pruned) is the
 * shipped code, rows are in an array. A check is stored in slices of three, so that kills find many middles.
 */
export class PlainStore implements PolledStore {
  #rows: EntryRow[] = [];
  #seen: SeenRow | null = null;
  #nextId = 1;

  async poll(document: ParsedEntry[], now: number, killAt: number): Promise<boolean> {
    const plan = await planDocument(document, now, {
      find: async (keys, twins) => this.#find(keys, twins),
      all: async () => this.#rows,
    });
    const steps = [
      ...plan.adopted.map(
        ({ entryId, key }) =>
          () =>
            this.#change(entryId, { key }),
      ),
      ...plan.changed.map(({ entryId, content }) => () => {
        const { title, link, altKey, snippet, image, contentHash } = content;
        this.#change(entryId, { title, link, altKey, snippet, image, contentHash });
      }),
      ...plan.added.map((item) => () => this.#add(item)).reverse(),
    ];
    const last = Math.floor(Math.max(0, steps.length - 1) / 3) * 3;
    const end = killAt === 0 ? steps.length : Math.min(killAt - (killAt % 3), last);
    const isListed = document.length > 0;
    if (isListed && end > 0 && last > 0)
      this.#seen = withAlsoListed(this.#seen ?? nothingSeen(1), plan.listing);
    for (const step of steps.slice(0, end)) step();
    if (killAt > 0) return true;
    if (isListed) this.#seen = withListed(this.#seen ?? nothingSeen(1), plan.listing);
    return false;
  }

  async entries(): Promise<StoredEntry[]> {
    return this.#rows.map(({ id, title, read, starred }) => ({
      id,
      title,
      isRead: read === 1,
      isStarred: starred === 1,
    }));
  }

  async markRead(ids: number[], isToBeRead: boolean, now: number): Promise<void> {
    const change = isToBeRead ? { read: 1 as const, readAt: now } : { read: 0 as const };
    for (const id of ids) if (this.#row(id)?.read !== change.read) this.#change(id, change);
  }

  async markAllRead(now: number): Promise<void> {
    await this.markRead(
      this.#rows.map(({ id }) => id),
      true,
      now,
    );
  }

  async star(ids: number[], isToBeStarred: boolean): Promise<void> {
    for (const id of ids) this.#change(id, { starred: isToBeStarred ? 1 : 0 });
  }

  async prune(now: number): Promise<void> {
    const total = this.#rows.length;
    const oldestFirst = [...this.#rows].sort((a, b) => a.sortAt - b.sortAt);
    const { rows } = choosePrunable(oldestFirst, this.#seen, shortRetention, { now, total });
    if (rows.length === 0) return;
    this.#rows = this.#rows.filter((row) => !rows.includes(row));
    this.#seen = withGone(this.#seen ?? nothingSeen(1), rows, now);
  }

  async restart(): Promise<void> {
    [this.#rows, this.#seen] = structuredClone([this.#rows, this.#seen]);
  }

  #find(keys: readonly string[], twins: readonly string[]) {
    const times = this.#rows.map((row) => row.sortAt);
    const known = new Map(this.#rows.filter((row) => keys.includes(row.key)).map((row) => [row.key, row]));
    return {
      known,
      gone: new Set([...keys, ...twins].filter((key) => !known.has(key) && isGone(this.#seen, key))),
      newest: times.length === 0 ? null : Math.max(...times),
      archiveBefore: archiveBefore(this.#seen),
    };
  }

  #row(id: number): EntryRow | undefined {
    return this.#rows.find((row) => row.id === id);
  }

  #change(id: number, change: Partial<EntryRow>): void {
    this.#rows = this.#rows.map((row) => (row.id === id ? { ...row, ...change } : row));
  }

  #add({ entry }: NewEntry): void {
    this.#rows.push({ ...entry, id: this.#nextId++, feedId: 1 });
  }
}
