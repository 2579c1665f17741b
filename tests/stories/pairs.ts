import { Converter } from 'opencc-js';
import type { Told } from '../../utils/stories/copy';
import { htmlToText } from '../../utils/text/html-text';
import type { Article } from './articles';

const toTraditional = Converter({ from: 'cn', to: 'twp' });
const toSimplified = Converter({ from: 'tw', to: 'cn' });
const hour = 3_600_000;
const hasHan = (text: string) => /\p{Script=Han}/u.test(text);

/** Two articles of different feeds, and what there is between them. */
export interface Pair {
  kind: string;
  a: Told;
  b: Told;
}

/** At another address, as a republisher gives it. */
const elsewhere = (one: Article) => ({ ...one, link: `https://mirror.test/${encodeURIComponent(one.link)}` });

function edited(html: string): string {
  const places = [...html.matchAll(/[。.]\s*/gu)].map(({ index }) => index + 1);
  const at = places[Math.floor(places.length / 2)] ?? html.length;
  return `${html.slice(0, at)} An update was added here 更正：本段文字已修改。 ${html.slice(at)}`;
}

/** Copies as mirrors, publishers and aggregators make them. What has hardly a text is no kind's but an address'. */
const copies: Record<string, (one: Article) => Told | null> = {
  'same address, tracked': (one) => ({
    ...one,
    link: `${one.link}${/\?/.test(one.link) ? '&' : '?'}utm_source=rss&utm_medium=feed`,
  }),
  'same address, AMP cache': (one) =>
    /^https?:\/\/[^?]+\/[^?]+$/.test(one.link)
      ? {
          ...one,
          link: `https://x-test.cdn.ampproject.org/c/s/${one.link.replace(/^https?:\/\//, '').replace(/\/$/, '')}/amp`,
        }
      : null,
  'same address, beginning only': (one) => ({ ...one, html: htmlToText(one.html, 200) }),
  'mirror with date line and footer': (one) => ({
    ...elsewhere(one),
    html: `<div><i>Tue, 21 Jan 2025 14:35:15 GMT</i></div>${one.html}<p>获取更多RSS：<br><a href="https://feedx.net">https://feedx.net</a> <br>https://feedx.site<br></p>`,
    sortAt: one.sortAt + hour,
  }),
  'other address, site name in the title': (one) => ({
    ...elsewhere(one),
    title: `${one.title} - The Daily Mirror`,
  }),
  'other address, text edited': (one) => ({
    ...elsewhere(one),
    html: edited(one.html),
    sortAt: one.sortAt + 5 * hour,
  }),
  'other address, title edited': (one) => ({
    ...elsewhere(one),
    title: `${one.title}${hasHan(one.title) ? '（更新）' : ', updated'}`,
  }),
  'other address, beginning only': (one) => ({ ...elsewhere(one), html: htmlToText(one.html, 300) }),
  'other address, other script': (one) => {
    if (!hasHan(one.title)) return null;
    const convert =
      hasHan(toSimplified(one.title)) && toTraditional(one.title) !== one.title
        ? toTraditional
        : toSimplified;
    return { ...elsewhere(one), title: convert(one.title), html: convert(one.html) };
  },
};

/** Titles and texts that say enough for a reader to see without the address that it is the same. */
const isTold = ({ html, title }: Article) => htmlToText(html).length >= 150 && title.length >= 8;

export function sameStories(articles: readonly Article[]): Pair[] {
  return Object.entries(copies).flatMap(([kind, copy]) =>
    articles.flatMap((one) => {
      const isByAddress = kind.startsWith('same address');
      if (isByAddress ? !/^https?:\/\/[^/]+\/./.test(one.link) : !isTold(one)) return [];
      const b = copy(one);
      return b ? [{ kind, a: one, b }] : [];
    }),
  );
}

const beginning = ({ html }: Article) => htmlToText(html, 100);

/** Every two articles of the fixtures, as if each had come in a feed of its own; one advertisement stands there twice. */
export function differentArticles(articles: readonly Article[]): Pair[] {
  return articles.flatMap((a, at) =>
    articles.slice(at + 1).flatMap((b) => {
      const repeated = a.title === b.title && beginning(a) === beginning(b);
      return repeated || (a.link === b.link && a.title === b.title)
        ? []
        : [{ kind: 'different articles', a, b }];
    }),
  );
}
