import type { ExtensionPage } from './extension-page';

/** What the running extension has stored, read from its own database. */
export interface StoreFacts {
  feeds: { id: number; title: string; url: string; articles: number; unread: number; problem: string }[];
  articles: number;
  unread: number;
}

/** Reads the figures in a page of the extension; feeds in the bin are left out. */
export async function readStoreFacts(page: ExtensionPage): Promise<StoreFacts> {
  await databaseMade(page);
  return page.evaluate(readInPage);
}

/** Waits until the extension has made its database: who merely looks for it before makes an empty one, of version 1. */
export async function databaseMade(page: ExtensionPage): Promise<void> {
  await page.until('the database', async () => {
    const known = await indexedDB.databases();
    return known.some(({ name, version = 0 }) => name === 'broadsheet' && version > 1);
  });
}

async function readInPage(): Promise<StoreFacts> {
  interface Rows {
    feeds: {
      id: number;
      title: string;
      removedAt: number | null;
      sources: { url: string }[];
      problem: { kind: string } | null;
    };
    entries: { id: number; feedId: number };
    counts: { feedId: number; total: number; unread: number };
  }
  const promised = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const database = await promised(indexedDB.open('broadsheet'));
  try {
    const all = <S extends keyof Rows>(store: S): Promise<Rows[S][]> =>
      promised(database.transaction(store).objectStore(store).getAll());
    const [rows, entries, counts] = [await all('feeds'), await all('entries'), await all('counts')];
    const feeds = rows
      .filter((feed) => feed.removedAt === null)
      .map((feed) => ({
        id: feed.id,
        title: feed.title,
        url: feed.sources[0]?.url ?? '',
        articles: entries.filter((entry) => entry.feedId === feed.id).length,
        unread: counts.find((count) => count.feedId === feed.id)?.unread ?? 0,
        problem: feed.problem?.kind ?? '',
      }));
    const sum = (key: 'articles' | 'unread') => feeds.reduce((total, feed) => total + feed[key], 0);
    return { feeds, articles: sum('articles'), unread: sum('unread') };
  } finally {
    database.close();
  }
}
