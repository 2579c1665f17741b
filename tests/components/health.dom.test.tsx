import { refusals, sent } from './extension-stand-in';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/options/health.css';
import '../../components/options/options.css';
import '../../components/options/pictures.css';
import '../../components/options/feed-page.css';
import axe from 'axe-core';
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { expect, test } from 'vitest';
import { CheckStrip } from '../../components/options/check-strip';
import { FeedPage } from '../../components/options/feed-page';
import { HealthSection } from '../../components/options/health-section';
import { HeatMap } from '../../components/options/heat-map';
import { place } from '../../components/options/place';
import { address, attempt, subscribe } from '../../components/options/subscribe-state';
import { WeeksPicture } from '../../components/options/weeks-picture';
import { loadFeeds } from '../../components/shared/feeds-state';
import { toasts } from '../../components/shared/toasts';
import { addFeeds, type NewFeed } from '../../utils/db/feeds';
import { openDatabase } from '../../utils/db/open';
import type { Check, SourceHistory } from '../../utils/model/feed';
import { historyOf } from '../../utils/schedule/history';
import { freshDatabase, newFeed } from '../db/support';
import { healthStage } from '../e2e/health-stage';
import { emptyStage, until } from './stage';

const now = Date.now();
const day = 86_400_000;
const host = emptyStage();

function show(view: ComponentChild): HTMLElement {
  render(view, host);
  return host;
}

function check(at: number, outcome: Check['outcome'], newEntries = 0): Check {
  return { at, url: 'https://a.example/', outcome, status: 200, bytes: 10, durationMs: 5, newEntries };
}

const source = (url: string, history: Partial<SourceHistory> = {}) => ({
  url,
  privateAllowed: false,
  validators: null,
  bodyHash: 'x',
  history: { ...historyOf(undefined), askedAt: now - 1000, newestAt: now - 1000, ...history },
});

async function feedPage(more: Partial<NewFeed>): Promise<HTMLElement> {
  const [id] = await addFeeds([newFeed('a', more)]);
  await loadFeeds();
  place.value = { section: 'feed', part: String(id), feedId: id ?? null };
  show(<FeedPage />);
  await until(() => host.querySelector('h1'));
  return host;
}

const button = (name: string) =>
  until(() =>
    Array.from(host.querySelectorAll('button')).find((one) => (one.ariaLabel ?? one.textContent) === name),
  );

test('a strip tells checks apart by shape too, and says what it shows', () => {
  const checks = [check(3, 'failed'), check(2, 'new', 4), check(1, 'not-modified')];
  const strip = show(<CheckStrip checks={checks} named />).querySelector('svg');
  expect(strip?.getAttribute('aria-label')).toBe(
    'The last 3 checks: 1 with new articles, 1 unchanged, 1 failed',
  );
  const bars = Array.from(host.querySelectorAll('rect'));
  expect(bars.map((bar) => bar.getAttribute('class'))).toEqual(['same', 'new', 'failed']);
  expect(new Set(bars.map((bar) => `${bar.getAttribute('y')} ${bar.getAttribute('height')}`)).size).toBe(3);
  const places = bars.map((bar) => Number(bar.getAttribute('x')));
  expect(places).toEqual([57 * 4, 58 * 4, 59 * 4]);
  show(<CheckStrip checks={Array.from({ length: 90 }, (_, i) => check(i, 'new', 1))} />);
  expect(host.querySelector('path.new')?.getAttribute('d')?.match(/M/g)).toHaveLength(60);
  expect(host.querySelector('path.failed')?.getAttribute('d')).toBe('');
});

test('weeks are bars as tall as their share, and a list of numbers', () => {
  const picture = show(<WeeksPicture weeks={[0, 5, 10]} />).querySelector('svg');
  expect(picture?.getAttribute('aria-label')).toContain('0, 5, 10');
  const outline = (kind: string) => host.querySelector(`path.${kind}`)?.getAttribute('d');
  expect([outline('past'), outline('now')]).toEqual(['M0 23v0h3v0zM4 23v-11h3v11z', 'M8 23v-22h3v22z']);
});

test('the bars of a long table answer to the pointer too, once it is there', async () => {
  show(
    <>
      <CheckStrip checks={[check(now, 'new', 4)]} />
      <WeeksPicture weeks={[0, 5]} />
    </>,
  );
  expect(host.querySelector('title')).toBeNull();
  for (const picture of host.querySelectorAll('svg')) picture.dispatchEvent(new PointerEvent('pointerenter'));
  await until(() => host.querySelectorAll('title').length === 3);
  const titles = Array.from(host.querySelectorAll('title'), (one) => one.textContent);
  expect(titles[0]).toMatch(/: 4 new articles$/);
  expect(titles[2]).toMatch(/^Week of .+: 5 articles$/);
});

test('a heat map names its summit and what is pointed at, and is a table too', async () => {
  const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  show(<HeatMap week={week} />);
  expect(host.querySelector('svg')).toBeNull();
  expect(host.textContent).toContain('fills as articles');
  const busy = week.map((hours, weekday) =>
    hours.map((_, hour) => (weekday === 2 && hour === 9 ? 7 : hour === 3 ? 1 : 0)),
  );
  show(<HeatMap week={busy} />);
  expect(host.querySelector('svg')?.getAttribute('aria-label')).toMatch(
    /Most: Wednesday, 9\sAM: 7 articles$/,
  );
  // what the pointer is at is said, and the summit again once it has left
  const svg = host.querySelector('svg');
  const { left = 0, top = 0, width = 0 } = svg?.getBoundingClientRect() ?? {};
  const unit = width / 528;
  const point = (type: string, x: number, y: number) =>
    svg?.dispatchEvent(
      new PointerEvent(type, { clientX: left + x * unit, clientY: top + y * unit, bubbles: true }),
    );
  const said = () => host.querySelector('.heat-line > span')?.textContent ?? '';
  point('pointermove', 48 + 3 * 20 + 10, 24 + 10);
  await until(() => /^Monday, 3\sAM: 1 article$/.test(said()));
  expect(host.querySelector('.heat-map .pointed')).not.toBeNull();
  point('pointermove', 5, 5);
  await until(() => said().startsWith('Most: Wednesday'));
  const cells = host.querySelectorAll('tbody tr:nth-child(3) td');
  expect(cells).toHaveLength(24);
  expect([cells[3]?.textContent, cells[9]?.textContent]).toEqual(['1', '7']);
});

test('of a thousand feeds those in sight are drawn; all can be sorted, found and reached', async () => {
  const feeds = Array.from({ length: 1000 }, (_, i) =>
    newFeed(`f${String(i).padStart(3, '0')}`, {
      position: i,
      ...(i === 500 && { problem: { kind: 'timeout', seconds: 25 }, failures: 2, failingSince: now - day }),
    }),
  );
  await addFeeds(feeds);
  await loadFeeds();
  place.value = { section: 'health', part: '', feedId: null };
  show(<HealthSection />);
  const names = () => Array.from(host.querySelectorAll('.health-row .feed-link'), (one) => one.textContent);
  await until(() => names().length > 0);
  const drawn = () => host.querySelectorAll('.health-row').length;
  expect(drawn()).toBeLessThan(60);
  expect(host.querySelector('table')?.getAttribute('aria-rowcount')).toBe('1001');
  expect(names()[0]).toBe('f500');
  (await button('Feed')).click();
  await until(() => names()[0] === 'f000');
  expect(host.querySelector('[aria-sort]')?.getAttribute('aria-sort')).toBe('ascending');
  (await button('Feed')).click();
  await until(() => names()[0] === 'f999');
  window.scrollTo({ top: document.documentElement.scrollHeight });
  await until(() => names().includes('f000'));
  expect(drawn()).toBeLessThan(60);
  expect(names()).not.toContain('f999');
  const search = host.querySelector<HTMLInputElement>('input[type=search]');
  if (search) search.value = 'f12';
  search?.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await until(() => drawn() === 10);
  place.value = { section: 'health', part: 'failing', feedId: null };
  await until(() => drawn() === 0);
  expect(host.textContent).toContain('No feed is like that.');
  expect(host.querySelector('nav [aria-current]')?.textContent).toBe('Failing 1');
});

test('addresses move by button and by key, and which is in use is said with its reason', async () => {
  const urls = ['https://one.example/', 'https://two.example/'];
  await feedPage({
    sources: [source('https://one.example/', { failures: 3 }), source('https://two.example/')],
    activeSource: 1,
  });
  const rows = () => Array.from(host.querySelectorAll('.address-row'), (row) => row.textContent ?? '');
  expect(rows()[0]).toContain('failed 3 times in a row');
  expect(rows()[1]).toContain('In usestands in for those before it');
  (await button('Move two.example up')).click();
  await until(() => sent.length === 1);
  host
    .querySelector('.address-row')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }));
  await until(() => sent.length === 2);
  (await button('Remove one.example')).click();
  await until(() => sent.length === 3);
  expect(sent).toMatchObject([
    { name: 'moveSource', input: { url: urls[1], place: 0 } },
    { name: 'moveSource', input: { url: urls[0], place: 1 } },
    { name: 'removeSource', input: { url: urls[0] } },
  ]);
});

test('a known twin is one press away; short intervals only where the server answers 304', async () => {
  await feedPage({ sources: [source('https://feedx.net/rss/a.xml')] });
  (await button('Add feedx.site')).click();
  await until(() => sent.length === 2);
  expect(sent[0]).toMatchObject({ name: 'addSource', input: { url: 'https://feedx.site/rss/a.xml' } });
  const disabled = () =>
    Array.from(
      host.querySelectorAll<HTMLOptionElement>('#check-every option:disabled'),
      ({ value }) => value,
    );
  expect(disabled()).toEqual(['15', '30']);
  render(null, host);
  await freshDatabase();
  await feedPage({ sources: [source('https://feedx.net/rss/a.xml', { answers304: true })] });
  expect(disabled()).toEqual([]);
  const select = host.querySelector<HTMLSelectElement>('#check-every');
  if (select) select.value = '30';
  select?.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => sent.at(-1)?.name === 'setCheckInterval');
  expect(sent.at(-1)?.input).toMatchObject({ minutes: 30 });
});

const troubles: [string, Partial<NewFeed>, string[], string][] = [
  [
    'silent',
    {
      sources: [source('https://a.example/', { newestAt: now - 60 * day })],
      rhythm: { articles: 30, since: now - 90 * day, askedMs: 0, skipHours: [], skipDays: [] },
    },
    ['Unusually quiet', 'usually something comes every 25 hours'],
    'Check now',
  ],
  [
    'behind',
    {
      sources: [source('https://a.example/', { newestAt: now - 60 * day }), source('https://b.example/')],
      activeSource: 1,
    },
    ['An address has stopped updating', 'a.example has brought nothing since'],
    'Remove a.example',
  ],
  [
    'moved',
    {
      sources: [
        source('https://a.example/', {
          movedTo: { url: 'https://b.example/', since: now - 9 * day, checks: 6 },
        }),
      ],
    },
    ['Seems to have moved', 'Its address has led to b.example for a week or longer. Update it?'],
    'Update the address',
  ],
  [
    'dead',
    { problem: { kind: 'not-a-feed', found: 'parked' }, failingSince: now - 40 * day, failures: 30 },
    ['Seems to have closed', 'parked or for sale'],
    'Check now',
  ],
  [
    'login',
    { problem: { kind: 'not-a-feed', found: 'login' }, failingSince: now - day, failures: 3 },
    ['There is a page to log in', '3 failed checks in a row'],
    'Open the site',
  ],
  [
    'gone',
    { problem: { kind: 'gone', host: 'a.example' }, stoppedAt: now - day, nextCheckReason: 'stopped' },
    ['closed for good', 'Not checked any more', 'said twice that it is gone'],
    'Check again',
  ],
  [
    'without permission',
    { problem: { kind: 'permission-missing', origins: ['*://a.example/*'] } },
    ['not allowed to visit a.example'],
    'Allow',
  ],
];

test.each(troubles)('a feed that is %s says so, and what helps', async (_, more, words, remedy) => {
  await feedPage(more);
  for (const each of words) expect(host.textContent).toContain(each);
  expect(host.querySelector('.remedies button')?.textContent).toBe(remedy);
  // what takes something away never stands out
  const standsOut = host.querySelector('.remedies .primary')?.textContent ?? '';
  expect(standsOut).toBe(remedy.startsWith('Remove') ? '' : remedy);
});

/** Feeds in every state, with their past. */
async function putStage(): Promise<void> {
  const stage = healthStage(now);
  await addFeeds(stage.feeds);
  const db = await openDatabase();
  for (const cadence of stage.cadences) await db.put('cadences', cadence);
  for (const row of stage.counts) await db.put('counts', row);
  for (const { key, value } of stage.checks) await db.put('checks', value, key);
  await loadFeeds();
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'sepia', 'dark', 'black']) {
    document.documentElement.dataset.theme = theme;
    // Only the colours differ between themes.
    const rules = theme === 'light' ? standards : ['color-contrast'];
    const result = await axe.run(host, { runOnly: rules, resultTypes: ['violations'] });
    for (const { id, nodes } of result.violations)
      found.push(
        ...nodes.map(({ target, failureSummary }) => `${theme} ${id} ${target.join(' ')}: ${failureSummary}`),
      );
  }
  return found;
}

test('neither page stands in the way of anyone, in any theme', async () => {
  await putStage();
  document.title = 'Health';
  document.documentElement.lang = 'en';
  const still = new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
  document.adoptedStyleSheets = [still];
  place.value = { section: 'health', part: '', feedId: null };
  show(<HealthSection />);
  await until(() => host.querySelectorAll('.check-strip').length > 8 && host.querySelector('.heat-map'));
  expect(await violations()).toEqual([]);
  for (const feedId of [1, 6]) {
    place.value = { section: 'feed', part: String(feedId), feedId };
    show(<FeedPage />);
    await until(() => host.querySelector('.checks-table') && host.querySelector('.heat-map'));
    expect(await violations()).toEqual([]);
  }
}, 90_000);

test('a feed that has moved to what is followed already is offered to be merged, on its page and on the health page', async () => {
  const moved = source('https://old.example/feed', {
    movedTo: { url: 'https://www.young.example/feed', since: now - 9 * day, checks: 6 },
  });
  const [from = 0, into = 0] = await addFeeds([
    newFeed('old', { sources: [moved] }),
    newFeed('young', { sources: [source('http://young.example/feed')] }),
  ]);
  await loadFeeds();
  place.value = { section: 'feed', part: String(from), feedId: from };
  show(<FeedPage />);
  const offer = await button('Merge with “young”');
  expect(host.innerText).toContain('and you follow that as “young”');
  expect(Array.from(host.querySelectorAll('button'), (one) => one.textContent)).not.toContain(
    'Update the address',
  );
  offer.click();
  await until(() => sent.length > 0);
  expect(sent).toEqual([{ name: 'mergeFeeds', input: { feedId: from, into } }]);
  render(null, host);
  place.value = { section: 'health', part: '', feedId: null };
  show(<HealthSection />);
  await until(() => host.innerText.includes('Merge with “young”'));
  // Where something graver is said above, the note among the addresses offers it.
  render(null, host);
  const [other = 0] = await addFeeds([
    newFeed('failing', {
      sources: [moved],
      problem: { kind: 'http-status', status: 500, retryAt: null },
      failures: 3,
    }),
  ]);
  await loadFeeds();
  place.value = { section: 'feed', part: String(other), feedId: other };
  show(<FeedPage />);
  await until(() => host.innerText.includes('which you follow as “young”'));
  expect((await button('Merge with “young”')).closest('.moved-note')).not.toBeNull();
});

test('an address of another feed, however it is spelled, is offered to be merged into this one', async () => {
  const [feedId = 0, other = 0] = await addFeeds([
    newFeed('mine', { sources: [source('https://mine.example/feed')] }),
    newFeed('other', {
      sources: [source('https://paper.example/a'), source('http://www.paper.example/feed/')],
    }),
  ]);
  await loadFeeds();
  place.value = { section: 'feed', part: String(feedId), feedId };
  show(<FeedPage />);
  const typed = await until(() => host.querySelector<HTMLInputElement>('#add-address'));
  const add = async (text: string) => {
    typed.value = text;
    (await button('Add address')).click();
  };
  await add('https://mine.example/feed');
  await until(() => host.innerText.includes('This feed has this address already.'));
  await add('https://paper.example/feed');
  (await button('Merge “other” into this feed')).click();
  await until(() => sent.length > 0);
  expect(sent).toEqual([{ name: 'mergeFeeds', input: { feedId: other, into: feedId } }]);
  await until(() => !host.innerText.includes('You follow this address already'));
  sent.length = 0;
  await add('https://new.example/feed');
  await until(() => sent.length > 0);
  expect(sent[0]).toEqual({ name: 'addSource', input: { feedId, url: 'https://new.example/feed' } });
  // both have it since a backup, or the bin, has brought it back
  const [twin = 0] = await addFeeds([newFeed('twin', { sources: [source('http://mine.example/feed/')] })]);
  await loadFeeds();
  (await button('Merge “twin” into this feed')).click();
  await until(() => sent.some(({ name }) => name === 'mergeFeeds'));
  expect(sent.at(-1)).toEqual({ name: 'mergeFeeds', input: { feedId: twin, into: feedId } });
});

test('subscribing to what is followed already says so and shows it', async () => {
  const [feedId = 0] = await addFeeds([
    newFeed('known', { sources: [source('https://known.example/feed')] }),
  ]);
  await loadFeeds();
  refusals.set('subscribe', { kind: 'already-subscribed', feedId });
  address.value = 'http://www.known.example/feed/';
  subscribe(address.value);
  await until(() => location.hash === `#feed/${feedId}`);
  expect(toasts.value.at(-1)?.text).toBe('You follow this already, as “known”.');
  expect([address.value, attempt.value]).toEqual(['', { kind: 'idle' }]);
  refusals.clear();
});
