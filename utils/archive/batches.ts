/** What one message may carry: enough to be worth its way, little enough for a bar that moves and a page that scrolls. */
export const batchLimits = { count: 100, length: 1_000_000 };

/** The items in their order, in groups of up to `count`, and of no more than `length` where one alone is not longer. */
export async function* inBatches<T>(
  items: AsyncIterable<T>,
  lengthOf: (item: T) => number,
  limits = batchLimits,
): AsyncGenerator<T[]> {
  let batch: T[] = [];
  let length = 0;
  for await (const item of items) {
    const more = lengthOf(item);
    if (batch.length >= limits.count || (batch.length > 0 && length + more > limits.length)) {
      yield batch;
      batch = [];
      length = 0;
    }
    batch.push(item);
    length += more;
  }
  if (batch.length > 0) yield batch;
}
