import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../utils/feed/parse';
import type { ParsedEntry, ParsedFeed } from '../../utils/model/parsed';
import { htmlToText } from '../../utils/text/html-text';
import { fixtureFolder, siteNames, sourcePath } from '../server/sites';

/** What a person reads in the document; what is left out is not compared. */
interface Expected {
  /** The address the feed came from. */
  url: string;
  expect: {
    format: string;
    title?: string;
    link?: string;
    encoding: string;
    entries: number;
    first: {
      id?: string;
      title?: string;
      link?: string;
      published?: string | null;
      updated?: string;
      text?: string;
    };
  };
}

describe.each(siteNames())('%s', (site) => {
  const expected: Expected = JSON.parse(readFileSync(join(fixtureFolder, site, 'expected.json'), 'utf8'));
  const bytes = readFileSync(sourcePath(site) ?? '');
  const feed = parseFeed(bytes, { url: expected.url });

  test('is understood as a person reads it', () => {
    expect(feed).not.toBeNull();
    expect(feed && factsOf(feed, expected)).toEqual(normal(expected.expect));
  });

  test('has addresses that stand for themselves and no missing values', () => {
    for (const entry of feed?.entries ?? []) {
      expect(Object.values(entry)).not.toContain(undefined);
      for (const address of [
        entry.link,
        entry.comments,
        entry.thumbnail,
        ...entry.enclosures.map((e) => e.url),
      ]) {
        expect(address === '' || URL.canParse(address), `${address} of "${entry.title}"`).toBe(true);
      }
    }
  });

  test('names its origin and licence', () => {
    expect(readFileSync(join(fixtureFolder, site, 'NOTICE.md'), 'utf8')).toMatch(
      /licence|public domain|Rights as there/,
    );
  });
});

test('the article of the first reader survives byte for byte', () => {
  const source = readFileSync(sourcePath('feedx-voachinese') ?? '', 'utf8');
  const html = source.slice(
    source.indexOf('<description><![CDATA[<div>') + 22,
    source.indexOf(']]></description><', 900),
  );
  const feed = parseFeed(Buffer.from(source), { url: 'https://feedx.net/rss/voachinese.xml' });
  const entry = feed?.entries[0];
  expect(html.length).toBeGreaterThan(2000);
  expect(entry?.content || entry?.summary).toBe(html);
});

/** The same facts of what the parser gave, and only those that the expectation names. */
function factsOf(feed: ParsedFeed, expected: Expected): Expected['expect'] {
  const first = feed.entries[0];
  const { title, link, first: wanted } = expected.expect;
  return normal({
    format: feed.format,
    ...(title !== undefined && { title: feed.title }),
    ...(link !== undefined && { link: feed.link }),
    encoding: feed.encoding,
    entries: feed.entries.length,
    first: first ? entryFacts(first, wanted) : {},
  });
}

function entryFacts(entry: ParsedEntry, wanted: Expected['expect']['first']): Expected['expect']['first'] {
  const text = htmlToText(entry.content || entry.summary).replace(/\s+/g, '');
  const all = {
    id: entry.id,
    title: entry.title,
    link: entry.link,
    published: timeWords(entry.published),
    updated: timeWords(entry.updated),
    text: text.slice(0, wanted.text?.length ?? 0),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in wanted));
}

function timeWords(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString().replace('.000Z', 'Z');
}

/** Addresses in the form that URL gives them: `https://host` and `https://host/` are one. */
function normal(facts: Expected['expect']): Expected['expect'] {
  const first = { ...facts.first, ...(facts.first.link && { link: new URL(facts.first.link).href }) };
  return { ...facts, first, ...(facts.link && { link: new URL(facts.link).href }) };
}
