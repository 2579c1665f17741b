import { deleteDB } from 'idb';
import { addFeeds, type NewFeed } from '../../utils/db/feeds';
import type { NewEntry } from '../../utils/db/new-rows';
import { closeDatabase, databaseName } from '../../utils/db/open';

/** Every test begins with no database at all. */
export async function freshDatabase(): Promise<void> {
  await closeDatabase();
  await deleteDB(databaseName);
}

export function newFeed(title: string, more: Partial<NewFeed> = {}): NewFeed {
  const url = `https://feeds.example/${title}.xml`;
  return {
    folderId: null,
    customTitle: '',
    title,
    siteUrl: `https://${title}.example/`,
    description: '',
    language: '',
    iconUrl: '',
    sources: [{ url, privateAllowed: false, validators: null, bodyHash: '' }],
    position: 0,
    addedAt: 1000,
    removedAt: null,
    nextCheckAt: 0,
    lastAttemptAt: null,
    lastSuccessAt: null,
    lastNewAt: null,
    lastCheck: null,
    leaseUntil: 0,
    failures: 0,
    problem: null,
    ...more,
  };
}

export async function addFeed(title: string, more: Partial<NewFeed> = {}): Promise<number> {
  const [id] = await addFeeds([newFeed(title, more)]);
  if (id === undefined) throw new Error('no feed was stored');
  return id;
}

/** An entry as a check finds it; its words and hash follow from `version`, so that an edit shows. */
export function newEntry(key: string, more: Partial<NewEntry['entry']> = {}, version = 1): NewEntry {
  const sortAt = more.sortAt ?? 1000;
  return {
    entry: {
      key,
      altKey: `alt ${key}`,
      title: `Title of ${key}, version ${version}`,
      link: `https://site.example/${key}`,
      author: 'An author',
      publishedAt: sortAt,
      updatedAt: null,
      arrivedAt: sortAt,
      sortAt,
      read: 0,
      unreadAt: 0,
      starred: 0,
      snippet: `What ${key} is about`,
      image: '',
      contentHash: `${key} ${version}`,
      ...more,
    },
    body: {
      html: `<p>${key}, version ${version}</p>`,
      base: 'https://site.example/',
      language: 'en',
      categories: [],
      enclosures: [],
      comments: '',
    },
  };
}
