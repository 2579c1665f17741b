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
    ['moved and edited', (i) => ({ link: `https://b.test/${i}`, content: 'Text, corrected' })],
  ])('%s', async (_name, fields) => {
    const after = await afterDocuments(
      articles(9, () => ({})),
      articles(9, fields),
    );
    expect(after).toEqual({ unread: [], count: 9 });
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
