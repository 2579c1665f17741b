import { describe, expect, it } from 'vitest';
import { excerptOf, findMarks } from '../../utils/search/marks';
import { parseQuery } from '../../utils/search/query';

const termsOf = (query: string) => parseQuery(query, 0).words;

describe('what was found is marked', () => {
  const marked = (query: string, text: string) =>
    findMarks(termsOf(query), text).map(([from, to]) => text.slice(from, to));
  it.each([
    ['climate', 'Climate; the climates', ['Climate', 'climate']],
    ['late climate', 'climate is late', ['climate', 'late']],
    // one mark for what overlaps, touches, or stands within another
    ['美国 国会', '在美国会议上', ['美国会']],
    ['美国 国会', '美国国会', ['美国国会']],
    ['美国国会 国', '美国国会通过', ['美国国会']],
    ['comp computer', 'a computer', ['computer']],
    ['臺灣', '台湾與臺灣', ['台湾', '臺灣']],
    // an accent belongs to the letter before it, a letter of two to both
    ['cafe', 'un cafe\u0301, deux', ['cafe\u0301']],
    ['stras', 'Straße', ['Straß']],
    ['final', 'ﬁnal', ['ﬁnal']],
    ['fi', 'ﬁnal', ['ﬁ']],
    ['nowhere', 'climate', []],
    ['', 'climate', []],
  ])('%s in %s', (query, text, expected) => {
    expect(marked(query, text)).toEqual(expected);
  });

  it('is never empty, also where half of a letter is looked for', () => {
    const marks = findMarks(termsOf('f'), 'ﬁnal');
    expect(marks).toEqual([[0, 1]]);
  });
});

describe('an excerpt', () => {
  const filler = (words: number) => 'word '.repeat(words);

  it('is the beginning, where what was found stands in it', () => {
    const text = `${filler(10)}climate ${filler(60)}`;
    expect(excerptOf(termsOf('climate'), text)).toBe(text.slice(0, 200));
  });

  it('begins a little before the first of what was found, and cuts no word', () => {
    const text = `${filler(40)}first ${filler(60)}second ${filler(60)}`;
    for (const query of ['first', 'first second', 'second first']) {
      const excerpt = excerptOf(termsOf(query), text) ?? '';
      expect(excerpt).toMatch(/^…(word ){1,6}first word/);
      expect(excerpt).toHaveLength(201);
    }
    expect(excerptOf(termsOf('second'), text)).toMatch(/^…(word ){1,6}second word/);
  });

  it('cuts no sign in two', () => {
    const text = `${'𠮷'.repeat(100)}找到${'𠮷'.repeat(100)}`;
    for (const more of ['', '之']) {
      const excerpt = excerptOf(termsOf('找到'), text.replace('找到', `${more}找到`)) ?? '';
      expect(excerpt).toMatch(/^…(?:𠮷)+之?找到/u);
    }
  });

  it('is none of a text that has none of it', () => {
    expect(excerptOf(termsOf('climate'), filler(10))).toBeNull();
    expect(excerptOf([], filler(10))).toBeNull();
  });
});
