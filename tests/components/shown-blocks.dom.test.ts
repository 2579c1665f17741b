import { expect, test } from 'vitest';
import { blockAt, shownBlocks } from '../../components/shared/shown-blocks';
import { renderBody } from '../../utils/article/render';
import { offerRules } from '../../utils/clean/offer-rules';
import { splitBlocks } from '../../utils/text/blocks';

function shown(html: string) {
  const root = document.createElement('div');
  root.append(renderBody(html, { base: 'https://e.test/' }).content);
  document.body.replaceChildren(root);
  return shownBlocks(root);
}

const articles = [
  '<p>a <b>b</b></p><p>c</p>',
  '<div><i>Tue, 21 Jan 2025 14:35:15 GMT</i></div><div><img src="/x.png"><small>Caption</small></div>one<br>line<br><br>two<hr><p>获取更多RSS：<a href="/y">x</a></p>',
  '<ul><li>a</li><li>b <em>c</em></li></ul><table><tr><td>1</td><td>2</td></tr></table>',
  '<h2>Head</h2><blockquote><p>q</p></blockquote><figure><img src="/a.png"></figure><p> </p>',
  'a<div class="share">b <a href="/c">c</a></div>d<script>e()</script>',
];

test.each(articles)('what is shown of %s is chosen from block by block, as rules will find it', (html) => {
  const blocks = shown(html);
  expect(blocks.map(({ picked }) => picked.text)).toEqual(splitBlocks(html).map(({ text }) => text));
  for (const { picked, range } of blocks) {
    expect(range.toString().replace(/\s/g, '')).toBe(picked.text.replace(/\s/g, ''));
    expect(offerRules(html, picked).length, JSON.stringify(picked)).toBeGreaterThan(0);
  }
});

test('the block under a point is the smallest one around it', () => {
  const blocks = shown('<p>one</p><p>two</p>');
  const { left = 0, top = 0 } = blocks[1]?.range.getBoundingClientRect() ?? {};
  expect(blockAt(blocks, left + 2, top + 2)).toBe(1);
  expect(blockAt(blocks, left + 2, 5000)).toBe(-1);
});
