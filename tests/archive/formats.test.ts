import { describe, expect, it } from 'vitest';
import { frontMatter } from '../../utils/archive/front-matter';
import { writeHtmlPage } from '../../utils/archive/html-page';
import { writeJsonFeed } from '../../utils/archive/json-feed';
import { writePlainText } from '../../utils/archive/plain-text';
import { escapeMarkup } from '../../utils/archive/xml-text';
import { parseFeed } from '../../utils/feed/parse';
import { sampleArticle } from './sample-article';

const bare = {
  ...sampleArticle,
  title: '',
  link: '',
  author: '',
  published: null,
  image: '',
  language: '',
  categories: [],
  enclosures: [],
};

describe('JSON Feed', () => {
  const written = async (articles: (typeof sampleArticle)[]) => {
    const feed = writeJsonFeed('My "articles"');
    let text = feed.head;
    for (const article of articles)
      text += await feed.add(article, {
        link: article.link,
        source: 'https://feeds.test/a.xml',
        fetched: article.fetched,
      });
    return text + (await feed.finish(Date.UTC(2026, 0, 1)));
  };

  it('says what the article says, and leaves out what is not known', async () => {
    const { version, title, items } = JSON.parse(await written([sampleArticle, bare]));
    expect([version, title]).toEqual(['https://jsonfeed.org/version/1.1', 'My "articles"']);
    expect(items).toEqual([
      {
        id: 'https://e.test/a?x=1&y=2',
        url: 'https://e.test/a?x=1&y=2',
        title: '习近平 & "普京": <会晤>',
        content_html: sampleArticle.html,
        image: 'https://e.test/i.jpg',
        date_published: '2025-01-21T14:39:03.000Z',
        authors: [{ name: 'Ann' }],
        tags: ['国际', 'a: b'],
        language: 'zh-CN',
        attachments: [{ url: 'https://e.test/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 5 }],
      },
      { id: 'urn:broadsheet:3%20e.test%2Fa', content_html: sampleArticle.html },
    ]);
  });

  it('leaves out what RFC 3339 has no form for', async () => {
    const far = { ...sampleArticle, published: 8.64e15, updated: -8e14 };
    const { items } = JSON.parse(await written([far]));
    expect(items[0]).not.toHaveProperty('date_published');
    expect(items[0]).not.toHaveProperty('date_modified');
  });

  it('gives no id twice', async () => {
    const { items } = JSON.parse(await written([sampleArticle, { ...sampleArticle, key: '4 e.test/a' }]));
    expect(items.map(({ id }: { id: string }) => id)).toEqual([
      sampleArticle.link,
      'urn:broadsheet:4%20e.test%2Fa',
    ]);
  });

  it('is understood by our own reader', async () => {
    const text = await written([sampleArticle, bare]);
    const feed = parseFeed(new TextEncoder().encode(text), { url: 'https://x.test/feed.json' });
    expect(feed).toMatchObject({ format: 'json', title: 'My "articles"' });
    expect(feed?.entries[0]).toMatchObject({
      title: sampleArticle.title,
      published: sampleArticle.published,
    });
    expect(feed?.entries).toHaveLength(2);
  });

  it('is valid without any items', async () => {
    expect(JSON.parse(await written([])).items).toEqual([]);
  });
});

describe('plain text', () => {
  it('is title, origin, address and paragraphs', () => {
    expect(writePlainText(sampleArticle)).toBe(
      '习近平 & "普京": <会晤>\n美国之音 · Ann · 2025-01-21\nhttps://e.test/a?x=1&y=2\n\n第一段 重要\n\n一\n\n二\n\nhttps://e.test/a.mp3 (audio/mpeg · 5 B)\n',
    );
  });

  it('leaves out what there is not', () => {
    expect(writePlainText({ ...bare, feedName: '', html: '' })).toBe('\n');
  });
});

describe('front matter', () => {
  it('is YAML of JSON values', () => {
    expect(frontMatter(sampleArticle)).toBe(
      [
        '---',
        'title: "习近平 & \\"普京\\": <会晤>"',
        'link: "https://e.test/a?x=1&y=2"',
        'published: "2025-01-21T14:39:03.000Z"',
        'fetched: "2025-01-21T14:40:00.000Z"',
        'feed: "美国之音"',
        'author: "Ann"',
        'language: "zh-CN"',
        'tags: ["国际","a: b"]',
        '---',
        '',
      ].join('\n'),
    );
  });

  it('lets no title out of its line', () => {
    const title = '---\nadmin: true\u2028x\u0085y';
    expect(frontMatter({ ...bare, title })).toContain('title: "---\\nadmin: true\\u2028x\\u0085y"\n');
  });

  it('holds nothing that YAML does not call printable, and says it all the same', () => {
    const signs = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('');
    const [, line = ''] = frontMatter({ ...bare, title: `${signs}😀` }).split('\n');
    // YAML 1.2, 5.1, c-printable
    expect(line).toMatch(/^[\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]+$/u);
    expect(JSON.parse(line.replace('title: ', ''))).toBe(`${signs}😀`);
  });
});

describe('a page of its own', () => {
  it('escapes what is text, and may run nothing', () => {
    const page = writeHtmlPage(sampleArticle, '<p>content</p>');
    expect(page).toContain('<title>习近平 &amp; &quot;普京&quot;: &lt;会晤&gt;</title>');
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain('href="https://e.test/a?x=1&amp;y=2"');
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('<article><p>content</p></article>');
  });

  it('links to web addresses only', () => {
    expect(writeHtmlPage({ ...sampleArticle, link: 'javascript:alert(1)' }, '')).not.toContain('javascript:');
  });

  it.each([
    ['a\0b\u0008c\ufffed', 'abcd'],
    ['a\ud800b', 'ab'],
    ['😀\t\n"\'', '😀\t\n&quot;&#39;'],
  ])('writes %j as %j', (text, escaped) => {
    expect(escapeMarkup(text)).toBe(escaped);
  });
});
