/** What a piece of work asked of the database. */
export interface Asked {
  requests: number;
  /** Rows and keys that were given or gone through: what `count()` counts too, since the browser goes through it. */
  rows: number;
  transactions: number;
}

const onStores = ['put', 'add', 'delete', 'clear'];
const onBoth = [
  'get',
  'getKey',
  'getAll',
  'getAllKeys',
  'getAllRecords',
  'count',
  'openCursor',
  'openKeyCursor',
];

type Method = (this: IDBObjectStore | IDBIndex, ...given: unknown[]) => IDBRequest;

/** Rows behind one answer; a cursor answers once for each of its steps. */
function rowsOf(name: string, result: unknown): number {
  if (name === 'count') return Number(result);
  if (onStores.includes(name)) return 1;
  if (Array.isArray(result)) return result.length;
  return result === undefined || result === null ? 0 : 1;
}

/** Runs `work`, and tells what it asked of the database: figures that are the same on every machine. */
export async function askedBy(work: () => Promise<unknown>): Promise<Asked> {
  const asked: Asked = { requests: 0, rows: 0, transactions: 0 };
  const undo: (() => void)[] = [];
  const replace = (owner: object, name: string, make: (original: Method) => Method) => {
    const original = Reflect.get(owner, name) as Method | undefined;
    if (!original) return;
    Reflect.set(owner, name, make(original));
    undo.push(() => Reflect.set(owner, name, original));
  };
  const counting = (name: string) => (original: Method) =>
    function (this: IDBObjectStore | IDBIndex, ...given: unknown[]) {
      const request = original.apply(this, given);
      asked.requests += 1;
      request.addEventListener('success', () => {
        asked.rows += rowsOf(name, request.result);
      });
      return request;
    };
  for (const name of onStores) replace(IDBObjectStore.prototype, name, counting(name));
  for (const name of onBoth) {
    replace(IDBObjectStore.prototype, name, counting(name));
    replace(IDBIndex.prototype, name, counting(name));
  }
  replace(
    IDBDatabase.prototype,
    'transaction',
    (original) =>
      function (...given) {
        asked.transactions += 1;
        return original.apply(this, given);
      },
  );
  try {
    await work();
  } finally {
    for (const back of undo) back();
  }
  return asked;
}
