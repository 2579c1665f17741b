export interface Filling {
  /** Entries to add. */
  entries: number;
  /** Every so many are read. */
  everyRead: number;
  bytesPerBody: number;
  /**
   * With pictures of their feed's server, which come late (id % 3 = 0), fail (1) or are none (2); in the article they say
   * their size where the id is even.
   */
  pictured?: boolean;
}

/**
 * Runs in a page of the extension: adds entries to its feeds in turn, the newest last, with bodies and counts, in
 * transactions of 1,000 rows.
 */
export async function fillStore({
  entries,
  everyRead,
  bytesPerBody,
  pictured = false,
}: Filling): Promise<void> {
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
  const feeds = (await settled(database.transaction('feeds').objectStore('feeds').getAll())) as {
    id: number;
    sources: { url: string }[];
  }[];
  const feedIds = feeds.map(({ id }) => id);
  const picture = (id: number, at: number) => {
    const kind = ['late', 'gone', ''][id % 3];
    const { origin } = new URL(feeds[at]?.sources[0]?.url ?? location.href);
    return pictured && kind ? `${origin}/${kind}/${id}.png` : '';
  };
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
        ...{ read, unreadAt: 0, starred: 0, snippet: text.slice(3, 190), contentHash: `${id}` },
        image: picture(id, i % feedIds.length),
        bodyBytes: html.length,
      });
      const src = picture(id, i % feedIds.length);
      const size = id % 2 === 0 ? ' width="640" height="360"' : '';
      const shown = src ? `<p><img src="${src}?inside"${size}></p>` : '';
      const body = {
        html: `<p>Text of ${id}.</p>${shown}${html}`,
        base: 'https://site.example/',
        language: 'en',
      };
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
