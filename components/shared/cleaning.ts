import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { getUncleaned, watchUncleaned } from '../../utils/browser/cleaning-choices';
import type { CleanedArticle } from '../../utils/clean/clean-article';
import type { Repeats } from '../../utils/clean/learn';
import { listBodies } from '../../utils/db/entry-links';
import { listEntries } from '../../utils/db/entry-lists';
import type { Body, Entry } from '../../utils/model/entry';
import type { Hiding } from '../../utils/model/hiding';
import { feedFace } from './feeds-state';

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

async function clean(
  entry: Entry,
  body: Body,
  isSent: boolean,
  hiding: Hiding | null,
): Promise<CleanedArticle> {
  const repeats = isSent ? await repeatsOf(entry.feedId) : null;
  const { cleanArticle } = await import('../../utils/clean/clean-article');
  return cleanArticle(body.html, entry, repeats, hiding ?? undefined);
}

/** What was cleaned before it is shown: of bodies as their feeds sent them. */
const ahead = new WeakMap<Body, { hiding: Hiding | null; is: CleanedArticle }>();

/** Cleans an article that will be shown soon. */
export async function cleanAhead(entry: Entry, body: Body): Promise<void> {
  followChoices();
  const { hiding } = feedFace(entry.feedId);
  ahead.set(body, { hiding, is: await clean(entry, body, true, hiding) });
}

function cleanedAhead(body: Body, isSent: boolean, hiding: Hiding | null): CleanedArticle | null {
  const known = isSent ? ahead.get(body) : undefined;
  return known?.hiding === hiding ? (known?.is ?? null) : null;
}

/**
 * The article without what its feed repeats, where it is what the feed sent (`isSent`), and without what the reader's rules
 * mean; null while that is looked up. As it is where the look-up fails.
 */
export function useCleaned(entry: Entry, body: Body, isSent: boolean): CleanedArticle | null {
  const [cleaned, setCleaned] = useState<{ of: Body; is: CleanedArticle } | null>(null);
  const { hiding } = feedFace(entry.feedId);
  const ready = cleanedAhead(body, isSent, hiding);
  useEffect(() => {
    let current = true;
    followChoices();
    if (ready) return;
    const take = (is: CleanedArticle) => current && setCleaned({ of: body, is });
    const { html } = body;
    clean(entry, body, isSent, hiding).then(take, () =>
      take({ html, hidden: [], articles: 0, withRepeats: html, own: [] }),
    );
    return () => {
      current = false;
    };
  }, [body, entry.id, isSent, hiding]);
  return ready ?? (cleaned?.of === body ? cleaned.is : null);
}
