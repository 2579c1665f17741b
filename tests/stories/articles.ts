import { readdirSync, readFileSync } from 'node:fs';
import { parseFeed } from '../../utils/feed/parse';
import type { Told } from '../../utils/stories/copy';

const home = 'tests/fixtures/feeds';
const noon = Date.UTC(2026, 10, 22, 12);

/** An article of a fixture, dated today, so that no date helps to tell two apart. */
export interface Article extends Told {
  feed: string;
}

/** All articles of the fixtures' feeds, those of an encoding's test once: they are another fixture's over again. */
export function fixtureArticles(): Article[] {
  const feeds = readdirSync(home).filter((name) => name !== 'hostile' && name !== 'voachinese-gbk');
  return feeds.flatMap((name) => {
    const source = readdirSync(`${home}/${name}`).find((file) => file.startsWith('source.')) ?? '';
    const feed = parseFeed(readFileSync(`${home}/${name}/${source}`), { url: `https://${name}.test/` });
    return (feed?.entries ?? []).map(({ title, link, content, summary }) => ({
      feed: name,
      title,
      link,
      html: content || summary,
      sortAt: noon,
    }));
  });
}
