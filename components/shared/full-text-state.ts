import { signal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { requestAccess } from '../../utils/browser/permissions';
import { listBodies } from '../../utils/db/entry-links';
import { listEntries } from '../../utils/db/entry-lists';
import { getFullText } from '../../utils/db/full-texts';
import type { FullTextRow } from '../../utils/db/schema';
import { watchChanges } from '../../utils/messages/changes';
import { send } from '../../utils/messages/send';
import type { Body, Entry } from '../../utils/model/entry';
import { originPatterns } from '../../utils/text/address';
import { readWebUrl } from '../../utils/text/address-url';
import { feedsById } from './feeds-state';
import { perform } from './perform';
import { preparedArticle } from './prepared';

/** Articles whose pages are being asked. */
export const fetching = signal<ReadonlySet<number>>(new Set());

function note(entryId: number, isOn: boolean): void {
  const ids = new Set(fetching.value);
  if (isOn) ids.add(entryId);
  else ids.delete(entryId);
  fetching.value = ids;
}

/** The browser asks only straight in the click; what came of it is read from the database. */
export function loadFullText({ id, link }: Entry): void {
  const asked = requestAccess(originPatterns(link)).catch(() => false);
  note(id, true);
  void asked.then(() => send('fetchFullText', { entryId: id })).then(() => note(id, false));
}

/** From now on, or no longer, for every article of the feed. */
export function setFullText({ feedId, link }: Pick<Entry, 'feedId' | 'link'>, fullText: boolean): void {
  const asked = fullText ? requestAccess(originPatterns(link)).catch(() => false) : Promise.resolve(true);
  void asked.then(() => perform('setFullText', { feedId, fullText }));
}

/** What is known of the text of the entry's page; null while that is looked up. */
export function useFullText(entryId: number): FullTextRow | undefined | null {
  const [known, setKnown] = useState<{ of: number; row: FullTextRow | undefined } | null>(null);
  const ready = useMemo(() => preparedArticle(entryId), [entryId]);
  useEffect(() => {
    let current = true;
    const take = (row: FullTextRow | undefined) => current && setKnown({ of: entryId, row });
    const look = () => void getFullText(entryId).then(take, () => take(undefined));
    if (!ready) look();
    const stop = watchChanges((change) => {
      if (change.kind === 'entries' && change.entryIds.includes(entryId)) look();
    });
    return () => {
      current = false;
      stop();
    };
  }, [entryId]);
  if (known?.of === entryId) return known.row;
  return ready ? ready.full : null;
}

/** How many of a feed's newest articles are looked at. */
const sample = 12;

async function isBeginning({ feedId, link }: Entry, body: Body): Promise<boolean> {
  if (!readWebUrl(link)) return false;
  const { isNothing, looksCut, sendsBeginnings } = await import('../../utils/clean/truncated');
  if (isNothing(body)) return feedsById.value.has(feedId);
  if (body.html !== '' && !looksCut(body.html)) return false;
  const entries = await listEntries({ filter: 'all', feedIds: [feedId], limit: sample });
  const bodies = await listBodies(entries.map(({ id }) => id));
  return sendsBeginnings([...bodies.values()].map(({ html }) => html));
}

/** Whether this is only the beginning of an article, of a feed that sends no more; or nothing of it. */
export function useIsBeginning(entry: Entry, body: Body): boolean {
  const [found, setFound] = useState<Body | null>(null);
  useEffect(() => {
    let current = true;
    void isBeginning(entry, body).then(
      (is) => current && setFound(is ? body : null),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [body]);
  return found === body;
}
