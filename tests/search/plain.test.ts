import { describe, expect, it } from 'vitest';
import { toPlain } from '../../utils/search/plain';
import { pairToken } from '../../utils/search/tokens';
import { foldScript } from '../../utils/text/script-fold';
import { eachToken } from './each-token';

function tokens(text: string): string[] {
  const found: string[] = [];
  eachToken(toPlain(text).text, (token) => found.push(token));
  return found.filter((token) => !token.startsWith('\u0001'));
}

describe('toPlain', () => {
  it.each([
    ['Ｃａｆé——臺灣2026年', ' cafe 台湾 2026 年 '],
    ['Straße Ærø Łódź naïve ŒUVRE', ' strasse aero lodz naive oeuvre '],
    ['cafe\u0301', ' cafe '],
    ['Ελλάδα ёлка Йод', ' ελλαδα елка йод '],
    ['AT&T, COVID-19; don’t', ' at t covid 19 don t '],
    ['أَهْلًا שָׁלוֹם', ' اهلا שלום '],
    ['데이터 データがﾃﾞ', ' 데이터 データがテ '],
    ['', ' '],
    ['——，。', ' '],
  ])('%s', (text, plain) => {
    expect(toPlain(text).text).toBe(foldScript(plain));
  });

  it('knows where everything stood', () => {
    const original = '«Ça»—ﬁn 訂閱ß';
    const { text, places } = toPlain(original);
    const found = Array.from(text, (unit, at) => `${unit}${original[places[at] ?? -1]}`);
    expect(found.filter((pair) => !pair.startsWith(' '))).toEqual(
      'cÇ aa fﬁ iﬁ nn 订訂 阅閱 sß sß'.split(' '),
    );
  });
});

describe('eachToken', () => {
  it('gives words, pairs of signs, and the last sign', () => {
    expect(tokens('美国之音 reports: 5G网络')).toEqual([
      '美国',
      '国之',
      '之音',
      '音',
      'reports',
      '5g',
      '网络',
      '络',
    ]);
  });
  it('gives words that follow each other as one', () => {
    const all: string[] = [];
    eachToken(toPlain('climate change 气 change climate').text, (token) => all.push(token));
    const pairs = all.filter((token) => token.startsWith('\u0001'));
    expect(pairs).toEqual([pairToken('climate', 'change'), pairToken('change', 'climate')]);
    expect(new Set(pairs).size).toBe(2);
  });
  it('cuts words that are too long', () => {
    expect(tokens('internationalization')).toEqual(['internationaliz']);
  });
  it('sees the same in both scripts', () => {
    expect(tokens('總統發表談話')).toEqual(tokens('总统发表谈话'));
  });
});
