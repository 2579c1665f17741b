import { defaultRetention } from '../../utils/model/retention';
import type { Article } from './publisher';

/** What a store says of one entry. */
export interface StoredEntry {
  id: number;
  title: string;
  isRead: boolean;
  isStarred: boolean;
}

/** A store of one feed, and what a reader and the clock do to it. */
export interface Store {
  entries(): Promise<StoredEntry[]>;
  markRead(ids: number[], isToBeRead: boolean, now: number): Promise<void>;
  markAllRead(now: number): Promise<void>;
  star(ids: number[], isToBeStarred: boolean): Promise<void>;
  prune(now: number): Promise<void>;
  restart(): Promise<void>;
}

interface Known {
  isRead: boolean;
  isStarred: boolean;
  readAt: number;
  isPruned: boolean;
}

/** The rules of retention, in days and articles, so short that a history sees them work. */
export const shortRetention = { ...defaultRetention, bodyDays: 2, rowDays: 4, keptRows: 3 };
const day = 86_400_000;

/**
 * The promises, plainly: an article is in the store once; what has been read is never unread again unless the reader says
 * so; nothing unread and nothing starred is ever lost; what is new is unread, what comes out of an archive is not.
 * Knows which article is which, which the store does not.
 */
export class Model {
  readonly known = new Map<number, Known>();
  listed = new Set<number>();
  /** Listed by documents that were stored in part since. */
  readonly partlyListed = new Set<number>();
  begins = 0;
  prunedTo = 0;
  readonly places = new Map<number, number>();

  /** What a document brings, and what the store made of it. Where the check was killed, some may be missing. */
  poll(
    window: readonly Article[],
    dateOf: (article: Article) => number | null,
    now: number,
    wasKilled: boolean,
    entries: readonly StoredEntry[],
  ): string[] {
    const there = numbersOf(entries);
    const wrong: string[] = [];
    const before = Math.max(this.begins, this.prunedTo === 0 ? 0 : this.prunedTo + 1);
    for (const article of window) {
      const { number } = article;
      const date = dateOf(article);
      const stored = there.get(number);
      const known = this.known.get(number);
      // a pruned one may come back under another id, but not as something new
      if (known?.isPruned && stored) Object.assign(known, { isPruned: false, readAt: now, isRead: true });
      if (known) continue;
      if (!stored && !wasKilled) wrong.push(`article ${number} is missing`);
      if (!stored) continue;
      const isOld = date !== null && date < before;
      this.known.set(number, { isRead: isOld, isStarred: false, readAt: now, isPruned: false });
      this.places.set(number, Math.min(date ?? now, now));
    }
    if (wasKilled) for (const { number } of window) this.partlyListed.add(number);
    else if (window.length > 0) {
      this.partlyListed.clear();
      this.listed = new Set(window.map(({ number }) => number));
      const dates = window.map(dateOf).filter((date) => date !== null);
      if (this.begins === 0 && dates.length > 0) this.begins = Math.min(...dates);
    }
    return [...wrong, ...this.check(entries)];
  }

  markRead(numbers: readonly number[], isToBeRead: boolean, now: number): void {
    for (const number of numbers) {
      const known = this.known.get(number);
      if (!known || known.isPruned || known.isRead === isToBeRead) continue;
      known.isRead = isToBeRead;
      known.readAt = now;
    }
  }

  star(numbers: readonly number[], isToBeStarred: boolean): void {
    for (const number of numbers) {
      const known = this.known.get(number);
      if (known) known.isStarred = isToBeStarred;
    }
  }

  /** What was pruned might be, and what stays had to; a kill may leave some of it undone. */
  prune(entries: readonly StoredEntry[], now: number, wasKilled: boolean): string[] {
    const there = numbersOf(entries);
    const wrong: string[] = [];
    const mayGo = (number: number, { isRead, isStarred, readAt }: Known) =>
      isRead && !isStarred && !this.listed.has(number) && now - readAt > shortRetention.rowDays * day;
    let left = 0;
    for (const [number, known] of this.known) {
      if (known.isPruned) continue;
      if (there.has(number)) {
        left += Number(mayGo(number, known) && !this.partlyListed.has(number));
        continue;
      }
      if (!mayGo(number, known)) wrong.push(`article ${number} was pruned`);
      known.isPruned = true;
      this.prunedTo = Math.max(this.prunedTo, this.places.get(number) ?? 0);
    }
    if (!wasKilled && left > 0 && there.size > shortRetention.keptRows) wrong.push(`${left} were not pruned`);
    return [...wrong, ...this.check(entries)];
  }

  check(entries: readonly StoredEntry[]): string[] {
    const there = numbersOf(entries);
    const wrong = there.size === entries.length ? [] : [`${entries.length - there.size} are there twice`];
    for (const [number, { isRead, isStarred, isPruned }] of this.known) {
      const stored = there.get(number);
      if (!stored) {
        if (!isPruned) wrong.push(`article ${number} is lost`);
        continue;
      }
      if (isPruned) wrong.push(`article ${number} is back`);
      if (stored.isRead !== isRead) wrong.push(`article ${number} is ${stored.isRead ? 'read' : 'unread'}`);
      if (stored.isStarred !== isStarred) wrong.push(`the star of ${number}`);
    }
    for (const number of there.keys())
      if (!this.known.has(number)) wrong.push(`article ${number} came from nowhere`);
    return wrong;
  }
}

export function numberOf({ title }: Pick<StoredEntry, 'title'>): number {
  return Number(/^Article (\d+)/.exec(title)?.[1] ?? Number.NaN);
}

function numbersOf(entries: readonly StoredEntry[]): Map<number, StoredEntry> {
  return new Map(entries.map((entry) => [numberOf(entry), entry]));
}
