import { describe, expect, it } from 'vitest';
import { cleanArticle } from '../../utils/clean/clean-article';
import { learnRepeats } from '../../utils/clean/learn';
import { offerRules } from '../../utils/clean/offer-rules';
import { hashText } from '../../utils/text/hash';

const whats = (html: string, text: string, picture: { place: number; of: number } | null = null) =>
  offerRules(html, { text, picture }).map(({ by, what }) => (by === 'text' ? `“${what}”` : what));

describe('offerRules', () => {
  it.each<[string, string, string, string[]]>([
    [
      'by its words where nothing else tells it apart',
      '<p>a</p><p>Subscribe now</p>',
      'Subscribe now',
      ['“Subscribe now”'],
    ],
    [
      'by classes and ids around it, from within',
      '<p>a</p><div id="box"><p class="promo wide">b</p></div>',
      'b',
      ['“b”', 'p.promo.wide', 'div#box'],
    ],
    ['in the other script of Chinese', '<p>文</p><p class="ad">訂閱</p>', '订阅', ['“订阅”', 'p.ad']],
    ['not by what holds the whole article', '<div class="all"><p>a</p><p>b</p></div>', 'b', ['“b”']],
    [
      'not by what is numbered for one article',
      '<p>a</p><p id="post-48213" class="p-1234 foot">b</p>',
      'b',
      ['“b”', 'p.foot'],
    ],
    [
      'an inline element around all of it',
      '<p>a</p><p><a class="more" href="/x">more</a></p>',
      'more',
      ['“more”', 'a.more'],
    ],
    ['nothing for words that are not there', '<p>a</p><p>b</p>', 'c', []],
    ['nothing for all there is', '<p>a</p>', 'a', []],
  ])('offers %s', (_, html, text, expected) => {
    expect(whats(html, text)).toEqual(expected);
  });

  it('offers a picture by where it comes from or stands, and none where it cannot be told which', () => {
    const html = '<p>a</p><img src="https://e.test/logo.png"><p class="q"><img src="/b.png"></p>';
    expect(whats(html, '', { place: 0, of: 2 })).toEqual(['img[src="https://e.test/logo.png"]']);
    expect(whats(html, '', { place: 1, of: 2 })).toEqual(['img[src="/b.png"]', 'p.q']);
    expect(whats(html, '', { place: 0, of: 3 })).toEqual([]);
  });
});

describe('cleanArticle', () => {
  const samples = ['one', 'two', 'three', 'four'].map((word) => ({
    html: `<p>Story ${word}.</p><p class="ad">Mid ${word}</p><p>Still ${word}.</p><p>Join us</p><p>Follow us</p>`,
    title: `Title ${word}`,
    link: `https://e.test/${word}`,
    publishedAt: null,
  }));
  const [first = { html: '', title: '', link: '', publishedAt: null }] = samples;
  const repeats = learnRepeats(samples);
  const rules = [{ by: 'selector' as const, what: '.ad' }];

  it('hides what the feed repeats and what the rules mean, and says which is which', () => {
    const { html, hidden, own, withRepeats } = cleanArticle(first.html, first, repeats, { rules, shown: [] });
    expect(html).toBe('<p>Story one.</p><p>Still one.</p><p></p><p></p>');
    expect(hidden).toEqual(['Join us', 'Follow us']);
    expect(own).toEqual([{ rule: rules[0], words: 'Mid one' }]);
    expect(withRepeats).toBe('<p>Story one.</p><p>Still one.</p><p>Join us</p><p>Follow us</p>');
  });

  it('shows a passage that the reader wants, and hides those around it still', () => {
    const shown = [hashText('Join us\n')];
    const { html, hidden } = cleanArticle(first.html, first, repeats, { rules: [], shown });
    expect(hidden).toEqual(['Follow us']);
    expect(html).toContain('Join us');
  });

  it('leaves a text of which nothing was learned to the rules', () => {
    const { html, hidden } = cleanArticle(first.html, first, null, { rules, shown: [] });
    expect(hidden).toEqual([]);
    expect(html).toContain('Follow us');
    expect(html).not.toContain('Mid');
  });
});
