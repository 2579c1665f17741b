import { expect, test } from 'vitest';
import { sanitize } from '../../utils/article/sanitize';

const place = { base: 'https://site.test/' };

function time(html: string): number {
  const start = performance.now();
  sanitize(html, place);
  return performance.now() - start;
}

/** The shortest of three, because the machine does other things too. */
const best = (html: string) => Math.min(time(html), time(html), time(html));

test('100,000 nested elements, which froze Chromium for 82 seconds, are answered at once (REQ-21, T7)', () => {
  expect(best('<div>'.repeat(100_000))).toBeLessThan(300);
});

/** Markup that takes a parser or a scan more than its share of time, by the number of repetitions. */
const bombs: Record<string, (size: number) => string> = {
  'nested div': (size) => '<div>'.repeat(size),
  'nested unknown': (size) => '<x>'.repeat(size),
  'nested unknown, different': (size) => Array.from({ length: size }, (_, index) => `<x${index}>`).join(''),
  'open formatting': (size) => '<b>'.repeat(size),
  'formatting and blocks': (size) => '<font size=1><p>'.repeat(size),
  'formatting with attributes': (size) => Array.from({ length: size }, (_, i) => `<b id=${i}>`).join(''),
  'misnested formatting': (size) => '<b><i></b>'.repeat(size),
  'anchors and tables': (size) => '<a><table>'.repeat(size),
  'tables in tables': (size) => '<table><tr><td>'.repeat(size),
  'foster parents': (size) => `<table>${'<b>x'.repeat(size)}`,
  'list items': (size) => '<li>'.repeat(size),
  'nested lists': (size) => '<ul><li>'.repeat(size),
  'definition lists': (size) => '<dl><dd>'.repeat(size),
  'close tags of nothing': (size) => '</p>'.repeat(size),
  'close tags that match nothing': (size) => `${'<div>'.repeat(400)}${'</span>'.repeat(size)}`,
  'nested svg': (size) => '<svg>'.repeat(size),
  'nested math': (size) => '<math><mtext>'.repeat(size),
  templates: (size) => '<template>'.repeat(size),
  framesets: (size) => '<frameset>'.repeat(size),
  'attributes of one element': (size) =>
    `<p ${Array.from({ length: size }, (_, i) => `a${i}=1`).join(' ')}>x`,
  'equal attributes': (size) => `<p ${'a=1 '.repeat(size)}>x`,
  'unclosed tag': (size) => `<p ${'x'.repeat(size * 5)}`,
  'unclosed quote': (size) => '<p title="'.repeat(size),
  'unclosed comments': (size) => '<!--'.repeat(size),
  'bogus comments': (size) => '<!x>'.repeat(size),
  forms: (size) => '<form></form>'.repeat(size),
  bases: (size) => '<base href=x>'.repeat(size),
  'processing instructions': (size) => '<?x>'.repeat(size),
  'comments outside the body': (size) => `</body>${'<!---->'.repeat(size)}`,
  'comments at the start': (size) => `${'<!-- <div> -->'.repeat(size)}<p>x`,
  'comments after the end': (size) => `<p>x</html>${'<!---->'.repeat(size)}`,
  videos: (size) => '<video src=x></video>'.repeat(size),
  objects: (size) => '<object></object>'.repeat(size),
  selects: (size) => '<select></select>'.repeat(size),
  'links in links': (size) => '<a><div>'.repeat(size / 100).repeat(100),
  'removed elements': (size) => '<x></x>'.repeat(size),
  'less-than signs': (size) => '<'.repeat(size * 5),
  'unclosed script': (size) => '<script>'.repeat(size),
  'unclosed textarea': (size) => '<textarea>'.repeat(size),
  'script with escapes': (size) => `<script>${'<!--<script>'.repeat(size)}`,
  cdata: (size) => `<svg>${'<![CDATA['.repeat(size)}`,
  entities: (size) => '&amp'.repeat(size),
  'unknown entities': (size) => '&x'.repeat(size * 2),
  'numeric entities': (size) => '&#x1F600;'.repeat(size),
  slashes: (size) => `<p ${'/'.repeat(size * 5)}>x`,
  spaces: (size) => `<p ${' '.repeat(size * 5)}>x`,
  'equals signs': (size) => `<p ${'='.repeat(size * 5)}>x`,
  'long id': (size) => `<p id="${'x'.repeat(size * 5)}">`,
  'long address': (size) => `<a href="https://a.example/${'../'.repeat(size)}">x`,
  'long srcset': (size) => `<img srcset="${'https://a.example/x 1w,'.repeat(size / 4)}">`,
  'srcset of commas': (size) => `<img srcset="${','.repeat(size * 5)}">`,
  'srcset of words': (size) => `<img srcset="a${' 1'.repeat(size * 2)}">`,
  'long style': (size) => `<img style="${'width:1px;'.repeat(size)}">`,
  'style of spaces': (size) => `<img style="width${' '.repeat(size * 5)}x">`,
  'width of zeros': (size) => `<img width="${'0'.repeat(size * 5)}x" height="${'0'.repeat(size * 5)}x">`,
  images: (size) => '<img src=a>'.repeat(size / 4),
  'hidden elements': (size) => '<p hidden>'.repeat(size / 4),
  ids: (size) => Array.from({ length: size / 4 }, (_, i) => `<i id=${i}></i>`).join(''),
  'newlines in pre': (size) => `<pre>${'\n'.repeat(size * 5)}x`,
  'nested pre': (size) => '<pre>\n'.repeat(size),
  text: (size) => 'word '.repeat(size * 4),
};

const plain = '<p>word</p>'.repeat(20_000);

test.each(Object.entries(bombs))(
  '%s: five times as much takes no more than its share (REQ-21)',
  (_, bomb) => {
    const small = time(bomb(10_000));
    const large = time(bomb(50_000));
    // What is quadratic takes 25 times as long: those that were found took 14 to 26 s. Other work on the machine makes
    // short times uncertain, so growth counts from where a reader would notice.
    if (large > 1500) expect(large / small).toBeLessThan(20);
    // On a machine that does nothing else the slowest takes a few seconds; on any other, a few times what a plain
    // article of its size takes there.
    if (large > 6000) expect(Math.min(large, time(bomb(50_000))) / time(plain)).toBeLessThan(20);
  },
);

test('script is no text, whatever it holds', () => {
  const html = `<script>"<p>"; alert(1)</script><style>p{}<div>x{}</style>${'<div>'.repeat(5000)}Words`;
  expect(sanitize(html, place).textContent).toBe('Words');
});

test.each<[string, string, boolean]>([
  ['512 levels', `${'<div>'.repeat(500)}<b>x</b>`, true],
  ['600 levels', `${'<div>'.repeat(600)}<b>x</b>`, false],
  ['190 attributes', `<p ${Array.from({ length: 190 }, (_, i) => `a${i}=1`).join(' ')}><b>x</b>`, true],
  ['210 attributes', `<p ${Array.from({ length: 210 }, (_, i) => `a${i}=1`).join(' ')}><b>x</b>`, false],
  ['49,000 elements', `<b>x</b>${'<br>'.repeat(49_000)}`, true],
  ['51,000 elements', `<b>x</b>${'<br>'.repeat(51_000)}`, false],
  ['1.9 million characters', `<b>x</b>${'a '.repeat(950_000)}`, true],
  ['2.1 million characters', `<b>x</b>${'a '.repeat(1_050_000)}`, false],
  ['a long, flat list', `<ul>${'<li><b>x</b>'.repeat(5000)}</ul>`, true],
  ['a long, flat text without close tags', `<b>x</b>${'<p>x'.repeat(5000)}`, true],
  ['a large table without close tags', `<b>x</b><table>${'<tr><td>1<td>2'.repeat(3000)}</table>`, true],
])('%s', (_, html, kept) => {
  expect(sanitize(html, place).querySelector('b') !== null).toBe(kept);
});
