import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeEpub } from '../../utils/archive/epub';
import { bookContent } from '../../utils/article/book-content';
import { sampleArticle } from './sample-article';

const place = { base: 'https://e.test/a/' };
const parse = (text: string) => new DOMParser().parseFromString(text, 'application/xml');

async function book() {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const epub = writeEpub((chunk) => chunks.push(new Uint8Array(chunk)), {
    id: 'urn:uuid:00000000-0000-4000-8000-000000000000',
    title: '收藏 & <more>',
    now: Date.UTC(2026, 0, 1, 2, 3, 4, 567),
  });
  const source = 'https://feeds.test/voa.xml';
  await epub.add(sampleArticle, bookContent(sampleArticle.html, sampleArticle), {
    language: 'zh-CN',
    origin: { link: sampleArticle.link, source, fetched: sampleArticle.fetched },
  });
  const bare = { ...sampleArticle, title: '', feedName: '', link: '', author: '', published: null };
  await epub.add(bare, '', {
    language: '',
    origin: { link: '', source: '', fetched: bare.fetched },
  });
  await epub.finish();
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

describe('writeEpub', () => {
  it('begins as a book must begin', async () => {
    const bytes = await book();
    const text = new TextDecoder('latin1').decode(bytes.subarray(0, 70));
    // the rule: method 0, no extra field, the name at 30, the type at 38
    expect([bytes[8], bytes[28], bytes[29]]).toEqual([0, 0, 0]);
    expect(text.slice(30, 58)).toBe('mimetypeapplication/epub+zip');
  });

  it('names every file once, and only files that are there', async () => {
    const files = unzipSync(await book());
    const read = (path: string) => parse(new TextDecoder().decode(files[path]));
    const root = read('META-INF/container.xml').querySelector('rootfile')?.getAttribute('full-path') ?? '';
    const opf = read(root);
    const items = [...opf.querySelectorAll('manifest > item')].map((item) => item.getAttribute('href'));
    const inside = Object.keys(files).filter((path) => path.startsWith('EPUB/') && path !== root);
    expect(items.map((href) => `EPUB/${href}`).sort()).toEqual(inside.sort());
    const ids = [...opf.querySelectorAll('item')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const order = [...opf.querySelectorAll('itemref')].map((item) => item.getAttribute('idref'));
    expect(order.every((id) => ids.includes(id ?? ''))).toBe(true);
    const links = [...read('EPUB/nav.xhtml').querySelectorAll('nav a')];
    expect(links.map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      ['a00001.xhtml', sampleArticle.title],
      ['a00002.xhtml', 'a00002.xhtml'],
    ]);
  });

  it('says what the metadata must say', async () => {
    const opf = parse(new TextDecoder().decode(unzipSync(await book())['EPUB/package.opf']));
    expect(opf.querySelector('package')?.getAttribute('unique-identifier')).toBe('id');
    expect(opf.querySelector('identifier')?.id).toBe('id');
    expect(opf.querySelector('title')?.textContent).toBe('收藏 & <more>');
    expect(opf.querySelector('language')?.textContent).toBe('zh-CN');
    expect(opf.querySelector('meta[property="dcterms:modified"]')?.textContent).toBe('2026-01-01T02:03:04Z');
  });

  it('is well-formed throughout', async () => {
    for (const [path, bytes] of Object.entries(unzipSync(await book()))) {
      if (!/\.(xml|opf|xhtml)$/.test(path)) continue;
      expect(parse(new TextDecoder().decode(bytes)).querySelector('parsererror'), path).toBeNull();
    }
  });
});

describe('bookContent', () => {
  it.each([
    ['<p>a <img src="/i.jpg" alt="图"> b</p>', '<p>a <a href="https://e.test/i.jpg">图</a> b</p>'],
    ['<a href="/x"><img src="/i.jpg"></a>', '<a href="https://e.test/x">[e.test]</a>'],
    ['<b><p>a</p></b>', '<p>a</p>'],
    ['<h2><div>a</div></h2>', '<div><div>a</div></div>'],
    ['<ul>a<li>b</li><p>c</p></ul>', '<ul><li>a</li><li>b</li><li><p>c</p></li></ul>'],
    ['<li>alone</li>', '<div>alone</div>'],
    ['<center><font color="red">a</font></center>', 'a'],
    ['<a href="#n1">1</a>', '1'],
    ['<ruby>漢<rt>かん</rt></ruby>', '<ruby>漢<rt>かん</rt></ruby>'],
    [
      '<table><tr><td colspan="2" width="9">a</td></tr></table>',
      '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
    ],
    ['<p lang="xx" class="y" style="z" id="i">a</p>', '<p>a</p>'],
    ['<script>x</script><iframe src="https://x.test/"></iframe>', ''],
  ])('of %s', (html, content) => {
    expect(bookContent(html, place)).toBe(content);
  });
});
