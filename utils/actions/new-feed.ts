import type { Feed, Source } from '../model/feed';

/** A source that has never been asked. */
export function newSource(url: string, privateAllowed: boolean): Source {
  return { url, privateAllowed, validators: null, bodyHash: '' };
}

/** A subscription before its first check; the database gives it an id. */
export function newFeed(
  known: Pick<Feed, 'sources' | 'addedAt' | 'nextCheckAt'> & Partial<Feed>,
): Omit<Feed, 'id'> {
  return {
    folderId: null,
    customTitle: '',
    title: '',
    siteUrl: '',
    description: '',
    language: '',
    iconUrl: '',
    position: 0,
    removedAt: null,
    lastAttemptAt: null,
    lastSuccessAt: null,
    lastNewAt: null,
    lastCheck: null,
    leaseUntil: 0,
    failures: 0,
    problem: null,
    ...known,
  };
}
