import { readValue, watchValue, writeValue } from './stored-value';

/**
 * A value in the extension's own storage that all pages share: on disk as soon as it is written, so that a browser that is
 * killed keeps it, and not swept away with a site's data as `localStorage` is in Firefox (MDN, storage.local). `take` gets
 * what other pages make of it, and not the echo of our own changes.
 */
export function sharedValue(
  key: string,
  take: (value: unknown) => void,
): { read: () => Promise<unknown>; write: (value: unknown) => void } {
  let pending = 0;
  /** As text, what this page wrote or took last. */
  let known = '';
  /** Something came while we wrote: an echo of ours, or another page's. */
  let isUnsure = false;
  const takeNew = (value: unknown) => {
    const text = JSON.stringify(value);
    if (text === known) return;
    known = text;
    take(value);
  };
  const read = () => readValue('local', key).catch(() => undefined);
  watchValue('local', key, (value) => {
    if (pending > 0) isUnsure = true;
    else takeNew(value);
  });
  const done = () => {
    pending--;
    if (pending > 0 || !isUnsure) return;
    isUnsure = false;
    void read().then((value) => {
      if (pending === 0) takeNew(value);
    });
  };
  return {
    read,
    write: (value) => {
      pending++;
      known = JSON.stringify(value);
      // what cannot be kept is still true for this page
      writeValue('local', key, value).then(done, done);
    },
  };
}
