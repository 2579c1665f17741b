import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { getUncleaned, watchUncleaned } from '../../utils/browser/cleaning-choices';
import type { Cleaned } from '../../utils/clean/hide-repeats';
import type { Repeats } from '../../utils/clean/learn';
import { listBodies } from '../../utils/db/entry-links';
import { listEntries } from '../../utils/db/entry-lists';
import type { Body, Entry } from '../../utils/model/entry';

/** How many of a feed's newest articles are looked at, and up to which length (characters of HTML). */
const sample = { articles: 30, length: 100_000 };

/** Feeds that are shown whole by the reader's choice; null until it is known. */
export const uncleaned = signal<Set<number> | null>(null);

/** What feeds repeat, as long as their newest article stays the same. */
const learned = new Map<number, { newest: number; repeats: Repeats }>();

async function repeatsOf(feedId: number): Promise<Repeats> {
  const entries = await listEntries({ filter: 'all', feedIds: [feedId], limit: sample.articles });
  const newest = entries.reduce((latest, { id }) => Math.max(latest, id), 0);
  const known = learned.get(feedId);
  if (known?.newest === newest) return known.repeats;
  const bodies = await listBodies(entries.map(({ id }) => id));
  const samples = entries.flatMap(({ id, title, link, publishedAt }) => {
    const html = bodies.get(id)?.html ?? '';
    return html === '' || html.length > sample.length ? [] : [{ html, title, link, publishedAt }];
  });
  const { learnRepeats } = await import('../../utils/clean/learn');
  const repeats = learnRepeats(samples);
  learned.set(feedId, { newest, repeats });
  return repeats;
}

function followChoices(): void {
  if (uncleaned.value !== null) return;
  uncleaned.value = new Set();
  watchUncleaned((feedIds) => {
    uncleaned.value = feedIds;
  });
  void getUncleaned().then((feedIds) => {
    uncleaned.value = feedIds;
  });
}

async function clean(entry: Entry, body: Body): Promise<Cleaned> {
  const repeats = await repeatsOf(entry.feedId);
  const { hideRepeats } = await import('../../utils/clean/hide-repeats');
  return hideRepeats(body.html, entry, repeats);
}

/** The article without what its feed repeats; null while that is looked up. As it is where the look-up fails. */
export function useCleaned(entry: Entry, body: Body): Cleaned | null {
  const [cleaned, setCleaned] = useState<{ of: Body; is: Cleaned } | null>(null);
  useEffect(() => {
    let current = true;
    followChoices();
    const take = (is: Cleaned) => current && setCleaned({ of: body, is });
    clean(entry, body).then(take, () => take({ html: body.html, hidden: [], articles: 0 }));
    return () => {
      current = false;
    };
  }, [body, entry.id]);
  return cleaned?.of === body ? cleaned.is : null;
}
