import { emptyFeed, keepEntries, mapEntries } from './feed-edits';
import { type Mode, send, sendConditionally, type Visit } from './mode';

/** Documents that change under the reader: identity, dates, edits, hostile XML. All for UTF-8 documents. */
export const contentModes: Record<string, Mode> = {
  'guid-change': rewritten(
    'gives every entry a new id on each poll',
    'knows them by link and title: no article comes back',
    (text, visit) => mapEntries(text, (entry, index) => withId(entry, `poll-${visit.earlier}-${index}`)),
  ),
  'guid-same': rewritten('gives all entries one id', 'shows each once, the same at every poll', (text) =>
    mapEntries(text, (entry) => withId(entry, 'the-only-id')),
  ),
  'guid-none': rewritten('has no ids', 'takes the link', (text) =>
    mapEntries(text, (entry) => withId(entry, null)),
  ),
  'guid-nolink': rewritten('has neither ids nor links', 'takes a hash of what the entry says', (text) =>
    mapEntries(text, (entry) =>
      withId(entry, null).replace(/<link\b[^>]*\/>|<link\b[^>]*>[\s\S]*?<\/link>/g, ''),
    ),
  ),
  'guid-case': rewritten('ids differ in case only', 'compares ids with case', (text) =>
    mapEntries(text, (entry, index) => withId(entry, index % 2 === 0 ? `Id-${index}` : `iD-${index - 1}`)),
  ),
  'no-dates': rewritten('has no dates', 'dates an article when it first saw it, once', (text) =>
    withDates(text, () => null),
  ),
  'bad-dates': rewritten('has nonsense for dates', 'as without dates', (text) =>
    withDates(text, () => 'last Tuesday, honestly'),
  ),
  'future-dates': rewritten('dates its entries years ahead', 'sorts them by arrival', (text) =>
    withDates(text, () => 'Fri, 01 Jan 2038 00:00:00 GMT'),
  ),
  'epoch-dates': rewritten(
    'dates all entries 1 January 1970',
    'keeps them while they are in the feed',
    (text) => withDates(text, () => 'Thu, 01 Jan 1970 00:00:00 GMT'),
  ),
  redate: rewritten(
    'gives each entry a new date on each poll',
    'neither moves nor revives an article',
    (text, visit) => withDates(text, (index) => new Date(visit.clock() - index * 60_000).toUTCString()),
  ),
  edited: rewritten(
    'edits its first entry on each poll',
    'shows the new text, the read mark stays',
    (text, visit) =>
      mapEntries(text, (entry, index) =>
        index === 0 ? entry.replace(/(<title[^>]*>)(<!\[CDATA\[)?/, `$1$2[edit ${visit.earlier}] `) : entry,
      ),
  ),
  noise: rewritten('changes a comment and lastBuildDate on each poll', 'nothing has changed', (text, visit) =>
    text.replace(/<\/(channel|feed)>/, `<!-- served ${visit.earlier} --></$1>`),
  ),
  delta: {
    does: 'offers what is new alone (Vary: A-IM) and sends 226 with that to who holds an ETag of its own',
    goodClient: 'sends A-IM with the ETag; merges, and takes nothing that is missing for gone',
    answer: (visit) => {
      const text = visit.document.bytes.toString('utf8');
      const ids = [...text.matchAll(/<guid[^>]*>([^<]*)/g)].map(([, id = '']) => id);
      const etag = `"${Buffer.from(ids[0] ?? '').toString('hex')}"`;
      const held = /"([0-9a-f]*)"/.exec(visit.request.headers['if-none-match'] ?? '')?.[1] ?? '';
      const headers = { 'Content-Type': visit.document.contentType, ETag: etag, Vary: 'A-IM' };
      if (`"${held}"` === etag) return send(visit, { status: 304, headers });
      const since = ids.indexOf(Buffer.from(held, 'hex').toString());
      if (held === '' || since < 0 || visit.request.headers['a-im'] !== 'feed')
        return send(visit, { headers, body: text });
      const body = keepEntries(text, (index) => index < since);
      return send(visit, { status: 226, headers: { ...headers, IM: 'feed' }, body });
    },
  },
  vanish: rewritten(
    'leaves out every second entry on every second poll',
    'what returns is as read as it was',
    (text, visit) => (visit.earlier % 2 === 0 ? text : keepEntries(text, (index) => index % 2 === 0)),
  ),
  archive: rewritten(
    'shows one entry at first, then its whole archive',
    'no flood of unread',
    (text, visit) => (visit.earlier === 0 ? keepEntries(text, (index) => index === 0) : text),
  ),
  scheme: rewritten('switches ids and links between http and https', 'no duplicates', (text, visit) =>
    visit.earlier % 2 === 0
      ? text.replace(/https:\/\//g, 'http://')
      : text.replace(/http:\/\/(?!127\.)/g, 'https://'),
  ),
  'empty-feed': rewritten(
    'is a feed without entries from the second poll on',
    'keeps everything',
    (text, visit) => (visit.earlier === 0 ? text : emptyFeed(text)),
  ),
  empty: {
    does: 'answers 200 with no bytes',
    goodClient: 'an error: nothing is lost, no validators kept',
    answer: (visit) =>
      send(visit, { headers: { 'Content-Type': visit.document.contentType, ETag: '"empty"' } }),
  },
  xxe: {
    does: 'asks the parser to read files and addresses through entities',
    goodClient: 'expands none: no request, no canary',
    answer: (visit) =>
      xml(
        visit,
        `<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "${visit.origin}/canary">]>${rss('&a;&b;')}`,
      ),
  },
  laughs: {
    does: 'defines entities that multiply to gigabytes',
    goodClient: 'expands none, in well under a second',
    answer: (visit) => xml(visit, laughs()),
  },
  deep: {
    does: 'nests 100,000 elements',
    goodClient: 'neither crashes nor takes a second',
    answer: (visit) => xml(visit, rss(`${'<a>'.repeat(100_000)}deep${'</a>'.repeat(100_000)}`)),
  },
};

function rewritten(does: string, goodClient: string, change: (text: string, visit: Visit) => string): Mode {
  return {
    does,
    goodClient,
    answer: (visit) =>
      sendConditionally(visit, Buffer.from(change(visit.document.bytes.toString('utf8'), visit)), {}, 'etag'),
  };
}

/** Replaces an entry's id; null takes it away. */
function withId(entry: string, id: string | null): string {
  const bare = entry.replace(/<(guid|id)\b[^>]*>[\s\S]*?<\/\1>/g, '').replace(/\srdf:about="[^"]*"/, '');
  if (id === null) return bare;
  const element = entry.startsWith('<entry') ? `<id>${id}</id>` : `<guid isPermaLink="false">${id}</guid>`;
  return bare.replace(/^<(item|entry)([^>]*)>/, `<$1$2>${element}`);
}

/** Replaces every entry's dates; null takes them away. */
function withDates(text: string, date: (index: number) => string | null): string {
  return mapEntries(text, (entry, index) => {
    const bare = entry.replace(
      /<(pubDate|dc:date|published|updated|issued|modified|created)\b[^>]*>[\s\S]*?<\/\1>/g,
      '',
    );
    const value = date(index);
    if (value === null) return bare;
    const element = entry.startsWith('<entry')
      ? `<updated>${value}</updated>`
      : `<pubDate>${value}</pubDate>`;
    return bare.replace(/^<(item|entry)([^>]*)>/, `<$1$2>${element}`);
  });
}

function xml(visit: Visit, body: string): void {
  send(visit, { headers: { 'Content-Type': 'application/rss+xml' }, body });
}

function rss(inside: string): string {
  return `<rss version="2.0"><channel><title>Trap</title><item><guid>1</guid><title>Trap</title><description>${inside}</description></item></channel></rss>`;
}

function laughs(): string {
  const levels = Array.from({ length: 12 }, (_, level) =>
    level === 0 ? '<!ENTITY l0 "ha">' : `<!ENTITY l${level} "${`&l${level - 1};`.repeat(10)}">`,
  );
  return `<!DOCTYPE rss [${levels.join('')}]>${rss('&l11;')}`;
}
