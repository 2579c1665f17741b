import { readValue, writeValue } from './stored-value';

const key = 'image-ways';
const mostHosts = 200;

function waysFrom(stored: unknown): Map<string, string> {
  const pairs = Array.isArray(stored) ? stored : [];
  return new Map(
    pairs.filter(
      (pair): pair is [string, string] =>
        Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string',
    ),
  );
}

/** By which way images of a host came last, where it was not the first; kept until the browser is closed. */
export async function getImageWays(): Promise<Map<string, string>> {
  return waysFrom(await readValue('session', key));
}

async function change(host: string, way: string | null): Promise<void> {
  const ways = await getImageWays();
  ways.delete(host);
  if (way !== null) ways.set(host, way);
  await writeValue('session', key, [...ways].slice(-mostHosts));
}

let writing: Promise<void> = Promise.resolve();

/**
 * Notes the way for a host, or forgets it (null). The 200 hosts noted last are kept. One after the other: the images of an
 * article come all at once, and each would undo what the other had noted.
 */
export function saveImageWay(host: string, way: string | null): Promise<void> {
  const done = writing.then(() => change(host, way));
  writing = done.catch(() => undefined);
  return done;
}
