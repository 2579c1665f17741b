import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../utils/rules/pattern';
import { randomFrom } from '../random';

function fits(source: string, text: string): boolean {
  const pattern = compilePattern(source);
  if (!pattern.ok) throw new Error(`${source} was refused: ${pattern.reason}`);
  return pattern.test(text);
}

describe('a pattern', () => {
  it.each([
    ['^Sponsored', 'sponsored: buy', true],
    ['^Sponsored', 'not sponsored', false],
    ['sale$', 'The big SALE', true],
    ['\\bcat\\b', 'a cat, a dog', true],
    ['\\bcat\\b', 'concatenate', false],
    ['\\Bcat', 'concatenate', true],
    ['特朗普|川普', '川普宣誓就职', true],
    ['第\\d+[章回]', '第12回 大結局', true],
    ['a{2,3}b', 'aab', true],
    ['^a{2,3}b', 'aaaab', false],
    ['(?:ab)+c', 'xababc', true],
    ['(?<year>\\d{4})-\\d\\d', 'on 2026-11', true],
    ['[^a-z]', 'abc', false],
    ['[\\]x]', ']', true],
    ['\\p{Script=Han}{3}', 'ab中文字', true],
    ['\\u{1F600}', 'a 😀 b', true],
    ['^.$', '😀', true],
    ['', '', true],
    ['(a*)*b', 'b', true],
    ['(|a)+$', 'aaa', true],
    ['x*?y', 'xxy', true],
  ])('%s on %j', (source, text, wanted) => {
    expect(fits(source, text)).toBe(wanted);
  });

  it.each([
    ['(', 'syntax'],
    ['[a', 'syntax'],
    ['a{2,1}', 'syntax'],
    ['\\', 'syntax'],
    ['(a)\\1', 'unsupported'],
    ['(?<n>a)\\k<n>', 'unsupported'],
    ['a(?=b)', 'unsupported'],
    ['a(?!b)', 'unsupported'],
    ['(?<=a)b', 'unsupported'],
    ['(?<!a)b', 'unsupported'],
    ['a{1000}', 'too-big'],
    ['((a{100}){100}){100}', 'too-big'],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, 'too-big'],
  ])('%s is refused: %s', (source, reason) => {
    expect(compilePattern(source)).toEqual({ ok: false, reason });
  });
});

/** Expressions that keep an engine that tries one way after the other busy for years. */
const catastrophes = [
  '^(a+)+$',
  '^([a-zA-Z]+)*$',
  '^(a|aa)+$',
  '^(a|a?)+$',
  '(.*a){20}',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '^(\\w+\\s?)*$',
  '(x+x+)+y',
  '^(?:.*,)*(?:.*;)*$',
  '(?:a*)*(?:b*)*c',
  '.*.*.*.*x',
  '^((a*)*)*$',
];

describe('no pattern takes long: a text of 20,000 is answered like one of 30', () => {
  it.each(catastrophes)('%s', (source) => {
    const answer = (length: number) => fits(source, `${'a'.repeat(length)}!`);
    expect(answer(20_000)).toBe(answer(30));
  });
});

describe('random patterns', () => {
  const pieces = ['a', 'b', '.', '[ab]', '[^a]', '\\w', '\\b', '^', '$', 'c', '\\s', '(?:b|ca)'];
  const counts = ['', '', '', '*', '+', '?', '{2}', '{1,2}', '{0,3}', '*?'];
  const make = (random: () => number, depth = 0): string => {
    const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;
    const part = () => {
      if (depth < 2 && random() < 0.25) return `(${make(random, depth + 1)})${pick(counts)}`;
      const piece = pick(pieces);
      return ['\\b', '^', '$'].includes(piece) ? piece : piece + pick(counts);
    };
    const row = Array.from({ length: 1 + Math.floor(random() * 3) }, part).join('');
    return random() < 0.2 ? `${row}|${part()}` : row;
  };

  it('agree with the engine of the browser', () => {
    const random = randomFrom(11);
    let fitting = 0;
    for (let i = 0; i < 3000; i++) {
      const source = make(random);
      const text = Array.from(
        { length: Math.floor(random() * 8) },
        () => 'abc A\u4e2d'[Math.floor(random() * 6)],
      ).join('');
      const wanted = new RegExp(source, 'iu').test(text);
      fitting += Number(wanted);
      expect(fits(source, text), `${source} on "${text}"`).toBe(wanted);
    }
    expect(fitting).toBeGreaterThan(500);
    expect(fitting).toBeLessThan(2800);
  });
});
