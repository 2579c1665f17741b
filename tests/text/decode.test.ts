import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../utils/text/decode';

const XML = '<?xml version="1.0"?><t>';
const bytes = (...parts: (string | number[] | Uint8Array)[]) =>
  Uint8Array.from(
    parts.flatMap((part) => [...(typeof part === 'string' ? new TextEncoder().encode(part) : part)]),
  );
const declared = (encoding: string, ...parts: (string | number[])[]) =>
  bytes(`<?xml version="1.0" encoding="${encoding}"?>`, ...parts);
const utf16 = (text: string, swap: boolean) =>
  Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0);
      return swap ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );
const utf32 = (text: string, big: boolean) =>
  Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char.codePointAt(0) ?? 0;
      const little = [code & 255, (code >> 8) & 255, (code >> 16) & 255, 0];
      return big ? little.reverse() : little;
    }),
  );

/** 中文 in the double-byte encodings, 日本 in the Japanese ones, 한국 in the Korean one. */
const GBK = [0xd6, 0xd0, 0xce, 0xc4];
const BIG5 = [0xa4, 0xa4, 0xa4, 0xe5];
const SJIS = [0x93, 0xfa, 0x96, 0x7b];
const EUC_JP = [0xc6, 0xfc, 0xcb, 0xdc];
const EUC_KR = [0xc7, 0xd1, 0xb1, 0xb9];

describe('bytes are text', () => {
  it.each<[string, Uint8Array, string, string, string?]>([
    ['UTF-8 without a word', bytes(XML, '中文 é'), '中文 é', 'utf-8'],
    ['UTF-8 with a byte order mark', bytes([0xef, 0xbb, 0xbf], XML, '中文'), '中文', 'utf-8'],
    [
      'a byte order mark before a label that would fit too',
      bytes([0xef, 0xbb, 0xbf], '中', XML),
      '中',
      'utf-8',
      'text/xml; charset=gbk',
    ],
    ['UTF-16 LE with a mark', bytes([0xff, 0xfe], utf16(`${XML}中`, false)), '中', 'utf-16le'],
    ['UTF-16 BE with a mark', bytes([0xfe, 0xff], utf16(`${XML}中`, true)), '中', 'utf-16be'],
    ['UTF-16 LE by its shape', utf16(`${XML}中`, false), '中', 'utf-16le'],
    ['UTF-16 BE by its shape', utf16(`${XML}中`, true), '中', 'utf-16be'],
    ['UTF-32 LE with a mark', bytes([0xff, 0xfe, 0, 0], utf32(`${XML}中😀`, false)), '中😀', 'utf-32le'],
    ['UTF-32 BE with a mark', bytes([0, 0, 0xfe, 0xff], utf32(`${XML}中😀`, true)), '中😀', 'utf-32be'],
    ['UTF-32 LE by its shape', utf32(`${XML}中😀`, false), '中😀', 'utf-32le'],
    ['UTF-32 BE by its shape', utf32(`${XML}中😀`, true), '中😀', 'utf-32be'],
    [
      'a mark against the header',
      bytes([0xef, 0xbb, 0xbf], XML, '中'),
      '中',
      'utf-8',
      'text/xml; charset=gbk',
    ],
    ['UTF-16 in name only', declared('utf-16', '中文'), '中文', 'utf-8'],
    ['UTF-16 in the header only', bytes(XML, '中文'), '中文', 'utf-8', 'text/xml; charset=utf-16'],
    ['GBK by declaration', declared('gbk', GBK), '中文', 'gbk'],
    ['GBK called gb2312', declared('gb2312', GBK), '中文', 'gbk'],
    ['GBK called cp936', declared('cp936', GBK), '中文', 'gbk'],
    ['GBK by the header', bytes(XML, GBK), '中文', 'gbk', 'text/xml; charset="GB2312"'],
    ['gb18030', declared('gb18030', GBK, [0x94, 0x39, 0xfc, 0x36]), '中文😀', 'gb18030'],
    ['Big5', declared('big5', BIG5), '中文', 'big5'],
    ['Big5 called big5-hkscs', declared('big5-hkscs', BIG5), '中文', 'big5'],
    ['Big5 called cp950', declared('cp950', BIG5), '中文', 'big5'],
    ['Shift_JIS', declared('shift_jis', SJIS), '日本', 'shift_jis'],
    ['Shift_JIS called x-sjis', declared('x-sjis', SJIS), '日本', 'shift_jis'],
    ['Shift_JIS called windows-31j', declared('windows-31j', SJIS), '日本', 'shift_jis'],
    ['Shift_JIS called MS932', declared('MS932', SJIS), '日本', 'shift_jis'],
    ['EUC-JP', declared('euc-jp', EUC_JP), '日本', 'euc-jp'],
    ['EUC-JP called EUC_JP', declared('EUC_JP', EUC_JP), '日本', 'euc-jp'],
    ['EUC-JP called eucJP', declared('eucJP', EUC_JP), '日本', 'euc-jp'],
    ['KOI8-R called KOI8R', declared('KOI8R', [0xed, 0xc9, 0xd2]), 'Мир', 'koi8-r'],
    ['EUC-KR called cp949', declared('cp949', EUC_KR), '한국', 'euc-kr'],
    [
      'ISO-2022-JP',
      declared('iso-2022-jp', [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42]),
      '日本',
      'iso-2022-jp',
    ],
    ['EUC-KR', declared('euc-kr', EUC_KR), '한국', 'euc-kr'],
    ['EUC-KR called ks_c_5601-1987', declared('ks_c_5601-1987', EUC_KR), '한국', 'euc-kr'],
    ['KOI8-R', declared('koi8-r', [0xed, 0xc9, 0xd2]), 'Мир', 'koi8-r'],
    ['windows-1251', declared('windows-1251', [0xcc, 0xe8, 0xf0]), 'Мир', 'windows-1251'],
    ['windows-1251 called cp1251', declared('cp1251', [0xcc, 0xe8, 0xf0]), 'Мир', 'windows-1251'],
    [
      'ISO 8859-1, which is windows-1252',
      declared('iso-8859-1', [0xe9, 0x20, 0x93, 0x80]),
      'é “€',
      'windows-1252',
    ],
    ['ISO 8859-2 with an underscore', declared('iso8859_2', [0xb3]), 'ł', 'iso-8859-2'],
    ['a meta element', bytes('<html><meta charset=gbk>', GBK), '中文', 'gbk'],
    ['apostrophes in the declaration', bytes(`<?xml version='1.0' encoding='gbk'?>`, GBK), '中文', 'gbk'],
    [
      'a declaration after blank lines',
      bytes('\n\n<?xml version="1.0" encoding="gbk"?>', GBK),
      '中文',
      'gbk',
    ],
    ['UTF-8 under a single-byte label', declared('iso-8859-1', 'naïve 中文'), 'naïve 中文', 'utf-8'],
    [
      'UTF-8 under a single-byte header',
      bytes(XML, '中文'),
      '中文',
      'utf-8',
      'text/xml; charset=windows-1252',
    ],
    [
      'UTF-8 under a double-byte header',
      bytes(XML, '联合早报中文网新闻'),
      '联合早报中文网新闻',
      'utf-8',
      'text/xml; charset=gb2312',
    ],
    ['a header against a declaration', declared('utf-8', GBK), '中文', 'gbk', 'text/xml; charset=gbk'],
    ['a header that cannot be', declared('gbk', GBK, [0x20]), '中文', 'gbk', 'text/xml; charset=utf-8'],
    ['a label that nobody knows', declared('bogus', '中文'), '中文', 'utf-8'],
    ['C1 controls in UTF-8, meant as windows-1252', bytes(XML, 'don\x92t'), 'don’t', 'utf-8'],
    ['a character cut in two at the end', bytes(XML, '中', [0xe6, 0x96]), '中', 'utf-8'],
    ['one stray byte in UTF-8', bytes(XML, '中文中文', [0xa9]), '中文中文\ufffd', 'utf-8'],
    ['GBK without a word', bytes(XML, GBK, GBK, '<'), '中文中文', 'gb18030'],
    [
      'Latin without a word',
      bytes(XML, 'caf', [0xe9], ' r', [0xe9], 'sum', [0xe9]),
      'café résumé',
      'windows-1252',
    ],
    [
      'a long GBK text that is called UTF-8',
      declared('utf-8', ...Array.from({ length: 20 }, () => [...GBK, 0x20])),
      '中文 中文',
      'gb18030',
    ],
  ])('%s', (_name, given, text, encoding, contentType) => {
    const decoded = decodeBytes(given, contentType === undefined ? {} : { contentType });
    expect(decoded.text).toContain(text);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text.startsWith('\ufeff')).toBe(false);
  });

  it('and nothing is nothing', () => {
    expect(decodeBytes(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });
});
