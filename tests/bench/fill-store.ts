export interface Filling {
  /** Entries to add. */
  entries: number;
  /** Every so many are read. */
  everyRead: number;
  bytesPerBody: number;
}

/**
 * Runs in a page of the extension: adds entries to its feeds in turn, the newest last, with bodies and counts, in
 * transactions of 1,000 rows.
 */
export async function fillStore({ entries, everyRead, bytesPerBody }: Filling): Promise<void> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const ended = (tx: IDBTransaction) =>
    new Promise<void>((done, fail) => {
      tx.oncomplete = () => done();
      tx.onabort = () => fail(tx.error);
    });
  const database = await settled(indexedDB.open('broadsheet'));
  const stores = ['entries', 'bodies', 'counts'];
  const feedIds = (await settled(
    database.transaction('feeds').objectStore('feeds').getAllKeys(),
  )) as number[];
  const last = await settled(
    database.transaction('entries').objectStore('entries').openKeyCursor(null, 'prev'),
  );
  const first = Number(last?.primaryKey ?? 0) + 1;
  const text = `<p>${'Ein Absatz, a paragraph of plain words to be read. '.repeat(4)}</p>\n`;
  const html = text.repeat(Math.ceil(bytesPerBody / text.length)).slice(0, bytesPerBody);
  const newest = Date.now() - 60_000;
  const added = new Map<number, { total: number; unread: number }>();
  for (let begin = 0; begin < entries; begin += 1000) {
    const tx = database.transaction(stores, 'readwrite', { durability: 'relaxed' });
    for (let i = begin; i < Math.min(begin + 1000, entries); i += 1) {
      const id = first + i;
      const feedId = feedIds[i % feedIds.length] ?? 0;
      const read = i % everyRead === 0 ? 1 : 0;
      const sortAt = newest - (entries - i) * 60_000;
      const words = `Article ${id} of the store, with a title of the usual length`;
      tx.objectStore('entries').put({
        ...{
          id,
          feedId,
          key: `bench/${id}`,
          altKey: `${id}`,
          title: words,
          link: `https://site.example/${id}`,
        },
        ...{ author: 'An author', publishedAt: sortAt, updatedAt: null, arrivedAt: sortAt, sortAt },
        ...{ read, unreadAt: 0, starred: 0, snippet: text.slice(3, 190), image: '', contentHash: `${id}` },
        bodyBytes: html.length,
      });
      const body = { html: `<p>Text of ${id}.</p>${html}`, base: 'https://site.example/', language: 'en' };
      tx.objectStore('bodies').put({ ...body, entryId: id, categories: [], enclosures: [], comments: '' });
      const count = added.get(feedId) ?? { total: 0, unread: 0 };
      added.set(feedId, { total: count.total + 1, unread: count.unread + 1 - read });
    }
    await ended(tx);
  }
  const tx = database.transaction('counts', 'readwrite');
  const sums = { total: 0, unread: [...added.values()].reduce((sum, { unread }) => sum + unread, 0) };
  for (const [feedId, { total, unread }] of [...added, [0, sums] as const]) {
    const before = await settled(tx.objectStore('counts').get(feedId));
    const row = before ?? { feedId, total: 0, unread: 0, starred: 0, readUpTo: 0, readUpToAt: 0 };
    tx.objectStore('counts').put({ ...row, total: row.total + total, unread: row.unread + unread });
  }
  await ended(tx);
  database.close();
}
