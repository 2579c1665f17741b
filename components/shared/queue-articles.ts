import { listBringers } from '../../utils/db/bringers';
import type { Recording } from '../../utils/listening/queue';
import { watchChanges } from '../../utils/messages/changes';
import { queue, queueKnown, setQueue } from './recordings';

const isFindable = ({ entryId, key }: Recording) => entryId !== null || key !== undefined;

const isAsFound = (one: Recording, found: Recording) =>
  one.entryId === found.entryId && one.feedId === found.feedId && one.key === found.key;

/**
 * Gives what is heard and what waits the numbers that their articles have now: where a database was lost, their own have gone
 * to others. One that is not there, or not yet, has none.
 */
export async function findArticles(): Promise<void> {
  const { now, next } = queue.peek();
  const sought = [...(now ? [now] : []), ...next].filter(isFindable);
  if (sought.length === 0) return;
  const rows = await listBringers(sought);
  const found = new Map(
    sought.map((one, at): [Recording, Recording] => [one, { ...one, ...(rows[at] ?? { entryId: null }) }]),
  );
  // the reader may have changed the queue meanwhile
  const given = (one: Recording) => {
    const as = found.get(one);
    return as && !isAsFound(one, as) ? as : one;
  };
  const { now: heard, next: waiting } = queue.peek();
  if ([...(heard ? [heard] : []), ...waiting].some((one) => given(one) !== one))
    setQueue({ now: heard && given(heard), next: waiting.map(given) });
}

// what cannot be read now is left as it is
const tryToFind = () => findArticles().catch(() => undefined);
void queueKnown.then(tryToFind, () => undefined);

/** After a lost database, feeds bring their articles again bit by bit. */
watchChanges(({ kind }) => {
  if (kind !== 'arrived' && kind !== 'lists') return;
  const { now, next } = queue.peek();
  if ([now, ...next].some((one) => one?.entryId === null && one.key !== undefined)) void tryToFind();
});
