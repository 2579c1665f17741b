export interface Pictures {
  count: number;
  bytes: number;
  /** Every so many articles get one, in turn. */
  every: number;
}

/** Runs in a page of the extension: keeps pictures, and puts them into articles that are there. */
export async function fillPictures({ count, bytes, every }: Pictures): Promise<number> {
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
  const address = (at: number) => `https://pictures.example/${at}.png`;
  const pictures = database.transaction(['images', 'imageFiles'], 'readwrite');
  for (let at = 0; at < count; at += 1) {
    const content = crypto.getRandomValues(new Uint8Array(Math.min(bytes, 65_536)));
    content.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const hash = at.toString(16).padStart(64, '0');
    const blob = new Blob([content], { type: 'image/png' });
    pictures.objectStore('imageFiles').put({ hash, blob, bytes: blob.size });
    pictures.objectStore('images').put({ address: address(at), hash, from: address(at), fetchedAt: 1 });
  }
  await ended(pictures);
  const ids = (await settled(database.transaction('bodies').objectStore('bodies').getAllKeys())) as number[];
  const shown = ids.filter((_, at) => at % every === 0);
  for (let begin = 0; begin < shown.length; begin += 500) {
    const tx = database.transaction('bodies', 'readwrite');
    const store = tx.objectStore('bodies');
    for (const [at, id] of shown.slice(begin, begin + 500).entries()) {
      const body = await settled(store.get(id));
      store.put({ ...body, html: `<p><img src="${address((begin + at) % count)}"></p>${body.html}` });
    }
    await ended(tx);
  }
  database.close();
  return shown.length;
}
