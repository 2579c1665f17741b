import { describe, expect, it } from 'vitest';
import { comparable, hideOwn } from '../../utils/clean/hide-own';
import type { HidingRule } from '../../utils/model/hiding';
import { splitBlocks } from '../../utils/text/blocks';
import { htmlToText } from '../../utils/text/html-text';
import { fixtureFeeds } from './samples';

const text = (what: string): HidingRule => ({ by: 'text', what });
const words = (what: string): HidingRule => ({ by: 'words', what });
const selector = (what: string): HidingRule => ({ by: 'selector', what });

describe('hideOwn', () => {
  it.each<[string, string, HidingRule[], string, string[]]>([
    ['a block by its text', '<p>a</p><p>Ad  NOW</p>', [text('ad now')], '<p>a</p><p></p>', ['Ad NOW']],
    ['not what says more', '<p>a</p><p>ad now!</p>', [text('ad now')], '<p>a</p><p>ad now!</p>', []],
    [
      'a block by words in it',
      '<p>a</p><p>An ad now!</p>',
      [words('ad now')],
      '<p>a</p><p></p>',
      ['An ad now!'],
    ],
    [
      'in either script',
      '<p>文</p><p>訂閱電子報</p>',
      [text('订阅电子报')],
      '<p>文</p><p></p>',
      ['訂閱電子報'],
    ],
    ['a line between two empty ones', 'a<br><br>ad<br><br>b', [text('ad')], 'a<br><br><br>b', ['ad']],
    [
      'an element with all in it',
      '<p>a</p><div class="x"><p>b</p>c</div>',
      [selector('.x')],
      '<p>a</p>',
      ['b c'],
    ],
    ['a picture', '<p>a</p><img class="x">', [selector('img.x')], '<p>a</p>', ['']],
    [
      'once what two rules mean',
      '<p>a</p><div class="x"><p>b</p></div>',
      [text('b'), selector('.x')],
      '<p>a</p>',
      ['b'],
    ],
    ['nothing where nothing would be left', '<p>ad</p>', [text('ad')], '<p>ad</p>', []],
    [
      'nothing by what is switched off',
      '<p>a</p><p>ad</p>',
      [{ ...text('ad'), off: true }],
      '<p>a</p><p>ad</p>',
      [],
    ],
    [
      'nothing by a selector that is none',
      '<p>a</p><p>b</p>',
      [selector('p:first-child')],
      '<p>a</p><p>b</p>',
      [],
    ],
    ['what the last rule leaves', '<p>a</p><p>b</p>', [text('a'), text('b')], '<p></p><p>b</p>', ['a']],
  ])('hides %s', (_, html, rules, shown, hidden) => {
    const result = hideOwn(html, rules);
    expect(result.html).toBe(shown);
    expect(result.hidden.map((one) => one.words)).toEqual(hidden);
  });

  it('of the articles of real feeds takes the block that was meant, and no other word', () => {
    let tried = 0;
    for (const { samples } of fixtureFeeds()) {
      for (const { html } of samples.slice(0, 10)) {
        const blocks = splitBlocks(html);
        for (const { text: what } of [blocks.at(-1), blocks[Math.floor(blocks.length / 2)]].flatMap(
          (one) => one ?? [],
        )) {
          if (what === '' || what.length > 1000 || blocks.every((one) => one.text === what)) continue;
          const { html: shown, hidden } = hideOwn(html, [text(what)]);
          const same = (one: string) => comparable(one) === comparable(what);
          if (!blocks.some((one) => !same(one.text) && one.text !== '')) continue;
          tried++;
          expect(hidden.length).toBeGreaterThan(0);
          expect(
            splitBlocks(shown)
              .map((one) => one.text)
              .join(' '),
          ).toBe(
            blocks
              .map((one) => one.text)
              .filter((one) => !same(one))
              .join(' '),
          );
          expect(htmlToText(html).length).toBeGreaterThanOrEqual(htmlToText(shown).length);
        }
      }
    }
    expect(tried).toBeGreaterThan(50);
  });

  it('takes time in proportion to the article', () => {
    const started = performance.now();
    hideOwn('<p>x</p><p>ad</p>'.repeat(50_000), [text('ad'), words('d'), selector('p p')]);
    expect(performance.now() - started).toBeLessThan(8000);
  });
});
