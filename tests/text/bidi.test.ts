import { expect, test } from 'vitest';
import { calmBidi } from '../../utils/text/bidi';

const [lre, rle, pdf, lro, rlo] = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e'];
const [lri, rli, fsi, pdi] = ['\u2066', '\u2067', '\u2068', '\u2069'];

test.each([
  ['plain', 'plain'],
  ['עברית ו־English', 'עברית ו־English'],
  [`song${rlo}gpj.exe`, 'songgpj.exe'],
  [`a${lro}b${pdf}c`, 'abc'],
  [`${rle}ok${pdf}`, `${rle}ok${pdf}`],
  [`${rle}open`, `${rle}open${pdf}`],
  [`${rli}open ${lre}both`, `${rli}open ${lre}both${pdf}${pdi}`],
  [`${fsi}ok${pdi}`, `${fsi}ok${pdi}`],
  [`out${pdi}${pdf}${rlo}side`, 'outside'],
  [`${lri}in${rlo}ner${pdi}`, `${lri}inner${pdi}`],
  [`${lri}${rle}both${pdi}after${pdf}`, `${lri}${rle}both${pdf}${pdi}after`],
  [`${rle}${lri}crossed${pdf}${pdi}`, `${rle}${lri}crossed${pdi}${pdf}`],
])('%j becomes %j', (given, calm) => {
  expect(calmBidi(given)).toBe(calm);
  expect(calmBidi(calm)).toBe(calm);
});

test('no random line leaves anything open, or holds an override', () => {
  const signs = ['a', 'ב', ' ', lre, rle, pdf, lro, rlo, lri, rli, fsi, pdi];
  let seed = 7;
  const pick = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return signs[seed % signs.length];
  };
  for (let round = 0; round < 2000; round++) {
    const calm = calmBidi(Array.from({ length: 12 }, pick).join(''));
    const open: (string | undefined)[] = [];
    for (const char of calm) {
      expect([lro, rlo]).not.toContain(char);
      if (char === lre || char === rle) open.push(pdf);
      else if (char === lri || char === rli || char === fsi) open.push(pdi);
      else if (char === pdf || char === pdi) expect(open.pop()).toBe(char);
    }
    expect(open).toEqual([]);
  }
});
