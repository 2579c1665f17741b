const methods = ['put', 'add', 'delete'] as const;

/**
 * Runs `work` while the transaction of its `nth` write request is aborted, as when the disk is full or the browser
 * gives up. Gives whether that point was reached, and the error `work` ended with, if any.
 */
export async function withAbortAt(
  nth: number,
  work: () => Promise<unknown>,
): Promise<{ wasAborted: boolean; error: unknown }> {
  const originals = methods.map((name) => IDBObjectStore.prototype[name]);
  let left = nth;
  let error: unknown = null;
  for (const [i, name] of methods.entries()) {
    const original = originals[i] as (...args: unknown[]) => IDBRequest;
    const replacement = function (this: IDBObjectStore, ...args: unknown[]) {
      left -= 1;
      if (left === 0) this.transaction.abort();
      return original.apply(this, args);
    };
    Object.assign(IDBObjectStore.prototype, { [name]: replacement });
  }
  try {
    await work();
  } catch (reason) {
    error = reason;
  } finally {
    for (const [i, name] of methods.entries())
      Object.assign(IDBObjectStore.prototype, { [name]: originals[i] });
  }
  return { wasAborted: left <= 0, error };
}
