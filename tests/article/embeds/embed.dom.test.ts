import { expect, test } from 'vitest';
import { sanitize, sanitizeArticle } from '../../../utils/article/sanitize';

const place = { base: 'https://site.test/' };
const film = 'https://www.youtube.com/embed/dQw4w9WgXcQ';

function markup(html: string): string {
  const holder = document.implementation.createHTMLDocument('').createElement('div');
  holder.append(sanitize(html, place));
  return holder.innerHTML;
}

test('a player becomes a link to its page, with its title, and never a frame', () => {
  const { content, embeds } = sanitizeArticle(
    `<p>Before</p><iframe src="${film}" title="A <b>film</b>" onload="alert(1)" srcdoc="<b>x</b>">Old browser</iframe><p>After</p>`,
    place,
  );
  const link = content.querySelector('a');
  expect(content.querySelector('iframe')).toBeNull();
  expect(link?.textContent).toBe('A <b>film</b>');
  expect(link?.getAttribute('href')).toBe('https://www.youtube.com/watch?v=dQw4w9WgXcQ');
  expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
  expect([...embeds.keys()]).toEqual([link]);
  expect([...embeds.values()][0]?.player).toBe(
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1',
  );
  expect(content.textContent).toBe('BeforeA <b>film</b>After');
});

test('what came out is the same when it is read again, and then a plain link (REQ-19)', () => {
  const once = markup(`<p>x<iframe data-src="${film}"></iframe></p><iframe src="${film}"></iframe>`);
  expect(once).toContain('>YouTube</a>');
  expect(markup(once)).toBe(once);
  expect(sanitizeArticle(once, place).embeds.size).toBe(0);
});

test.each([
  ['hidden', `<iframe hidden src="${film}"></iframe>`],
  ['not displayed', `<iframe style="display:none" src="${film}"></iframe>`],
  ['of an unknown service', '<iframe src="https://evil.test/embed/dQw4w9WgXcQ"></iframe>'],
  ['without an address', `<iframe srcdoc="${film}"></iframe>`],
  ['with a script for an address', '<iframe src="javascript:alert(1)"></iframe>'],
  ['within a frame', `<iframe><iframe src="${film}"></iframe></iframe>`],
])('a frame %s leaves nothing', (_, html) => {
  expect(markup(html)).toBe('');
});

test('two articles do not share their players', () => {
  const first = sanitizeArticle(`<iframe src="${film}"></iframe>`, place);
  sanitizeArticle('<p>x</p>', place);
  expect(first.embeds.size).toBe(1);
});
