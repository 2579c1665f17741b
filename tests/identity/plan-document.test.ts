import { describe, expect, it } from 'vitest';
import type { ParsedEntry } from '../../utils/model/parsed';
import { entry } from '../feed/entry';
import { PlainStore } from './plain-store';

const day = 86_400_000;
const hour = 3_600_000;
const now = 20_000 * day;

/** What is in the store after these documents, one a day; everything is read after each. */
async function afterDocuments(...documents: Partial<ParsedEntry>[][]) {
  const store = new PlainStore();
  for (const [i, document] of documents.entries()) {
    await store.markAllRead(now + i * day - 1);
    await store.poll(document.map(entry), now + i * day, 0);
  }
  const entries = await store.entries();
  return { unread: entries.filter(({ isRead }) => !isRead).map(({ title }) => title), count: entries.length };
}

const articles = (count: number, fields: (i: number) => Partial<ParsedEntry>) =>
  Array.from({ length: count }, (_, i) => ({
    id: `${i}`,
    link: `https://a.test/${i}`,
    title: `Article ${i}`,
    published: now - i * hour,
    content: `Text ${i}`,
    ...fields(i),
  }));

describe('known again', () => {
  it.each<[string, (i: number) => Partial<ParsedEntry>]>([
    ['under other ids', (i) => ({ id: `new ${i}` })],
    ['under one id for all', () => ({ id: 'the feed' })],
    ['without ids', () => ({ id: '' })],
    ['by other ids, redated', (i) => ({ id: `new ${i}`, published: now + day })],
    ['by other ids, without dates', (i) => ({ id: `new ${i}`, published: null })],
    ['by other ids, edited', (i) => ({ id: `new ${i}`, content: `Text ${i}, corrected` })],
    ['by other ids, at another scheme', (i) => ({ id: `new ${i}`, link: `http://www.a.test/${i}` })],
    ['by other ids, with tracking', (i) => ({ id: `new ${i}`, link: `https://a.test/${i}?utm_source=rss` })],
    ['redated', () => ({ published: now + day })],
    ['edited', (i) => ({ title: `Article ${i}, corrected`, content: 'Text, corrected' })],
    ['by other ids and addresses', (i) => ({ id: `new ${i}`, link: `https://b.test/p?${i}` })],
    ['by other addresses alone', (i) => ({ id: '', link: `https://m.a.test/${i}?reader=${i}` })],
    [
      'by addresses in another spelling, redated',
      (i) => ({ id: '', link: `http://A.test/${i}/`, published: null }),
    ],
    ['by other ids and titles', (i) => ({ id: `new ${i}`, title: `Corrected ${i}`, content: `Text ${i}!` })],
    ['moved and edited', (i) => ({ link: `https://b.test/${i}`, content: 'Text, corrected' })],
  ])('%s', async (_name, fields) => {
    const after = await afterDocuments(
      articles(9, () => ({})),
      articles(9, fields),
    );
    expect(after).toEqual({ unread: [], count: 9 });
  });

  it('by a twin with addresses of its own, which lists some as they were to the minute, and their beginnings', async () => {
    const ours = articles(9, (i) => ({ id: `https://feedx.net/${i}`, link: `https://feedx.net/${i}` }));
    const twin = articles(9, (i) => ({ id: `https://feedx.site/${i}`, link: `https://feedx.site/${i}` }));
    expect(await afterDocuments(ours, twin, ours)).toEqual({ unread: [], count: 9 });
    const minute = (all: typeof ours) =>
      all.map((one) => ({ ...one, published: (one.published ?? 0) + 61_000 }));
    const short = minute(twin).map((one) => ({ ...one, content: 'Its beginning' }));
    expect(await afterDocuments(minute(ours), short)).toEqual({ unread: [], count: 9 });
  });

  it('without id and address, though each document has the date of its making', async () => {
    const made = (at: number) => articles(9, () => ({ id: '', link: '', published: at }));
    expect(await afterDocuments(made(now), made(now + day))).toEqual({ unread: [], count: 9 });
    const page = (at: number) => articles(9, () => ({ id: '', link: 'https://a.test/all', published: at }));
    expect(await afterDocuments(page(now), page(now + day))).toEqual({ unread: [], count: 9 });
  });

  it('after it was away, under another id', async () => {
    const all = articles(9, () => ({}));
    const back = articles(9, (i) => ({ id: `new ${i}` }));
    expect(await afterDocuments(all, all.slice(0, 3), back)).toEqual({ unread: [], count: 9 });
  });
});

describe('new', () => {
  it('is the second of two that look like one which was there', async () => {
    const [one] = articles(1, () => ({}));
    const twins = [
      { ...one, id: 'new 1' },
      { ...one, id: 'new 2' },
    ];
    expect(await afterDocuments([{ ...one }], twins)).toEqual({ unread: ['Article 0'], count: 2 });
  });

  it('is an hourly bulletin, always with one title and link, after a day away', async () => {
    const bulletin = (day: number) =>
      articles(24, (i) => ({
        id: `${day}/${i}`,
        title: `News at ${i}`,
        link: 'https://radio.test/news',
        content: 'The news.',
        published: now + day * 24 * hour - i * hour,
      }));
    expect((await afterDocuments(bulletin(0), bulletin(1))).unread).toHaveLength(24);
  });

  it('is the one entry of a feed that has one id for whatever is its newest', async () => {
    const one = (i: number) => articles(i + 1, () => ({ id: 'latest', published: now + i * day })).slice(-1);
    expect(await afterDocuments(one(0), one(1), one(2))).toEqual({ unread: ['Article 2'], count: 3 });
  });

  it('is what comes under an id for whatever is its newest, after what had it was pruned', async () => {
    const store = new PlainStore();
    const one = (i: number) =>
      articles(i + 1, () => ({ id: 'latest', published: now + i * day }))
        .slice(-1)
        .map(entry);
    for (let i = 0; i < 9; i++) {
      await store.poll(one(i), now + i * day, 0);
      await store.markAllRead(now + i * day);
    }
    // what is between them is listed with it, and told from it by its address
    await store.poll([...one(7), ...one(8)], now + 9 * day, 0);
    await store.prune(now + 100 * day);
    expect(await store.entries()).toHaveLength(3);
    await store.poll(one(9), now + 100 * day, 0);
    await store.poll(one(10), now + 101 * day, 0);
    const entries = await store.entries();
    expect(entries.filter(({ isRead }) => !isRead).map(({ title }) => title)).toEqual([
      'Article 9',
      'Article 10',
    ]);
  });

  it('is another link of a site that has the same words at another time', async () => {
    const today = (at: number) =>
      articles(1, () => ({ id: `${at}`, link: `https://paper.test/${at}`, title: 'Today', published: at }));
    expect((await afterDocuments(today(now), today(now + day))).count).toBe(2);
    const recording = { url: 'https://a.test/1.mp3', type: 'audio/mpeg', title: '', length: 1, duration: 1 };
    const heard = (at: number) =>
      articles(1, () => ({ id: '', link: '', title: 'Today', published: at, enclosures: [recording] }));
    expect((await afterDocuments(heard(now), heard(now + day))).count).toBe(2);
  });

  it('is an entry at the front page with a date of its own', async () => {
    const comic = (at: number) => [
      { id: `${at}`, title: 'Today', link: 'https://comic.test/', content: 'Look!', published: at },
    ];
    expect((await afterDocuments(comic(now), comic(now + day))).unread).toEqual(['Today']);
  });
});

describe('an archive that is opened', () => {
  it('comes in as read, what is really new does not', async () => {
    const all = articles(300, () => ({}));
    const fresh = articles(1, () => ({
      id: 'x',
      title: 'News',
      link: 'https://a.test/x',
      published: now + hour,
    }));
    const after = await afterDocuments(all.slice(0, 10), [...fresh, ...all]);
    expect(after).toEqual({ unread: ['News'], count: 301 });
  });

  it('is not the rest of a document that was cut at first', async () => {
    const store = new PlainStore();
    const all = articles(9, () => ({})).map(entry);
    await store.poll(all, now, 4);
    await store.poll(all, now, 0);
    expect((await store.entries()).filter(({ isRead }) => !isRead)).toHaveLength(9);
  });
});

describe('a document without end', () => {
  it('gives its first 5,000 articles', async () => {
    const { count, unread } = await afterDocuments(articles(6000, () => ({})));
    expect(count).toBe(5000);
    expect(unread).toContain('Article 4999');
    expect(unread).not.toContain('Article 5000');
  });
});
