import { readdirSync, readFileSync } from 'node:fs';
import type { Sample } from '../../utils/clean/learn';
import { parseFeed } from '../../utils/feed/parse';
import type { ParsedFeed } from '../../utils/model/parsed';

const home = 'tests/fixtures/feeds';

/** The articles of a feed as learning takes them. */
export function feedSamples(feed: ParsedFeed | null): Sample[] {
  return (feed?.entries ?? []).map(({ content, summary, title, link, published }) => {
    return { html: content || summary, title, link, publishedAt: published };
  });
}

/** All feeds among the fixtures, read. */
export function fixtureFeeds(): { name: string; samples: Sample[] }[] {
  return readdirSync(home).flatMap((name) => {
    const source = readdirSync(`${home}/${name}`).find((file) => file.startsWith('source.'));
    if (source === undefined) return [];
    const feed = parseFeed(readFileSync(`${home}/${name}/${source}`), { url: 'https://feed.test/' });
    return [{ name, samples: feedSamples(feed) }];
  });
}
