import { describe, expect, it } from 'vitest';
import { toPlain } from '../../utils/search/plain';
import { type Filter, parseQuery, renameInQuery } from '../../utils/search/query';
import { findTerm, hasTerm } from '../../utils/search/term';

const now = new Date(2026, 10, 22, 18, 30).getTime();
const at = (year: number, month: number, date: number) => new Date(year, month - 1, date).getTime();

function words(text: string): string[] {
  return parseQuery(text, now).words.map(
    ({ plain, whole, not }) => `${not ? '-' : ''}${plain.trim()}${whole ? '.' : '*'}`,
  );
}

function filters(text: string): string[] {
  const say = (filter: Filter) => {
    if ('term' in filter) return `${filter.not ? '-' : ''}${filter.kind}:${filter.term.plain.trim()}`;
    return 'at' in filter ? `${filter.kind}:${filter.at}` : `${filter.not ? '-' : ''}${filter.kind}`;
  };
  return parseQuery(text, now).filters.map(say);
}

describe('words', () => {
  it.each([
    ['', []],
    ['  Climate  Change ', ['climate*', 'change*']],
    ['"climate change"', ['climate change.']],
    ['“climate change”', ['climate change.']],
    ['"climate cha', ['climate cha*']],
    ['-spam -"buy now"', ['-spam*', '-buy now.']],
    ['COVID-19', ['covid 19*']],
    ['美國之音', ['美国之音*']],
    ['「美國之音」', ['美国之音.']],
    ['https://example.org/a', ['https example org a*']],
    ['note: this', ['note*', 'this*']],
    ['- — 。', []],
    ['c++', ['c*']],
    ['say"so', ['say so*']],
    ['＂climate change＂', ['climate change.']],
    ['«climate change» „buy now“ »x y«', ['climate change.', 'buy now.', 'x y.']],
    ['『总统』｢府｣〝人〞﹁口﹂', ['总统.', '府.', '人.', '口.']],
    ['「美國」「法案」-「國會」x', ['美国.', '法案.', '-国会.', 'x*']],
    ['"a b"', ['a b.']],
    ['““', []],
    ['iPhone手機', ['iphone 手机*']],
    ['ＢＢＣ　５Ｇ', ['bbc*', '5g*']],
    ['foo:bar', ['foo bar*']],
    ['😀', ['😀*']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected.map((one) => toPlain(one).text && one));
  });
});

describe('filters', () => {
  it.each([
    ['feed:bbc', ['feed:bbc']],
    ['feed:"BBC News" x', ['feed:bbc news']],
    ['-feed:bbc', ['-feed:bbc']],
    ['Folder:News', ['folder:news']],
    ['tag:later', ['tag:later']],
    ['is:unread', ['unread']],
    ['is:read', ['-unread']],
    ['-is:read', ['unread']],
    ['is:starred -is:starred', ['starred', '-starred']],
    ['is:edited -is:edited 是：改过', ['edited', '-edited', 'edited']],
    ['is:audio 是：有音频', ['audio', 'audio']],
    ['is:hidden', ['hidden']],
    ['是:有改動 是:音訊 是:隱藏 是:收藏', ['edited', 'audio', 'hidden', 'starred']],
    ['是:加星 是:加星號 is:已加星 is:已加星號', ['starred', 'starred', 'starred', 'starred']],
    ['-is:hidden 是:已读', ['-hidden', '-unread']],
    ['「美國」is:unread', ['unread']],
    ['ｉｓ：ｒｅａｄ', ['-unread']],
    ['feed：「BBC 新聞」x', ['feed:bbc 新闻']],
    ['after:2026', [`after:${at(2026, 1, 1)}`]],
    ['before:2026-01', [`before:${at(2026, 1, 1)}`]],
    ['after:2026-01-21', [`after:${at(2026, 1, 21)}`]],
    ['-after:2026-01-21', [`before:${at(2026, 1, 21)}`]],
    ['after:today', [`after:${at(2026, 11, 22)}`]],
    ['before:yesterday', [`before:${at(2026, 11, 21)}`]],
    ['after:7d', [`after:${now - 7 * 86_400_000}`]],
    ['after:2w before:36h', [`after:${now - 14 * 86_400_000}`, `before:${now - 36 * 3_600_000}`]],
    ['after:3m before:1y', [`after:${now - 90 * 86_400_000}`, `before:${now - 365 * 86_400_000}`]],
    ['晚於：今天', [`after:${at(2026, 11, 22)}`]],
    ['早于:昨日', [`before:${at(2026, 11, 21)}`]],
    ['after:7天', [`after:${now - 7 * 86_400_000}`]],
    ['after:２週前', [`after:${now - 14 * 86_400_000}`]],
    ['after:12小時', [`after:${now - 43_200_000}`]],
    ['before:3個月', [`before:${now - 90 * 86_400_000}`]],
    ['before:1年前', [`before:${now - 365 * 86_400_000}`]],
    ['after:2026年', [`after:${at(2026, 1, 1)}`]],
    ['after:2026年1月', [`after:${at(2026, 1, 1)}`]],
    ['after:2026年1月21號', [`after:${at(2026, 1, 21)}`]],
    ['訂閱:美國 是:未讀', ['feed:美国', 'unread']],
    ['標籤：稍後', ['tag:稍后']],
    ['feed:', []],
  ])('%s', (text, expected) => {
    expect(filters(text)).toEqual(expected);
    expect(parseQuery(text, now).unclear).toEqual([]);
  });

  it.each([
    'is:odd',
    'after:soon',
    'before:2026-13',
    'before:2026-00',
    'after:2026-02-30',
    'before:2026-01-00',
    'after:2026年13月',
    'before:12月',
    'after:一天',
  ])('%s is not understood, and said to be', (text) => {
    expect(parseQuery(`a ${text} b`, now)).toMatchObject({ filters: [], unclear: [text] });
    expect(words(`a ${text} b`)).toEqual(['a*', 'b*']);
  });
});

describe('a term in a text', () => {
  const found = (query: string, text: string) => {
    const [term] = parseQuery(query, now).words;
    if (!term) throw new Error('no term');
    const { text: plain, places } = toPlain(text);
    const hits = [...findTerm(term, plain)].map(([from, to]) =>
      text.slice(places[from], (places[to - 1] ?? 0) + 1),
    );
    expect(hasTerm(term, plain)).toBe(hits.length > 0);
    return hits;
  };
  it.each([
    ['comp', 'A computer, in company. Accomplished.', ['comp', 'comp']],
    ['"comp"', 'computer comp.', ['comp']],
    ['cafe', 'Das Café, die Cafés', ['Café', 'Café']],
    ['"covid 19"', 'COVID-19 and covid 1999', ['COVID-19']],
    ['covid-19', 'covid 1999', ['covid 19']],
    ['国', '我們的國家，中国', ['國', '国']],
    ['国家', '我們的國家', ['國家']],
    ['總統', '总统说', ['总统']],
    ['美国之音', '據美國之音報道', ['美國之音']],
    ['美国之音', '美国的声音', []],
    ['5G网络', '新的 5G網絡。', ['5G網絡']],
    ['art', 'start', []],
    ['aa', 'aa aa', ['aa', 'aa']],
  ])('%s in %s', (query, text, hits) => {
    expect(found(query, text)).toEqual(hits);
  });
});

describe('another name', () => {
  it.each([
    ['tag:later word', 'later', 'soon', 'tag:soon word'],
    ['-tag:Later tag:"later"', 'later', '读 过', '-tag:"读 过" tag:"读 过"'],
    ['標籤：稍後 tag:稍', '稍后', '以后', '標籤:以后 tag:稍'],
    ['tag:“to read” is:unread', 'To Read', '「a」 b', 'tag:"a  b" is:unread'],
    ['feed:later later "later"', 'later', 'soon', 'feed:later later "later"'],
    ['tag:lat tag:', 'later', 'soon', 'tag:lat tag:'],
  ])('%s: %s is now %s: %s', (text, from, to, wanted) => {
    expect(renameInQuery(text, 'tag', from, to)).toBe(wanted);
  });
});
