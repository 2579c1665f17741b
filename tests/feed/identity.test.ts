import { describe, expect, it } from 'vitest';
import { entryKeys } from '../../utils/feed/identity';
import type { ParsedEntry } from '../../utils/model/parsed';
import { entry } from './entry';

const keys = (...entries: Partial<ParsedEntry>[]) => entryKeys(entries.map(entry)).map(({ key }) => key);
const altKeys = (...entries: Partial<ParsedEntry>[]) =>
  entryKeys(entries.map(entry)).map(({ altKey }) => altKey);

/** Two states of one article: what a feed said at one poll, and at the next. */
const same: [name: string, before: Partial<ParsedEntry>, after: Partial<ParsedEntry>][] = [
  ['an edited title', { id: '1', title: 'A' }, { id: '1', title: 'B' }],
  ['a moved link', { id: '1', link: 'https://a.test/1' }, { id: '1', link: 'https://a.test/2' }],
  ['https for http in the id', { id: 'http://a.test/1' }, { id: 'https://a.test/1' }],
  ['www. in the id', { id: 'https://www.a.test/?p=1' }, { id: 'https://a.test/?p=1' }],
  ['the case of the host', { id: 'https://Blog.A.test/X' }, { id: 'https://blog.a.test/X' }],
  ['a default port', { link: 'https://a.test:443/1' }, { link: 'https://a.test/1' }],
  ['white space around the id', { id: ' 1\n' }, { id: '1' }],
  ['no id, https for http in the link', { link: 'http://a.test/1' }, { link: 'https://www.a.test/1' }],
  ['no id, a new date', { link: 'http://a.test/1', published: 1 }, { link: 'http://a.test/1', published: 2 }],
  [
    'no id, no link, an edited text',
    { title: 'A', published: 1, summary: 'x' },
    { title: 'A', published: 1, summary: 'y' },
  ],
  ['no id, no link, no date', { title: 'A', summary: 'x' }, { title: 'A', summary: 'x' }],
];

const different: [name: string, one: Partial<ParsedEntry>, other: Partial<ParsedEntry>][] = [
  ['ids that differ in case (yt:video:aB, yt:video:ab)', { id: 'yt:video:aB' }, { id: 'yt:video:ab' }],
  ['paths that differ in case', { id: 'https://a.test/A' }, { id: 'https://a.test/a' }],
  ['fragments', { id: 'https://a.test/thread#1' }, { id: 'https://a.test/thread#2' }],
  ['queries', { link: 'https://a.test/?p=1' }, { link: 'https://a.test/?p=2' }],
  ['subdomains', { link: 'https://en.a.test/1' }, { link: 'https://de.a.test/1' }],
  ['a trailing slash in an id that is no address', { id: 'a/' }, { id: 'a' }],
  ['nothing but the date', { title: 'Briefing', published: 1 }, { title: 'Briefing', published: 2 }],
  [
    'nothing but the enclosure',
    { title: 'A', enclosures: [file('1')] },
    { title: 'A', enclosures: [file('2')] },
  ],
  ['nothing but the text', { summary: 'x' }, { summary: 'y' }],
];

function file(name: string) {
  return { url: `https://a.test/${name}.mp3`, type: 'audio/mpeg', length: null, title: '', duration: null };
}

describe('an entry keeps its key over', () => {
  it.each(same)('%s', (_name, before, after) => {
    expect(keys(before)).toEqual(keys(after));
  });
});

describe('two entries of one document are told apart by', () => {
  it.each(different)('%s', (_name, one, other) => {
    const [first, second] = keys(one, other);
    expect(first).not.toBe(second);
  });
});

describe('ids that repeat in one document', () => {
  it('get the link appended where the links differ', () => {
    const [first, second, third] = keys(
      { id: '1', link: 'https://a.test/1' },
      { id: '1', link: 'https://a.test/2' },
      { id: '2', link: 'https://a.test/3' },
    );
    expect([first, second, third]).toEqual(['1 a.test/1', '1 a.test/2', '2']);
  });

  it('are one entry where the links are one', () => {
    const [first, second] = keys(
      { id: '1', link: 'l', title: 'A' },
      { id: '1', link: 'l', title: 'A, edited' },
      { id: '2' },
    );
    expect(first).toBe(second);
  });

  it('say nothing where all have the same id and link', () => {
    const titles = ['A', 'B', 'C', 'D'];
    const found = keys(...titles.map((title) => ({ id: 'https://a.test/', link: 'https://a.test/', title })));
    expect(new Set(found).size).toBe(4);
  });

  it('keep the keys of the others when the newest is added in front', () => {
    const older = [1, 2, 3].map((n) => ({ id: 'feed', link: `https://a.test/${n}` }));
    expect(keys({ id: 'feed', link: 'https://a.test/4' }, ...older).slice(1)).toEqual(keys(...older));
  });
});

describe('the second key', () => {
  const story = { title: 'Story', link: 'https://a.test/story' };

  it.each([
    ['ids that change at every poll', { ...story, id: '1' }, { ...story, id: '2' }],
    ['tracking parameters that change', { ...story, link: `${story.link}?utm_source=rss&utm_id=1` }, story],
    ['a tracking fragment', { ...story, link: `${story.link}#utm_medium=feed` }, story],
    ['http and www.', { ...story, link: 'http://www.a.test/story' }, story],
    ['white space in the title', { ...story, title: ' Story\n' }, story],
  ])('is the same over %s', (_name, before, after) => {
    expect(altKeys(before)).toEqual(altKeys(after));
  });

  it.each([
    ['another title', { ...story, title: 'Other' }],
    ['another link', { ...story, link: 'https://a.test/other' }],
    ['a parameter that is not for tracking', { ...story, link: 'https://a.test/story?page=2' }],
  ])('differs for %s', (_name, other) => {
    expect(altKeys(story)).not.toEqual(altKeys(other));
  });

  it('leaves the first key alone: two addresses that differ in a parameter are two', () => {
    const [first, second] = keys(story, { ...story, link: `${story.link}?utm_source=rss` });
    expect(first).not.toBe(second);
  });
});

describe('a key', () => {
  it('is short even where the id is an article', () => {
    const long = 'x'.repeat(5000);
    const [first, second] = keys({ id: `${long}1` }, { id: `${long}2` });
    expect(first?.length).toBeLessThanOrEqual(200);
    expect(first).not.toBe(second);
  });

  it('does not depend on the rest of the document', () => {
    const a = { id: 'a', link: 'https://a.test/a' };
    const others = Array.from({ length: 50 }, (_, i) => ({ id: `other ${i}` }));
    expect(keys(...others, a).at(-1)).toBe(keys(a)[0]);
  });
});
