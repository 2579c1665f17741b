import { listFeeds } from '../db/feeds';
import { entryKeys } from '../feed/identity';
import type { Input, Output } from '../messages/protocol';
import { calmBidi } from '../text/bidi';
import { findOne } from './find-one';
import { twinByAddress, twinByArticles } from './followed-twin';
import { placesTyped } from './look-at';
import { newEntry } from './new-entry';
import type { World } from './world';

/** Enough to see what a feed is like. */
const maxShown = 50;

/** Reads a feed, or the one that a page offers, as it would look subscribed, and stores nothing. Throws as `subscribe` does. */
export async function preview(world: World, { url }: Input<'preview'>): Promise<Output<'preview'>> {
  return world.keepAlive(async () => {
    const { place, answer, parsed } = await findOne(world, placesTyped(url));
    const { title, link, description, language } = parsed;
    const entries = parsed.entries.slice(0, maxShown);
    const keys = entryKeys(entries);
    const feeds = await listFeeds();
    const twin =
      twinByAddress(feeds, [place.url, answer.url]) ?? (await twinByArticles(feeds, parsed, world.now()));
    const articles = entries.map((entry, index) =>
      newEntry(entry, keys[index] ?? { key: '', altKey: '' }, world.now()),
    );
    return {
      feed: {
        customTitle: '',
        title: calmBidi(title),
        siteUrl: link,
        description,
        language,
        sources: [{ url: place.url }],
      },
      twin,
      articles: articles.toSorted((a, b) => b.entry.sortAt - a.entry.sortAt),
    };
  });
}
