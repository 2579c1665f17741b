/** Documents in the shape of real ones, the same at every call: what is measured must not change from run to run. */
export interface BenchDocument {
  name: string;
  /** Whether most of it is text, so that a parser can do little more than decode it, or elements. */
  kind: 'elements' | 'text';
  bytes: Uint8Array;
}

const HANZI =
  '美国之音记者周二从华盛顿报道说国会众议院通过了一项法案要求政府公布有关文件但是参议院能否批准还不清楚';
const LATIN =
  'the history of public radio in small towns is a story of people who stayed up late with a soldering iron';

/** Numbers from 0 to 2^31 in a fixed order (the minimal standard generator of Park and Miller). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state;
  };
}

function pick(next: () => number, from: string, length: number): string {
  let text = '';
  while (text.length < length) text += from.slice(next() % 20, 20 + (next() % (from.length - 20)));
  return text.slice(0, length);
}

function rssDate(next: () => number): string {
  return new Date(1.7e12 + (next() % 50_000_000) * 1000).toUTCString();
}

/** A Chinese news feed like that of a full-text mirror: 15 whole articles, 52 KB. */
export function chineseNews(): BenchDocument {
  const next = numbers(1);
  const items = Array.from({ length: 15 }, () => {
    const paragraphs = Array.from({ length: 8 }, () => `<p>${pick(next, HANZI, 120)}。</p>`).join('\n');
    return `<item>
<title><![CDATA[${pick(next, HANZI, 22)}]]></title>
<link>https://www.example.com/a/${next()}.html</link>
<description><![CDATA[<div><i>${rssDate(next)}</i></div>${paragraphs}<img src="https://images.example.net?url=gdb.example.com/${next()}.jpg" />]]></description>
<pubDate>${rssDate(next)}</pubDate>
<guid isPermaLink="false">https://www.example.com/a/${next()}.html</guid>
</item>`;
  });
  return document('52 KB Chinese news', 'text', '美国之音中文', items);
}

/** A podcast as its host publishes it, with the many elements of that trade: 2,500 episodes, 5 MB. */
export function podcast(): BenchDocument {
  const next = numbers(2);
  const items = Array.from({ length: 2500 }, (_, i) => {
    const notes = `<p>${pick(next, LATIN, 300)} &amp; more</p>`;
    return `    <item>
      <itunes:title>${pick(next, LATIN, 40)}</itunes:title>
      <title>Episode ${i}: ${pick(next, LATIN, 40)}</title>
      <itunes:summary><![CDATA[${notes}]]></itunes:summary>
      <description>&lt;p&gt;${pick(next, LATIN, 300)} &amp;amp; more&lt;/p&gt;</description>
      <content:encoded><![CDATA[${notes}]]></content:encoded>
      <itunes:subtitle>${pick(next, LATIN, 60)}</itunes:subtitle>
      <itunes:author>Example Radio</itunes:author>
      <itunes:image href="https://cdn.example.com/${i}/cover.jpg"/>
      <enclosure url="https://cdn.example.com/audio/${i}.mp3?source=rss&amp;n=${next()}" length="${next()}" type="audio/mpeg"/>
      <guid isPermaLink="false">example-${next()}</guid>
      <link>https://radio.example.com/episodes/${i}</link>
      <pubDate>${rssDate(next)}</pubDate>
      <podcast:transcript url="https://cdn.example.com/${i}/transcript" type="text/html"/>
      <itunes:duration>${next() % 7200}</itunes:duration>
      <itunes:keywords>${pick(next, LATIN, 8)}, ${pick(next, LATIN, 8)}</itunes:keywords>
      <itunes:season>${1 + (i % 9)}</itunes:season>
      <itunes:episode>${i}</itunes:episode>
      <itunes:episodeType>full</itunes:episodeType>
      <itunes:explicit>false</itunes:explicit>
    </item>`;
  });
  return document('5 MB podcast', 'elements', 'Example Radio', items);
}

/** Everything a site ever published: 20,000 entries, 25 MB. */
export function archive(): BenchDocument {
  const next = numbers(3);
  const items = Array.from({ length: 20_000 }, (_, i) => {
    const paragraphs = Array.from({ length: 3 }, () => `<p>${pick(next, LATIN, 200)}</p>`).join('');
    return `<item><title>${pick(next, LATIN, 60)}</title><link>https://blog.example.com/${i}/</link><comments>https://blog.example.com/${i}/#comments</comments>
<dc:creator><![CDATA[${pick(next, LATIN, 12)}]]></dc:creator><pubDate>${rssDate(next)}</pubDate>
<category><![CDATA[${pick(next, LATIN, 8)}]]></category><category><![CDATA[${pick(next, LATIN, 10)}]]></category>
<guid isPermaLink="false">https://blog.example.com/?p=${i}</guid>
<description><![CDATA[${pick(next, LATIN, 120)}]]></description>
<content:encoded><![CDATA[${paragraphs}]]></content:encoded>
<slash:comments>${next() % 30}</slash:comments></item>`;
  });
  return document('25 MB, 20,000 entries', 'elements', 'Example archive', items);
}

function document(name: string, kind: BenchDocument['kind'], title: string, items: string[]): BenchDocument {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel>
<title>${title}</title>
<link>https://www.example.com/</link>
<description>${title}</description>
<language>zh-cn</language>
${items.join('\n')}
</channel>
</rss>`;
  return { name, kind, bytes: new TextEncoder().encode(text) };
}
