import { expect, test } from 'vitest';
import { saidFor, spokenPieces } from '../../utils/listening/sentences';

const spoken = (text: string, language: string) =>
  spokenPieces(text, language).map(([from, to]) => text.slice(from, to));

test('sentence by sentence, without the spaces between them', () => {
  expect(spoken('The ship came in. It was late!  "Why?" he asked.', 'en')).toEqual([
    'The ship came in.',
    'It was late!',
    '"Why?"',
    'he asked.',
  ]);
  expect(spoken('船到了。天已经黑了！为什么？', 'zh-Hans')).toEqual(['船到了。', '天已经黑了！', '为什么？']);
  expect(spoken('船が着いた。もう暗い。', 'ja')).toEqual(['船が着いた。', 'もう暗い。']);
});

test('a quote that opens belongs to what it opens', () => {
  expect(spoken('他问：“谁？”“我。”她说。', 'zh-Hans')).toEqual(['他问：“谁？”', '“我。”', '她说。']);
  expect(spoken('天黑了。「誰？」他問。', 'zh-Hant')).toEqual(['天黑了。', '「誰？」', '他問。']);
  expect(spoken('It was late. (Very late.) “Who?” he asked.', 'en')).toEqual([
    'It was late.',
    '(Very late.)',
    '“Who?”',
    'he asked.',
  ]);
});

test('a full stop behind a title or an initial ends no sentence', () => {
  expect(spoken('Dr. Jones met J. Smith there. They left.', 'en')).toEqual([
    'Dr. Jones met J. Smith there.',
    'They left.',
  ]);
});

test.each([
  [
    'en',
    'See https://example.com/a.html?x=1.2 first. Then go.',
    ['See https://example.com/a.html?x=1.2 first.', 'Then go.'],
  ],
  [
    'zh-Hans',
    '访问https://example.com/a?b=c.d了解详情。好。',
    ['访问https://example.com/a?b=c.d了解详情。', '好。'],
  ],
  [
    'en',
    'Pi is 3.14159. It costs $3.50. Node.js 26.1 is out.',
    ['Pi is 3.14159.', 'It costs $3.50.', 'Node.js 26.1 is out.'],
  ],
  ['zh-Hans', '圆周率是3.14。价格为1,234.56元！', ['圆周率是3.14。', '价格为1,234.56元！']],
  [
    'de',
    'Das ist z. B. gut. Am 3. Oktober kam er. Es war 1990. Dann ging er.',
    ['Das ist z. B. gut.', 'Am 3. Oktober kam er.', 'Es war 1990.', 'Dann ging er.'],
  ],
  [
    'zh-Hans',
    'Apple Inc.表示满意。这是一句.这是另一句.',
    ['Apple Inc.表示满意。', '这是一句.', '这是另一句.'],
  ],
  ['en', '1. First item. 2. Second item.', ['1. First item.', '2. Second item.']],
  ['en', '(See p. 12.) Gen. Lee and Sen. Warren spoke.', ['(See p. 12.)', 'Gen. Lee and Sen. Warren spoke.']],
  [
    'en',
    'The U.S. said no. He left at 5 p.m. that day.',
    ['The U.S. said no.', 'He left at 5 p.m. that day.'],
  ],
  ['zh-Hant', '「怎麼辦？！」他大叫。「不。」……', ['「怎麼辦？！」', '他大叫。', '「不。」']],
  [
    'zh-Hans',
    '他说：“你好！你是谁？”（完）我没有回答……然后走了。',
    ['他说：“你好！', '你是谁？”', '（完）我没有回答……然后走了。'],
  ],
])('in %s, %s', (language, text, sentences) => {
  expect(spoken(text, language)).toEqual(sentences);
});

test('an address is said by its site, and a footnote’s number not at all', () => {
  expect(saidFor('See https://www.example.com/a/b?c=d#e, then.')).toBe('See example.com, then.');
  expect(saidFor('访问https://example.com/a?b了解详情[12]。')).toBe('访问example.com了解详情。');
  expect(saidFor('As was shown[3] in [1984]')).toBe('As was shown in [1984]');
});

test('long Chinese sentences are cut at their commas, and none is longer than eleven seconds', () => {
  const text = '特朗普在首都华盛顿宣誓就职，成为美国第四十七任总统，'.repeat(6).replace(/，$/, '。');
  const pieces = spoken(text, 'zh-Hans');
  expect(pieces.join('')).toBe(text);
  expect(pieces.slice(0, -1).every((piece) => piece.endsWith('，'))).toBe(true);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(46);
});

test('what has no pause is cut between words, and what has no words between signs', () => {
  const words = spoken('word '.repeat(100), 'en');
  expect(words.every((piece) => /^(word ?)+$/.test(piece) && piece.length <= 160)).toBe(true);
  expect(words.join(' ').split(' ')).toHaveLength(100);
  const signs = spoken('𠀀'.repeat(200), 'zh');
  expect(signs.join('')).toBe('𠀀'.repeat(200));
  expect(signs.every((piece) => /^𠀀+$/u.test(piece))).toBe(true);
});

test('nothing is cut away but what cannot be heard', () => {
  expect(spoken('—', 'en')).toEqual([]);
  expect(spoken(' \n ', 'en')).toEqual([]);
  expect(spoken('* * *', 'en')).toEqual([]);
  expect(spoken('1984', 'en')).toEqual(['1984']);
  expect(spoken('No such language.', 'not a tag')).toEqual(['No such language.']);
});

test('a text of any kind comes to an end, and no letter is lost', () => {
  const signs = ['a', '.', ' ', '，', '字', 'Dr. ', '…', '\n', '𠀀', '"', '。', 'word'];
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed;
  };
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: random() % 400 }, () => signs[random() % signs.length]).join('');
    const letters = (from: string) => from.replaceAll(/[^\p{L}\p{N}]/gu, '');
    const pieces = spokenPieces(text, 'zh');
    expect(letters(pieces.map(([from, to]) => text.slice(from, to)).join(''))).toBe(letters(text));
    expect(pieces.every(([from, to], i) => from < to && from >= (pieces[i - 1]?.[1] ?? 0))).toBe(true);
  }
});
