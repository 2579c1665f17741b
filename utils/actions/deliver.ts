import { getEntries } from '../db/entry-lists';
import { listFeeds } from '../db/feeds';
import { awaitKeeping } from '../db/kept-entries';
import { clearOutbox, listOutbox } from '../db/outbox';
import type { OutboxRow } from '../db/schema';
import { listTellings, saveTelling } from '../db/told';
import { feedName } from '../model/feed';
import { oneAtATime } from './one-at-a-time';
import { restBeforeTelling } from './tell-times';
import type { World } from './world';

/** Of so many at once a notification says no more than their number. */
const mostRows = 500;

const inTurn = oneAtATime();

/**
 * Tells of what has arrived, in one notification a round and one a minute at most, and hands over what is to be kept for
 * offline reading. Done only then is it taken out of the outbox. A worker that was killed in between goes on with what it
 * had begun to tell, under the same name, and the browser shows no second one of a name: no article is lost or told twice.
 */
export function deliver(world: World): Promise<void> {
  return inTurn(async () => {
    const rows = await listOutbox(mostRows);
    if (rows.length === 0) return;
    await keep(rows, world.now());
    await clearOutbox(idsOf(rows.filter(({ notify }) => notify === 0)));
    const loud = rows.filter(({ notify }) => notify === 1);
    const mayTell = loud.length > 0 && (await restBeforeTelling(world.now())) === 0;
    const told = mayTell ? await tellNext(world, loud) : [];
    await clearOutbox(idsOf(told));
    if (told.length === loud.length && rows.length < mostRows) return;
    const now = world.now();
    await world.wakeBy({ at: now + (await restBeforeTelling(now)), everyMinutes: 0.5 }, now);
  });
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

/** Tells of these, but first and alone of those that were being told of when the last worker ended; gives which. */
async function tellNext(world: World, rows: OutboxRow[]): Promise<OutboxRow[]> {
  if (rows.length === 0) return rows;
  const [last] = await listTellings();
  const begun = rows.filter(({ entryId }) => last?.entryIds.includes(entryId));
  if (last && begun.length > 0) await tell(world, begun, last.at);
  else await tell(world, rows, world.now());
  return begun.length > 0 ? begun : rows;
}

/** Only of what is still unread, and still subscribed to. A browser that cannot show it is not asked again. */
async function tell(world: World, rows: readonly OutboxRow[], at: number): Promise<void> {
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
  await saveTelling({ at, entryIds: idsOf(told) }, world.now());
  const isLoud = told.some(({ sound }) => sound === 1);
  await world.notify({ at, articles: articles.reverse() }, isLoud).catch(() => false);
}
