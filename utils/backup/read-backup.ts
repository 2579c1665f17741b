import { choicesFrom } from '../model/choices-from';
import type { Enclosure } from '../model/entry';
import type { Folder } from '../model/feed';
import { keptRevisions } from '../model/revisions';
import { maxTags, tagTitle } from '../model/tag';
import type { BackupBeside, BackupEntries, BackupEntry, BackupFeed, BackupHead, BackupSeen } from './backup';
import { backupVersion } from './backup';
import { OwnFields } from './own-fields';

const maxFeeds = 50_000;
const maxEntriesOfLine = 5000;
const maxHtml = 10_000_000;
/** Twice what a feed may have, so that a limit of a later version does no harm. */
const maxGone = 40_000;

function parse(line: string): OwnFields {
  try {
    return new OwnFields(JSON.parse(line));
  } catch {
    return new OwnFields(null);
  }
}

/** The head of a backup from its first line; null where it is none, or of a version to come. */
export function readHead(line: string): BackupHead | null {
  const own = parse(line);
  const version = own.number('version') ?? 0;
  if (own.get('broadsheet') !== 'backup' || version < 1 || version > backupVersion) return null;
  const searches = own.list('searches', 1000).flatMap((value) => readSearch(new OwnFields(value)));
  return {
    writtenAt: own.time('writtenAt') ?? 0,
    opml: own.text('opml', maxHtml),
    folders: own.list('folders', maxFeeds).flatMap((value) => readFolder(new OwnFields(value))),
    feeds: own.list('feeds', maxFeeds).flatMap((value) => readFeed(new OwnFields(value))),
    ...(searches.length > 0 && { searches }),
    rules: own.get('rules'),
    settings: own.get('settings'),
    retention: own.get('retention'),
  };
}

/** What was pruned of one feed, from the line that says so; null for every other line. */
export function readSeen(line: string): BackupSeen | null {
  const own = parse(line);
  const feedId = own.id('feedId');
  if (feedId === null || !Array.isArray(own.get('gone'))) return null;
  const days = own.list('goneDays', maxGone);
  const pairs = own.list('gone', maxGone).flatMap((hash, i) => {
    const day = days[i];
    const isGood = typeof hash === 'string' && /^[0-9a-f]{16}$/.test(hash) && isDay(day);
    return isGood ? [{ hash, day }] : [];
  });
  return {
    feedId,
    gone: pairs.map(({ hash }) => hash),
    goneDays: pairs.map(({ day }) => day),
    prunedTo: own.time('prunedTo') ?? 0,
    begins: own.time('begins') ?? 0,
  };
}

function isDay(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffff;
}

/** The entries of one further line, those that are damaged left out; null where the line is none of a backup. */
export function readEntries(line: string): BackupEntries | null {
  const own = parse(line);
  const feedId = own.id('feedId');
  if (feedId === null || !Array.isArray(own.get('entries'))) return null;
  const items = own.list('entries', maxEntriesOfLine).map((value) => new OwnFields(value));
  return { feedId, entries: items.flatMap(readEntry) };
}

function readSearch(own: OwnFields): { title: string; query: string }[] {
  const query = own.text('query', 1000);
  return query === '' ? [] : [{ title: own.line('title', 1000), query }];
}

function readFolder(own: OwnFields): Folder[] {
  const id = own.id('id');
  if (id === null) return [];
  return [
    {
      id,
      parentId: own.id('parentId'),
      title: own.line('title', 1000),
      position: own.number('position') ?? 0,
    },
  ];
}

/** A feed whose addresses are all bad is no feed; one that never had any is an archive. */
function readFeed(own: OwnFields): BackupFeed[] {
  const id = own.id('id');
  const given = own.list('sources', 20).map((value) => new OwnFields(value));
  const sources = given
    .map((source) => ({ url: source.address('url'), privateAllowed: source.get('privateAllowed') === true }))
    .filter(({ url }) => url !== '');
  if (id === null || (given.length > 0 && sources.length === 0)) return [];
  return [
    {
      id,
      folderId: own.id('folderId'),
      customTitle: own.line('customTitle', 1000),
      title: own.line('title', 1000),
      siteUrl: own.address('siteUrl'),
      language: own.text('language', 100),
      iconUrl: own.address('iconUrl'),
      position: own.number('position') ?? 0,
      addedAt: own.time('addedAt') ?? 0,
      sources,
      ...choicesFrom(own.all()),
      ...(own.get('showsWhole') === true && { showsWhole: true as const }),
    },
  ];
}

function readEntry(own: OwnFields): BackupEntry[] {
  const fields = new OwnFields(own.get('entry'));
  const key = fields.text('key', 1000);
  const sortAt = fields.time('sortAt');
  if (key === '' || sortAt === null) return [];
  const body = own.get('body');
  const entry: BackupEntry['entry'] = {
    key,
    altKey: fields.text('altKey', 1000),
    title: fields.line('title'),
    link: fields.address('link'),
    author: fields.line('author'),
    publishedAt: fields.time('publishedAt'),
    updatedAt: fields.time('updatedAt'),
    arrivedAt: fields.time('arrivedAt') ?? sortAt,
    sortAt,
    read: fields.bit('read'),
    unreadAt: 0,
    starred: fields.bit('starred'),
    snippet: fields.text('snippet', 1000),
    image: fields.address('image'),
    contentHash: fields.text('contentHash', 100),
  };
  const readAt = entry.read === 1 ? fields.time('readAt') : null;
  const tags = own.list('tags', maxTags).flatMap((name) => (typeof name === 'string' ? tagTitle(name) : []));
  return [
    {
      entry: { ...entry, ...(readAt !== null && { readAt }), ...flagsOf(fields) },
      ...(tags.length > 0 && { tags }),
      body: body === undefined ? null : readBody(new OwnFields(body)),
      ...readBeside(own),
    },
  ];
}

/** What stands beside an entry, if anything does; without its address a page's text cannot be shown. */
function readBeside(own: OwnFields): BackupBeside {
  let length = 0;
  const revisions = own.list('revisions', keptRevisions.most).flatMap((value) => {
    const fields = new OwnFields(value);
    const [at, html] = [fields.time('at'), fields.text('html', keptRevisions.length + 1)];
    length += html.length;
    const isKept = at !== null && html !== '' && length <= keptRevisions.length;
    return isKept ? [{ at, html, title: fields.text('title') }] : [];
  });
  const fields = new OwnFields(own.get('page'));
  const [html, base] = [fields.text('html', maxHtml), fields.address('base')];
  const page = {
    html,
    base,
    language: fields.text('language', 100),
    fetchedAt: fields.time('fetchedAt') ?? 0,
  };
  return { ...(revisions.length > 0 && { revisions }), ...(html !== '' && base !== '' && { page }) };
}

/** Marks that most entries have none of. */
function flagsOf(fields: OwnFields): Pick<BackupEntry['entry'], 'hidden' | 'highlight' | 'edited' | 'audio'> {
  return {
    ...(fields.bit('hidden') === 1 && { hidden: 1 }),
    ...(fields.bit('highlight') === 1 && { highlight: 1 }),
    ...(fields.bit('edited') === 1 && { edited: 1 }),
    ...(fields.bit('audio') === 1 && { audio: 1 }),
  };
}

function readBody(own: OwnFields): NonNullable<BackupEntry['body']> {
  const [sentBy, sentAt] = [own.address('sentBy'), own.time('sentAt')];
  return {
    html: own.text('html', maxHtml),
    base: own.address('base'),
    language: own.text('language', 100),
    categories: own.list('categories', 1000).filter((value) => typeof value === 'string'),
    enclosures: own.list('enclosures', 1000).flatMap((value) => readEnclosure(new OwnFields(value))),
    comments: own.address('comments'),
    ...(sentBy !== '' && sentAt !== null && { sentBy, sentAt }),
  };
}

function readEnclosure(own: OwnFields): Enclosure[] {
  const url = own.address('url');
  if (url === '') return [];
  const [type, title] = [own.text('type', 200), own.line('title', 1000)];
  return [{ url, type, title, length: own.number('length'), duration: own.number('duration') }];
}
