/** Makes all feeds due, last asked two hours ago, or only those whose check is under way: as if their time were over. */
export async function changeFeedTimes(leasesOnly: boolean): Promise<void> {
  const hour = 3_600_000;
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open('broadsheet');
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const transaction = database.transaction('feeds', 'readwrite');
  const store = transaction.objectStore('feeds');
  store.openCursor().onsuccess = (event) => {
    const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
    if (!cursor) return;
    const past = Date.now() - 2 * hour;
    const lastCheck = cursor.value.lastCheck && { ...cursor.value.lastCheck, at: past };
    const times = { lastAttemptAt: past, lastSuccessAt: past, nextCheckAt: past + 2 * hour, leaseUntil: 0 };
    if (!leasesOnly) cursor.update({ ...cursor.value, ...times, lastCheck });
    else if (cursor.value.leaseUntil > 0)
      cursor.update({ ...cursor.value, leaseUntil: past, nextCheckAt: past + 2 * hour });
    cursor.continue();
  };
  await new Promise<void>((done, fail) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => fail(transaction.error);
  });
  database.close();
}
