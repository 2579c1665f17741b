import { Converter } from 'opencc-js';
import type { Told } from '../../utils/stories/copy';
import { htmlToText } from '../../utils/text/html-text';
import type { Article } from './articles';
import { firstSightArticles } from './first-sight-texts';
import type { Pair } from './pairs';

const toTaiwan = Converter({ from: 'cn', to: 'twp' });
const hour = 3_600_000;
const hasHan = (text: string) => /\p{Script=Han}/u.test(text);
const paragraphs = ({ html }: Article) => html.split('\n');
const elsewhere = (one: Article, host: string) => ({
  ...one,
  link: one.link.replace('https://origin.test/news', `https://${host}.test/post`),
});
const half = (one: Article) => paragraphs(one).slice(0, 3).join('\n');

/** Two copies of one article, as two ways bring it. Both sides may have been changed. */
const ways: Record<string, (one: Article) => [Told, Told] | null> = {
  'twin mirrors, each with its frame': (one) => [
    {
      ...one,
      html: `<div><i>Sun, 22 Nov 2026 12:00:00 GMT</i></div><img src="https://images.weserv.nl?url=origin.test/a.jpg">${one.html}<p>获取更多RSS：<a href="https://feedx.net">https://feedx.net</a></p>`,
    },
    {
      ...one,
      link: `${one.link}?from=rss`,
      sortAt: one.sortAt + 2 * hour,
      html: `<figure><img src="https://wsrv.nl/?url=origin.test/a.jpg"><figcaption>资料图片 File photo</figcaption></figure>${one.html}<p><a href="https://feedx.site">https://feedx.site</a></p>`,
    },
  ],
  'mirror of another host, its text in one line': (one) => [
    one,
    { ...elsewhere(one, 'rsshub'), html: htmlToText(one.html), sortAt: one.sortAt + hour },
  ],
  'script and words of Taiwan, at another host': (one) =>
    hasHan(one.title)
      ? [one, { ...elsewhere(one, 'tw'), title: toTaiwan(one.title), html: toTaiwan(one.html) }]
      : null,
  'script of Taiwan, its first half, with the site in the title': (one) =>
    hasHan(one.title)
      ? [
          one,
          { ...elsewhere(one, 'tw'), title: `${toTaiwan(one.title)} | 島嶼日報`, html: toTaiwan(half(one)) },
        ]
      : null,
  'AMP page of the publisher, its first half': (one) => [
    one,
    { ...one, link: one.link.replace('https://origin', 'https://amp.origin'), html: half(one) },
  ],
  'through an archive': (one) => [
    one,
    {
      ...one,
      link: `https://web.archive.org/web/20261122120000/${one.link}`,
      html: one.html.replaceAll('p>', 'div>'),
    },
  ],
  'shortened to three lines': (one) => [
    one,
    { ...elsewhere(one, 'brief'), html: `${htmlToText(one.html, 110)}…`, sortAt: one.sortAt + hour },
  ],
  'title cut off': (one) => {
    const end = hasHan(one.title) ? 16 : 38;
    return [one, { ...elsewhere(one, 'cut'), title: `${one.title.slice(0, end)}…` }];
  },
  'title with a label and its place': (one) => [
    one,
    {
      ...elsewhere(one, 'label'),
      title: hasHan(one.title) ? `【独家】${one.title}` : `EXCLUSIVE: ${one.title}`,
    },
  ],
  'agency, dateline and desk': (one) => [
    one,
    {
      ...elsewhere(one, 'agency'),
      html: hasHan(one.title)
        ? `<p>本报讯（记者 王小川 通讯员 孙立）</p>${one.html}<p>（编辑：林丹 审核：赵敏）</p>`
        : `<p>HARBOUR TOWN (Wire) —</p>${one.html}<p>(Reporting by J. Doe; editing by A. Roe)</p>`,
      sortAt: one.sortAt + 3 * hour,
    },
  ],
  'a picture with its words between all paragraphs': (one) => [
    one,
    {
      ...elsewhere(one, 'gallery'),
      html: paragraphs(one)
        .map(
          (text, at) =>
            `${text}<figure><img src="/${at}.jpg"><figcaption>图${at + 1} 摄影：本站 Photo ${at + 1}</figcaption></figure>`,
        )
        .join('\n'),
    },
  ],
  'behind a wall after two paragraphs': (one) => [
    one,
    {
      ...elsewhere(one, 'wall'),
      html: `${paragraphs(one).slice(0, 2).join('\n')}<p>剩余内容仅对订阅者开放，登录后继续阅读。 To read the rest, subscribe or sign in.</p>`,
    },
  ],
  'updated by a paragraph at its top': (one) => [
    one,
    {
      ...elsewhere(one, 'late'),
      html: `<p>${hasHan(one.title) ? '最新消息：有关部门今晚表示，将在一周内公布进一步的安排。' : 'Update: officials said tonight that they would publish more within a week.'}</p>${one.html}`,
      sortAt: one.sortAt + 8 * hour,
    },
  ],
  'signs of another width, and another kind of quotes': (one) => [
    one,
    {
      ...elsewhere(one, 'width'),
      title: one.title.normalize('NFKC').replace(/[,:]/g, (sign) => (sign === ',' ? '，' : '：')),
      html: one.html.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    },
  ],
  'the desk took a sentence out, and changed another': (one) => {
    const all = paragraphs(one);
    const changed = all[1]?.replace(
      /[。.]/,
      hasHan(one.title) ? '，有关方面对此表示关注。' : ', those concerned have said.',
    );
    return [
      one,
      {
        ...elsewhere(one, 'desk'),
        html: [all[0], changed, ...all.slice(3)].join('\n'),
        sortAt: one.sortAt + 4 * hour,
      },
    ];
  },
};

export function firstSightCopies(articles = firstSightArticles): Pair[] {
  return Object.entries(ways).flatMap(([kind, way]) =>
    articles.flatMap((one) => {
      const pair = way(one);
      return pair ? [{ kind, a: pair[0], b: pair[1] }] : [];
    }),
  );
}
