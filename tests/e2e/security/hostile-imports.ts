import { attackOf, hostOf, type Vector } from '../../security/matrix';
import { bodyOf, escaped, markOf } from './corpus-feed';
import { hostileAddresses, hostileTypes, turn } from './hostile-addresses';

const shortOf = (vector: Vector) => attackOf(vector).slice(0, 300);
const addressFor = (vector: Vector, index: number) =>
  turn(hostileAddresses, index).replaceAll('{h}', hostOf(vector.id));

/**
 * A list of subscriptions in which every vector names a folder and a feed in it, which has a good address so that both are
 * taken; every second one has another feed in it, with an address that is no good.
 */
export function hostileOpml(vectors: Vector[]): string {
  const outlines = vectors.map((vector, index) => {
    const name = escaped(`${markOf(vector.id)} ${shortOf(vector)}`);
    const feed = (address: string) =>
      `<outline type="rss" text="${name}" title="${name}" description="${name}"
xmlUrl="${escaped(address)}" htmlUrl="${escaped(addressFor(vector, index + 5))}" language="${name}" onload="alert(1)"/>`;
    const feeds = [
      `https://${hostOf(vector.id)}/feed.xml`,
      ...(index % 2 === 0 ? [] : [addressFor(vector, index)]),
    ];
    return `<outline text="${name}" title="${name}">${feeds.map(feed).join('')}</outline>`;
  });
  return `<?xml version="1.0"?><opml version="2.0"><head><title><![CDATA[<img src=x onerror=alert(1)>]]></title></head><body>${outlines.join('\n')}</body></opml>`;
}

/** The lines of a backup whose every text and address is a vector, with `__proto__` beside. */
export function hostileBackup(vectors: Vector[]): { head: string; entries: string } {
  const polluted = {
    ['__proto__']: { polluted: true },
    constructor: { prototype: { polluted: true } },
  };
  const feeds = vectors.slice(0, 20).map((vector, index) => ({
    ...polluted,
    id: index + 1,
    folderId: 1,
    customTitle: `${markOf(vector.id)} ${shortOf(vector)}`,
    title: shortOf(vector),
    siteUrl: addressFor(vector, index),
    language: shortOf(vector),
    iconUrl: addressFor(vector, index + 3),
    position: index,
    addedAt: 1,
    sources: [{ url: `https://${hostOf(vector.id)}/backup.xml`, privateAllowed: true }],
  }));
  const entries = vectors.map((vector, index) => ({
    ...polluted,
    entry: {
      key: vector.id,
      title: `${markOf(vector.id)} ${shortOf(vector)}`,
      link: addressFor(vector, index),
      author: shortOf(vector),
      sortAt: 1_700_000_000_000 + index,
      read: 0,
      starred: 0,
      snippet: shortOf(vector),
      tags: [shortOf(vector).slice(0, 60)],
      image: addressFor(vector, index + 1),
    },
    body: {
      html: bodyOf(vector),
      base: addressFor(vector, index + 2),
      language: shortOf(vector),
      categories: [shortOf(vector)],
      enclosures: [
        {
          url: addressFor(vector, index + 4),
          type: turn(hostileTypes, index),
          title: shortOf(vector),
          length: 1,
        },
      ],
      comments: addressFor(vector, index + 6),
    },
  }));
  const folders = vectors
    .slice(0, 1)
    .map((vector) => ({ id: 1, parentId: null, title: shortOf(vector), position: 0 }));
  const searches = vectors.slice(0, 5).map((vector) => ({ title: shortOf(vector), query: shortOf(vector) }));
  const settings = {
    theme: '"><script>alert(1)</script>',
    rsshub: 'javascript:alert(1)',
    imageProxies: ['javascript:1'],
  };
  const text = (value: unknown) => JSON.stringify(value);
  return {
    head: text({
      broadsheet: 'backup',
      version: 1,
      writtenAt: 1,
      opml: '',
      folders,
      feeds,
      searches,
      settings,
      retention: polluted,
    }),
    entries: text({ feedId: 1, entries }),
  };
}
