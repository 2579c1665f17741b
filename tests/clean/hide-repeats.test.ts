import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hideRepeats } from '../../utils/clean/hide-repeats';
import { learnRepeats, type Sample } from '../../utils/clean/learn';
import { parseFeed } from '../../utils/feed/parse';
import { splitBlocks } from '../../utils/text/blocks';
import { htmlToText } from '../../utils/text/html-text';
import { feedSamples, fixtureFeeds } from './samples';

const clean = (samples: Sample[], index = 0) => {
  const sample = samples[index] ?? { html: '', title: '', link: '', publishedAt: null };
  return hideRepeats(sample.html, sample, learnRepeats(samples));
};

/** Articles of their own words in a frame. */
function framed(
  count: number,
  before: string,
  after: string,
  body = (i: number) => `<p>Story ${i}, in its words.</p>`,
) {
  return Array.from({ length: count }, (_, i): Sample => {
    const fill = (html: string) => html.replaceAll('$i', String(i)).replaceAll('$title', `Title number ${i}`);
    const link = `https://e.test/${i}`;
    return {
      html: fill(before) + body(i) + fill(after),
      title: `Title number ${i}`,
      link,
      publishedAt: null,
    };
  });
}

describe('the full-text mirror of the record', () => {
  const url = 'https://feedx.net/rss/voachinese.xml';
  const feed = parseFeed(readFileSync('tests/fixtures/feeds/feedx-voachinese/source.xml'), { url });
  const samples = feedSamples(feed);

  it('loses its date line and promotion, and nothing else', () => {
    const { html, hidden, articles } = clean(samples);
    expect(hidden).toEqual([
      'Tue, 21 Jan 2025 14:35:15 GMT',
      '获取更多RSS： https://feedx.net https://feedx.site',
    ]);
    expect(articles).toBe(samples.length);
    const original = samples[0]?.html ?? '';
    const words = htmlToText(original);
    expect(htmlToText(html)).toBe(words.slice(hidden[0]?.length, -(hidden[1]?.length ?? 0)).trim());
    expect(html).not.toContain('<a href="/a/7585412.html"></a>');
    expect(html).not.toMatch(/<hr>|feedx|weserv\.nl\?url=$/);
    expect(html).toContain('https://images.weserv.nl?url=gdb.voanews.com');
  });
});

describe('hideRepeats', () => {
  it.each([
    [
      'a footer',
      '',
      '<hr><p>Read more at <a href="https://e.test/">our site</a></p>',
      'Read more at our site',
    ],
    [
      '"appeared first on"',
      '',
      '<p>The post <a href="https://e.test/$i">$title</a> appeared first on E.</p>',
      'The post Title number $i appeared first on E.',
    ],
    ['share links', '', '<p><a href="https://s.test/?u=https%3A%2F%2Fe.test%2F$i">Tweet</a></p>', 'Tweet'],
    ['a repeated title', '<div><b>$title</b></div>', '', 'Title number $i'],
  ])('hides %s', (_, before, after, words) => {
    const { html, hidden } = clean(framed(6, before, after), 2);
    expect(hidden).toEqual([words.replaceAll('$i', '2')]);
    expect(htmlToText(html)).toBe('Story 2, in its words.');
  });

  it.each([
    [
      'what only some articles have',
      framed(10, '', '').map((sample, i) => ({
        ...sample,
        html: sample.html + (i < 4 ? '<p>By Ann</p>' : ''),
      })),
    ],
    ['what few articles have', framed(2, '', '<p>By Ann</p>')],
    ['headings above the words', framed(9, '<h2>Summary</h2>', '')],
    ['what is different in each', framed(9, '', '<p>Comments: $i</p>')],
    ['links that lead elsewhere in each', framed(9, '', '<p><a href="https://c.test/$i">Comments</a></p>')],
    [
      'what stands in the middle',
      framed(
        9,
        '<p>$i</p><p>$i.</p><p>$i!</p><p>Same</p>',
        Array.from({ length: 9 }, (_, k) => `<p>${k} $i</p>`).join(''),
      ),
    ],
    ['all there is', framed(9, '', '', () => '<p>Only a picture today</p>')],
    [
      'one article that was sent again and again',
      framed(9, '', '<p>End</p>').map((sample) => ({ ...sample, title: 'One title' })),
    ],
    ['long texts', framed(9, '', `<p>${'long '.repeat(300)}</p>`)],
  ])('leaves %s', (_, samples) => {
    for (const [i, sample] of samples.entries())
      expect(clean(samples, i)).toEqual({ html: sample.html, hidden: [], articles: 0 });
  });

  it('leaves a picture between the words and the promotion, whatever it is made of', () => {
    for (const picture of [
      '<img srcset="$i.png 2x">',
      '<svg><path d="M$i"/></svg>',
      '<video><source src="$i.mp4"></video>',
    ]) {
      const { html } = clean(framed(6, '', `${picture}<p>Promotion</p>`));
      expect(html).toContain(picture.replaceAll('$i', '0'));
      expect(html).not.toContain('Promotion');
    }
  });

  it('keeps the tags around what it takes out in order', () => {
    const { html } = clean(framed(6, '<div class="a"><i>$title</i>', '<p>Ad <b>now</b></p><hr></div>'));
    expect(html).toBe('<div class="a"><p>Story 0, in its words.</p><p></p></div>');
  });

  it('takes links around nothing out, but leaves the aims of footnotes', () => {
    const html =
      '<p>a<a href="/x"> &nbsp;</a>b<a id="n1" href="#r1"></a><a name="n"></a><a href="/y"><img src="i.png"></a></p>';
    const { html: shown } = hideRepeats(html, { title: '', link: '', publishedAt: null }, learnRepeats([]));
    expect(shown).toBe(html.replace('<a href="/x"> &nbsp;</a>', ''));
  });

  it('takes time in proportion', () => {
    const started = performance.now();
    for (const piece of ['<a href=', '<a href=x>', '<a href=x></a>', '<p>x', '<b>', '</b>']) {
      const html = piece.repeat(100_000);
      hideRepeats(html, { title: 'A title', link: 'https://e.test/', publishedAt: 0 }, learnRepeats([]));
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('over all fixture feeds', () => {
  const footer =
    '<br><hr><div>获取更多RSS：<br><a href="https://feedx.net" style="color:orange">https://feedx.net</a> <br><a href="https://feedx.site">https://feedx.site</a><br></div>';
  const feeds = fixtureFeeds();

  it('no words are lost that are not in several articles', () => {
    expect(feeds.length).toBeGreaterThan(20);
    for (const { samples } of feeds) {
      const keys = samples.map(
        ({ html, title }) => new Set(splitBlocks(html).map(({ text }) => text.replace(title, ''))),
      );
      for (const [i, sample] of samples.entries()) {
        for (const text of clean(samples, i).hidden.filter((words) => !/GMT$/.test(words))) {
          const seen = keys.filter((texts) => texts.has(text.replace(sample.title, ''))).length;
          expect(seen, text).toBeGreaterThanOrEqual(3);
        }
      }
    }
  });

  it('a known promotion is found in all articles, and every other word stays', () => {
    let articles = 0;
    for (const { name, samples } of feeds) {
      const own = samples.filter(({ html, title }) => htmlToText(html) !== '' && title !== '');
      if (new Set(own.map(({ title }) => title)).size < 4) continue;
      const promoted = own.map((sample) => ({ ...sample, html: sample.html + footer }));
      for (const [i, sample] of promoted.entries()) {
        articles++;
        const { html, hidden } = clean(promoted, i);
        expect(hidden.at(-1), name).toBe('获取更多RSS： https://feedx.net https://feedx.site');
        expect(
          [...hidden.slice(0, -1), htmlToText(html)].join(' ').length,
          sample.title,
        ).toBeGreaterThanOrEqual(htmlToText(own[i]?.html ?? '').length);
      }
    }
    expect(articles).toBeGreaterThan(150);
  });
});
