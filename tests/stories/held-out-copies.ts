import { Converter } from 'opencc-js';
import type { Told } from '../../utils/stories/copy';
import { htmlToText } from '../../utils/text/html-text';
import type { Article } from './articles';
import type { Pair } from './pairs';

/** Each was measured for the first time when the rules had been mended by the ones before it. */
export type Round = 1 | 2 | 3;

export const rounds: readonly Round[] = [1, 2, 3];

const toHongKong = Converter({ from: 'cn', to: 'hk' });
const toMainland = Converter({ from: 'hk', to: 'cn' });
const hour = 3_600_000;
const hasHan = (text: string) => /\p{Script=Han}/u.test(text);
const paragraphs = (html: string) =>
  htmlToText(html)
    .split(/(?<=[。！？])|(?<=[.!?])\s+/u)
    .filter((one) => one !== '');
const asHtml = (sentences: readonly string[]) => sentences.map((one) => `<p>${one}</p>`).join('\n');
const later = (one: Article, hours: number) => ({ ...one, sortAt: one.sortAt + hours * hour });

interface Procedure {
  kind: string;
  round: Round;
  /** null for an article that it cannot be done to. */
  copy: (one: Article) => Told | null;
}

const titled = (kind: string, round: Round, title: (text: string) => string): Procedure => ({
  kind: `title: ${kind}`,
  round,
  copy: (one) => ({ ...one, title: title(one.title) }),
});
const around = (kind: string, round: Round, before: string, after: string): Procedure => ({
  kind: `around the text: ${kind}`,
  round,
  copy: (one) => later({ ...one, html: before + one.html + after }, 2),
});

/** How republishers, aggregators and publishers change an article, other than in the pairs that the rules were chosen on. */
const procedures: readonly Procedure[] = [
  titled('site behind a low line', 1, (text) => `${text}_每日要闻网`),
  titled('site behind a wide bar', 1, (text) => `${text}｜晨报`),
  titled('site behind a dot', 1, (text) => `${text} · The Evening Post`),
  titled('site behind a dash', 1, (text) => `${text} — Harbour Herald`),
  titled('other marks of quotation', 1, (text) => text.replace(/["“”]/g, '「').replace(/['’]/g, '’')),
  titled('spaces and width', 1, (text) =>
    text.replace(/[,:!?]/g, (sign) => `${sign} `).replace(/ /g, '\u3000'),
  ),
  around(
    'a line of date, Chinese',
    1,
    '<p>发布时间：2025-01-21 22:35　来源：晨报</p>',
    '<p>本文转载请注明出处。关注我们的频道，获取更多资讯。</p>',
  ),
  around(
    'a line of date, English',
    1,
    '<p>Published on Jan 21, 2025 at 2:35 PM by Staff</p>',
    '<p>The post appeared first on Harbour Herald. Subscribe to our newsletter for more.</p>',
  ),
  around(
    'a picture and its words',
    1,
    '<figure><img src="/lead.jpg"><figcaption>Photo: agency 图片：资料</figcaption></figure>',
    '',
  ),
  around(
    'links to other articles',
    1,
    '',
    '<h3>Read more 相关阅读</h3><ul><li><a href="/1">Council votes on bridge</a></li><li><a href="/2">市长谈住房</a></li></ul>',
  ),
  {
    kind: 'two thirds of it',
    round: 1,
    copy: (one) => {
      const all = paragraphs(one.html);
      return { ...one, html: asHtml(all.slice(0, Math.ceil((all.length * 2) / 3))) };
    },
  },
  {
    kind: 'its first 160 signs',
    round: 1,
    copy: (one) => ({ ...one, html: `${htmlToText(one.html, 160)}… [Continue reading]` }),
  },
  {
    kind: 'one sentence taken out',
    round: 1,
    copy: (one) => later({ ...one, html: asHtml(paragraphs(one.html).filter((_, at) => at !== 1)) }, 6),
  },
  {
    kind: 'one sentence put in',
    round: 1,
    copy: (one) => {
      const [first = '', ...rest] = paragraphs(one.html);
      const more = hasHan(one.title)
        ? '有关方面表示将继续关注事态发展。'
        : 'A spokesman said more would follow.';
      return later({ ...one, html: asHtml([first, more, ...rest]) }, 9);
    },
  },
  {
    kind: 'the last sentences in another order',
    round: 1,
    copy: (one) => {
      const all = paragraphs(one.html);
      return { ...one, html: asHtml([...all.slice(0, -2), ...all.slice(-2).reverse()]) };
    },
  },
  {
    kind: 'an agency named before it',
    round: 1,
    copy: (one) => ({
      ...one,
      html: `<p>${hasHan(one.title) ? '（本社记者综合电）' : 'LONDON (Agency) — '}</p>${one.html}`,
    }),
  },
  {
    kind: 'as the script of Hong Kong',
    round: 1,
    copy: (one) => {
      if (!hasHan(one.title)) return null;
      const convert = toHongKong(one.title) === one.title ? toMainland : toHongKong;
      return { ...one, title: convert(one.title), html: convert(one.html) };
    },
  },
  {
    kind: 'lines broken, no markup',
    round: 1,
    copy: (one) => ({ ...one, html: paragraphs(one.html).join('<br>') }),
  },
  titled('a word before it', 2, (text) => (hasHan(text) ? `【快讯】${text}` : `Breaking: ${text}`)),
  titled('cut short', 2, (text) => (text.length > 40 ? `${text.slice(0, 36)}…` : text)),
  {
    kind: 'without its first sentence',
    round: 2,
    copy: (one) => ({ ...one, html: asHtml(paragraphs(one.html).slice(1)) }),
  },
  {
    kind: 'one word changed',
    round: 2,
    copy: (one) => later({ ...one, html: one.html.replace(/[的了]|\b(?:the|and|of)\b/, '×') }, 1),
  },
  {
    kind: 'framed twice, before and after',
    round: 2,
    copy: (one) => ({
      ...one,
      html: `<p>编辑：值班　责编：夜班 Filed under News</p>${one.html}<p>—— 完 —— 喜欢本文请点赞分享 Share this story with your friends</p>`,
    }),
  },
  {
    kind: 'a summary of three sentences',
    round: 2,
    copy: (one) => ({ ...one, html: paragraphs(one.html).slice(0, 3).join(' ') }),
  },
  {
    kind: 'nineteen hours later',
    round: 2,
    copy: (one) => later(one, 19),
  },
  titled('a place before it', 3, (text) => (hasHan(text) ? `图集丨${text}` : `Watch: ${text}`)),
  titled('a mark behind it', 3, (text) => (hasHan(text) ? `${text}（图）` : `${text} [photos]`)),
  around(
    'a summary above it',
    3,
    '<p><b>核心提示：本文约需五分钟读完。Summary: reading time five minutes.</b></p>',
    '',
  ),
  {
    kind: 'without its last quarter',
    round: 3,
    copy: (one) => {
      const all = paragraphs(one.html);
      return { ...one, html: asHtml(all.slice(0, Math.ceil((all.length * 3) / 4))) };
    },
  },
  {
    kind: 'its text in small letters',
    round: 3,
    copy: (one) => ({ ...one, html: htmlToText(one.html).toLowerCase() }),
  },
  {
    kind: 'the first two sentences in one',
    round: 3,
    copy: (one) =>
      later({ ...one, html: one.html.replace(/[。.]\s*/u, hasHan(one.title) ? '，' : ', and ') }, 4),
  },
];

/** Said enough for a reader to see without its address that it is the same. */
const isTold = ({ html, title }: Article) => htmlToText(html).length >= 150 && title.length >= 8;

/** Copies at other addresses: each article stands in one round alone. */
export function heldOutCopies(articles: readonly Article[], round: Round): Pair[] {
  const own = articles.filter((one, at) => isTold(one) && at % rounds.length === round - 1);
  return procedures
    .filter((one) => one.round === round)
    .flatMap(({ kind, copy }) =>
      own.flatMap((a, at) => {
        const b = copy({ ...a, link: `https://copies.test/${kind.length}/${at}` });
        return b ? [{ kind, a, b }] : [];
      }),
    );
}
