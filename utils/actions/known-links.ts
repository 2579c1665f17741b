import { linkKey } from '../archive/link-key';
import { listLinksAfter, listWithBody } from '../db/entry-links';
import { getEntries } from '../db/entry-lists';
import { listRemovedFeeds } from '../db/feeds';
import type { Entry } from '../model/entry';

const pageSize = 1000;

/**
 * Which articles are here, whatever feed brought them, by the keys of their links. Reads all entries once, and from
 * then on only those that came since; held by one import, so that its messages need not each read everything.
 */
export class KnownLinks {
  readonly #entries = new Map<string, number[]>();
  #last = 0;

  constructor(readonly importId: number) {}

  async catchUp(): Promise<void> {
    for (;;) {
      const page = await listLinksAfter(this.#last, pageSize);
      for (const { id, link } of page) this.#take(linkKey(link), id);
      this.#last = page.at(-1)?.id ?? this.#last;
      if (page.length < pageSize) return;
    }
  }

  #take(key: string, id: number): void {
    if (key !== '') this.#entries.set(key, [...(this.#entries.get(key) ?? []), id]);
  }

  /**
   * The articles that the reader has by these keys: not in the bin, not deleted since they were read here, and with more
   * than the row that pruning leaves.
   */
  async which(keys: readonly string[]): Promise<Map<string, Entry[]>> {
    const removed = new Set((await listRemovedFeeds()).map(({ id }) => id));
    const entries = await getEntries(keys.flatMap((key) => this.#entries.get(key) ?? []));
    const whole = await listWithBody(entries.map(({ id }) => id));
    const had = entries.filter(({ id, feedId }) => whole.has(id) && !removed.has(feedId));
    return Map.groupBy(had, ({ link }) => linkKey(link));
  }
}
