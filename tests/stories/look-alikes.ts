import type { Told } from '../../utils/stories/copy';
import type { Pair } from './pairs';

const now = Date.UTC(2026, 10, 22, 12);
const told = (title: string, html: string, link: string): Told => ({ title, html, link, sortAt: now });
const signs = [...'一二三四五六七八九十'];

const boiler =
  '欢迎收听本节目。我们每周为您介绍科学、历史与文化，节目由志愿者制作，感谢各位听众的支持。请在我们的网站上订阅，并把节目推荐给朋友。如有意见，请写信给编辑部，我们会在下一期节目里回答您的问题。';
const weather = (city: string, low: number, high: number, wind: number) =>
  `${city}今天多云转晴，最低气温${low}度，最高气温${high}度，北风${wind}级。明天晴，气温变化不大，空气质量良，适宜户外活动。市民外出请注意添衣保暖，驾车请注意安全。`;
const market = (date: number, index: number, change: string, volume: number) =>
  `<p>The market closed on the ${date}th with the main index at ${index} points, a change of ${change} percent, on a volume of ${volume} million shares. Analysts said that investors were waiting for the figures of the coming week, and that trading was calm for most of the session.</p>`;
const notes = (version: string, fixes: string) =>
  `<p>This release fixes bugs and improves performance. Please read the upgrade guide before you install it, and make a backup of your database. ${fixes} The checksums of version ${version} are listed below, with the names of all contributors who made it possible.</p>`;

/** Articles of two feeds that look alike and are not the same; each line says what would be lost if they were taken for one. */
export function lookAlikes(): Pair[] {
  const pairs: Pair[] = [];
  const add = (kind: string, a: [string, string], b: [string, string], address?: string) =>
    pairs.push({
      kind,
      a: told(a[0], a[1], address ?? `https://a.test/${pairs.length}`),
      b: told(b[0], b[1], address ?? `https://b.test/${pairs.length}`),
    });
  for (let n = 1; n < 10; n++) {
    const [here = '', next = ''] = [signs[n - 1], signs[n]];
    add(
      'episodes, one description',
      [`人类简史有声书 第${n}集`, boiler],
      [`人类简史有声书 第${n + 1}集`, boiler],
    );
    add('episodes in words', [`人类简史有声书 第${here}集`, boiler], [`人類簡史有聲書 第${next}集`, boiler]);
    add(
      'episodes at one address',
      [`Radio show ${n}`, boiler],
      [`Radio show ${n + 1}`, boiler],
      'https://radio.test/show',
    );
    add('parts', [`Morning news ${n}/${n + 1}`, boiler], [`Morning news ${n + 1}/${n + 1}`, boiler]);
    add('days of a digest', [`早安新闻 11月${n}日`, boiler], [`早安新闻 11月${n + 1}日`, boiler]);
    add(
      'releases',
      [`v3.${n}.0`, notes(`3.${n}.0`, 'It mends imports.')],
      [`v3.${n + 1}.0`, notes(`3.${n + 1}.0`, 'It mends exports.')],
    );
    add(
      'one title, two weathers',
      ['北京今日天气预报及出行提示', weather('北京', n, n + 9, 2)],
      ['北京今日天气预报及出行提示', weather('北京', n + 3, n + 14, 5)],
    );
    add(
      'one title, two cities',
      ['今日天气预报及出行提示', weather('上海', n, n + 9, 2)],
      ['今日天气预报及出行提示', weather('广州', n + 12, n + 20, 4)],
    );
    add(
      'one title, two sessions',
      ['Market report: shares at the close of trading', market(n, 3100 + 17 * n, `0.${n}`, 200 + n)],
      [
        'Market report: shares at the close of trading',
        market(n + 1, 3300 + 13 * n, `1.${n + 1}`, 300 + 3 * n),
      ],
    );
    add(
      'one front page',
      [`Note ${n} on gardens`, `<p>Roses, and what number ${n} of them need in spring.</p>`],
      [`Letter ${n} about boats`, `<p>Sails, ropes and the harbour at night, with ${n} pictures.</p>`],
      'https://blog.test/',
    );
  }
  pairs.push({
    kind: 'a daily programme, described once',
    a: told('Der Morgen in unserer Stadt, mit Musik und Gästen', boiler, 'https://a.test/1'),
    b: {
      ...told('Der Morgen in unserer Stadt, mit Musik und Gästen', boiler, 'https://b.test/2'),
      sortAt: now + 86_000_000,
    },
  });
  add(
    'a column',
    ['早安新闻', '<p>总统今天访问了南方的三个省，会见了当地的农民代表。</p>'],
    ['早安新闻', '<p>海关公布了上月进出口数据，出口增长超过预期，进口略有下降。</p>'],
  );
  add(
    'a column, longer',
    [
      'The morning briefing from our newsroom',
      '<p>Ministers meet today to talk about the budget, and trains will not run in the north because of a strike of drivers.</p>',
    ],
    [
      'The morning briefing from our newsroom',
      '<p>A storm reached the coast at night; schools stay closed, and the airport hopes to open its runways in the afternoon.</p>',
    ],
  );
  add('no text at all', ['早安新闻', ''], ['早安新闻', '']);
  add('a short title and no text', ['Daily open thread', ''], ['Daily open thread', '']);
  add(
    'weekdays',
    ['Monday open thread for all readers of this site and their friends', boiler],
    ['Tuesday open thread for all readers of this site and their friends', boiler],
  );
  add(
    'upper and lower part',
    ['长篇小说连载：边城往事（上）', boiler],
    ['长篇小说连载：边城往事（下）', boiler],
  );
  add(
    'a comment on another page',
    [
      'What the minister should have said instead',
      '<p>I read this today and could not believe it. Three things are wrong, and here is why we should care about each of them, one by one.</p>',
    ],
    [
      'Budget talks end without result',
      '<p>The talks about next year ended in the night without any result, as both sides said.</p>',
    ],
    'https://paper.test/budget',
  );
  add(
    'a follow-up',
    [
      '地震造成十二人死亡',
      '<p>昨晚发生的地震造成十二人死亡，多处房屋倒塌，救援人员已经赶到现场，道路仍然中断。当地政府宣布进入紧急状态。</p>',
    ],
    [
      '地震死亡人数升至三十人',
      '<p>官方今天早晨说，在又找到一些遇难者之后，死亡人数升至三十人。总理将于下午前往灾区，多国表示愿意提供援助。</p>',
    ],
  );
  return pairs;
}
