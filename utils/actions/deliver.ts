import { getEntries } from '../db/entry-lists';
import { listFeeds } from '../db/feeds';
import { awaitKeeping } from '../db/kept-entries';
import { clearOutbox, listOutbox } from '../db/outbox';
import type { OutboxRow } from '../db/schema';
import { getToldAt, saveToldAt } from '../db/told';
import { feedName } from '../model/feed';
import { oneAtATime } from './one-at-a-time';
import type { World } from './world';

const restMs = 60_000;
/** Of so many at once a notification says no more than their number. */
const mostRows = 500;

const inTurn = oneAtATime();

/**
 * Tells of what has arrived, in one notification a round and one a minute at most, and hands over what is to be kept for
 * offline reading. Done only then is it taken out of the outbox: a worker that was killed tells again, under the same
 * name, and no article is lost between.
 */
export function deliver(world: World): Promise<void> {
  return inTurn(async () => {
    const rows = await listOutbox(mostRows);
    if (rows.length === 0) return;
    await keep(rows, world.now());
    const loud = rows.filter(({ notify }) => notify === 1);
    const wait = loud.length === 0 ? 0 : await waitMs(world);
    if (wait > 0) {
      await clearOutbox(idsOf(rows.filter(({ notify }) => notify === 0)));
      const now = world.now();
      return world.wakeBy({ at: now + wait, everyMinutes: 0.5 }, now);
    }
    if (loud.length > 0) await tell(world, loud);
    await clearOutbox(idsOf(rows));
  });
}

/** A clock that was set back makes nobody wait longer. */
async function waitMs(world: World): Promise<number> {
  const since = world.now() - (await getToldAt());
  return since >= 0 && since < restMs ? restMs - since : 0;
}

function idsOf(rows: readonly OutboxRow[]): number[] {
  return rows.map(({ entryId }) => entryId);
}

async function keep(rows: readonly OutboxRow[], now: number): Promise<void> {
  const byFeed = Map.groupBy(
    rows.filter(({ offline }) => offline === 1),
    ({ feedId }) => feedId,
  );
  for (const [feedId, wanted] of byFeed) await awaitKeeping(feedId, idsOf(wanted), now);
}

/** Only of what is still unread, and still subscribed to. */
async function tell(world: World, rows: readonly OutboxRow[]): Promise<void> {
  if (!(await world.getSettings()).notifications) return;
  const names = new Map((await listFeeds()).map((feed) => [feed.id, feedName(feed)]));
  const unread = new Map(
    (await getEntries(idsOf(rows)))
      .filter(({ read, feedId }) => read === 0 && names.has(feedId))
      .map((entry) => [entry.id, entry]),
  );
  const told = rows.filter(({ entryId }) => unread.has(entryId));
  if (told.length === 0) return;
  const articles = told.map(({ entryId, feedId }) => ({
    id: entryId,
    title: unread.get(entryId)?.title ?? '',
    feed: names.get(feedId) ?? '',
  }));
  await saveToldAt(world.now());
  await world.notify(
    articles.reverse(),
    told.some(({ sound }) => sound === 1),
  );
}
