import { describe, expect, it } from 'vitest';
import { Machine, mostHeld, type Place } from '../../utils/rules/machine';
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
    ['^\\ud83d\\ude00$', '😀', true],
    ['^(?:){999999999}a', 'a', true],
    ['(?:^|b){4}a', 'bba', true],
    ['straße', 'STRAẞE', true],
    ['\u212a', 'k', true],
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

/** A text of such signs. */
function textOf(random: () => number, signs: readonly string[], length: number): string {
  return Array.from({ length }, () => signs[Math.floor(random() * signs.length)]).join('');
}

describe('random patterns', () => {
  const pieces = ['a', 'b', '.', '[ab]', '[^a]', '\\w', '\\b', '^', '$', 'c', '\\s', '(?:b|ca)'];
  const counts = ['', '', '', '*', '+', '?', '{2}', '{1,2}', '{0,3}', '*?'];
  const signs = [...'abc A\u4e2d\u017f\n_-', '😀'];
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
      const text = textOf(random, [...'abc A\u4e2d'], Math.floor(random() * 8));
      const wanted = new RegExp(source, 'iu').test(text);
      fitting += Number(wanted);
      expect(fits(source, text), `${source} on "${text}"`).toBe(wanted);
    }
    expect(fitting).toBeGreaterThan(500);
    expect(fitting).toBeLessThan(2800);
  });

  it('agree with it about one text after the other, whatever was kept of those before', () => {
    const random = randomFrom(12);
    const isFitting = [0, 0];
    for (let i = 0; i < 1000; i++) {
      const source = make(random);
      const [pattern, wanted] = [compilePattern(source), new RegExp(source, 'iu')];
      for (let n = 0; n < 6; n++) {
        const text = textOf(random, signs, Math.floor(random() * 40));
        const is = wanted.test(text);
        isFitting[Number(is)] = (isFitting[Number(is)] ?? 0) + 1;
        expect(pattern.ok && pattern.test(text), `${source} on "${text}"`).toBe(is);
      }
    }
    expect(Math.min(...isFitting)).toBeGreaterThan(700);
  });

  it('agree with it where more ways are met than can be kept, and in texts of very many signs', () => {
    const random = randomFrom(13);
    const many = Array.from({ length: 9000 }, (_, at) => String.fromCodePoint(0x4e00 + at));
    for (const [source, signs] of [
      ['a[ab]{60}c', [...'ab']],
      ['a[ab]{40}$', [...'ab']],
      ['[\\u4e00-\\u5fff]a[^a]{5}b$', many],
    ] as const) {
      const pattern = compilePattern(source);
      for (const end of ['', 'c', `${'b'.repeat(60)}c`, 'a', `${'b'.repeat(39)}`]) {
        const text = textOf(random, signs, 7000 + Math.floor(random() * 5000)) + end;
        const wanted = new RegExp(source, 'iu').test(text);
        expect(pattern.ok && pattern.test(text), `${source} and "${end}"`).toBe(wanted);
      }
    }
  });
});

it('what was forgotten of letters is forgotten of the ways that they led', () => {
  const many = Array.from({ length: 6100 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
  for (const [end, wanted] of [
    ['xab', true],
    ['xb', false],
    ['ba', false],
    ['aab', true],
  ] as const)
    for (const begin of ['a', 'ba', 'xaax', ''])
      expect(fits('ab', `${begin}${many}${end}`), `${begin} … ${end}`).toBe(wanted);
});

/** The machine of `a[ab]{n}c`, which can be in 2^n states, and how often it has looked at one of its places. */
function countingMachine(n: number): { machine: Machine; looks: () => number; places: number } {
  const places: Place[] = [{ kind: 'done' }, { kind: 'one', test: 2, next: 0 }];
  for (let i = 0; i < n; i++) places.push({ kind: 'one', test: 1, next: places.length - 1 });
  places.push({ kind: 'one', test: 0, next: places.length - 1 });
  let looks = 0;
  const counted = new Proxy(places, {
    get: (all, key) => {
      if (key !== 'length') looks++;
      return Reflect.get(all, key) as unknown;
    },
  });
  const machine = new Machine(counted, ['a', '[ab]', 'c']);
  return { machine, looks: () => looks, places: places.length };
}

describe('a machine', () => {
  it('looks at each place no more than once a character, in the worst of texts, and keeps no more than it may', () => {
    const { machine, looks, places } = countingMachine(120);
    const random = randomFrom(14);
    for (const length of [2000, 4000, 8000]) {
      const before = looks();
      expect(machine.fits(textOf(random, ['a', 'b'], length))).toBe(false);
      expect(looks() - before).toBeLessThanOrEqual((length + 1) * places);
      expect(machine.held).toBeLessThan(mostHeld + 2 * places);
    }
  });

  it('does not look again where it has been', () => {
    const { machine, looks } = countingMachine(20);
    const text = 'ab b bbb'.repeat(2000);
    machine.fits(text);
    const before = looks();
    expect(machine.fits(text)).toBe(false);
    expect(looks() - before).toBeLessThan(30);
  });
});
