import { describe, expect, it } from 'vitest';
import { blockKey } from '../../utils/clean/block-key';
import { splitBlocks } from '../../utils/text/blocks';

const texts = (html: string) => splitBlocks(html).map(({ text }) => text);

describe('splitBlocks', () => {
  it.each<[string, string[]]>([
    ['<p>a <b>b</b></p><p>c</p>', ['a b', 'c']],
    ['a<div>b</div>c', ['a', 'b', 'c']],
    ['a<br>b<br><br/>c', ['a b', 'c']],
    ['<table><tr><td>a<td>b</table>', ['a', 'b']],
    ['<b>a<p>b</b></p>', ['a', 'b']],
    ['<p> &nbsp; </p><hr><p><a href="/x"></a></p>', []],
    ['&#26032;&amp;', ['新&']],
    ['<script>a</script><style>b</style>c', ['c']],
    ['<!-- a -->b', ['b']],
    ['', []],
    ['<', ['<']],
  ])('of %s gives %j', (html, expected) => {
    expect(texts(html)).toEqual(expected);
  });

  it.each([
    '<img src="a.png">',
    '<img srcset="a.png 2x">',
    '<picture><source srcset="a.webp"></picture>',
    '<video src=x></video>',
    '<iframe src="https://player.test/"></iframe>',
    '<svg><path d="M0"/></svg>',
    '<math><mi>x</mi></math>',
  ])('sees what has no words: %s', (html) => {
    expect(splitBlocks(html)).toHaveLength(1);
  });

  it('says where a block stands, where its links lead, and what is a heading', () => {
    const html = '<h2>More</h2><p>see <a href="https://e.test/?a=1&amp;b=2">this</a></p>';
    const [first, second] = splitBlocks(html);
    expect(first).toMatchObject({ text: 'More', heading: true });
    expect(second).toMatchObject({ text: 'see this', heading: false, links: ['https://e.test/?a=1&b=2'] });
    expect(html.slice(second?.start, second?.end)).toBe('see <a href="https://e.test/?a=1&amp;b=2">this</a>');
  });

  it('takes time in proportion, whatever the nesting', () => {
    const started = performance.now();
    for (const piece of ['<div>', '<b>', 'a<br>', '<a href=x>', '</p>', '<p>a', '<h1>', '<svg>', '<img src='])
      splitBlocks(piece.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('blockKey', () => {
  const known = {
    title: '习近平与普京会晤',
    link: 'https://e.test/a/1.html',
    publishedAt: Date.UTC(2025, 0, 21, 14, 39),
  };
  const other = {
    title: '另一篇文章的标题',
    link: 'https://e.test/a/2.html',
    publishedAt: Date.UTC(2024, 5, 1, 9),
  };
  const key = (html: string, of = known) => {
    const [block] = splitBlocks(html);
    return block ? blockKey(block, of) : '';
  };

  it.each([
    ['a title', '<p>原文：习近平与普京会晤</p>', '<p>原文：另一篇文章的标题</p>'],
    [
      'a link',
      '<p><a href="https://e.test/a/1.html">阅读全文</a></p>',
      '<p><a href="https://e.test/a/2.html">阅读全文</a></p>',
    ],
    [
      'a shared link',
      '<a href="https://s.test/?u=https%3A%2F%2Fe.test%2Fa%2F1.html">share</a>',
      '<a href="https://s.test/?u=https%3A%2F%2Fe.test%2Fa%2F2.html">share</a>',
    ],
    ['a date', '<i>Tue, 21 Jan 2025 14:35:15 GMT</i>', '<i>Sat, 01 Jun 2024 08:00:00 +0000</i>'],
    ['a Chinese date', '2025年1月21日 14:35', '2024-06-01'],
  ])('is one for blocks that only repeat %s', (_, a, b) => {
    expect(key(a)).toBe(key(b, other));
  });

  it.each([
    ['a date of its own', '<i>Tue, 21 Jan 2025 14:35:15 GMT</i>', '<i>Mon, 03 Jun 2024 08:00:00 GMT</i>'],
    [
      'another link',
      '<a href="https://e.test/c/1">comments</a>',
      '<a href="https://e.test/c/2">comments</a>',
    ],
    ['other words', '获取更多RSS：1', '获取更多RSS：2'],
    ['another picture', '<img src="a.png">', '<img src="b.png">'],
    ['a date among words', '发布于 2025-01-21', '发布于 2024-06-01'],
  ])('differs for blocks that hold %s', (_, a, b) => {
    expect(key(a)).not.toBe(key(b, other));
  });

  it('does not mind half a character in a title', () => {
    expect(key('<p>x</p>', { ...known, title: 'broken \ud83d title' })).toContain('x');
  });
});
