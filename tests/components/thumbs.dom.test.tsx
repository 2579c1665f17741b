import './extension-stand-in';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/list.css';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EntryRow } from '../../components/shared/entry-row';
import { feeds, feedsStatus, loadFeeds } from '../../components/shared/feeds-state';
import { startImageChoice } from '../../components/shared/image-choice';
import { settings, settingsKnown } from '../../components/shared/settings-state';
import { commitCheck } from '../../utils/db/commit-check';
import { listEntries } from '../../utils/db/entry-lists';
import type { Entry } from '../../utils/model/entry';
import { defaultSettings, type ImagePolicy } from '../../utils/model/settings';
import { addFeed, freshDatabase, newEntry } from '../db/support';
import { until } from './stage';

const comes = `${location.origin}/icon/96.png`;
const fails = `${location.origin}/tests/components/thumbs.dom.test.tsx`;
const titles = [
  'Short',
  'A title that is as long as titles are, and then some more, so that it takes two lines',
];
let host: HTMLElement;
let entries: Entry[];

/** As before any page has read anything. */
function knowNothing(): void {
  feeds.value = [];
  feedsStatus.value = 'loading';
  settingsKnown.value = false;
  settings.value = defaultSettings;
}

async function stage(images: ImagePolicy | null): Promise<void> {
  const sources = [{ url: `${location.origin}/feed`, privateAllowed: true, validators: null, bodyHash: '' }];
  const feedId = await addFeed('Morning Post', { sources, ...(images && { images }) });
  const pictures = [comes, fails, ''];
  const added = titles.flatMap((title, line) =>
    pictures.map((image, at) =>
      newEntry(`k${line}${at}`, { title, image, snippet: 'Its beginning', sortAt: 9000 - line * 10 - at }),
    ),
  );
  await commitCheck({ feedId, patch: {}, added });
  entries = await listEntries({ filter: 'all', limit: 20 });
  render(
    entries.map((entry, at) => (
      <EntryRow key={entry.id} entry={entry} place={at + 1} setSize={6} selected={false} tabStop={at === 0} />
    )),
    host,
  );
}

beforeEach(async () => {
  await freshDatabase();
  knowNothing();
  host = document.createElement('main');
  host.style.inlineSize = '400px';
  document.body.append(host);
});
afterEach(() => {
  render(null, host);
  host.remove();
  knowNothing();
});

const boxes = () =>
  [...host.querySelectorAll('article, h2, p, .meta')].map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return [one.classList[0] ?? one.tagName, x, y, width, height];
  });
const rows = () => [...host.querySelectorAll<HTMLElement>('article')];
const images = () => [...host.querySelectorAll<HTMLImageElement>('.thumb > img:not(.feed-mark)')];

async function learn(): Promise<void> {
  await loadFeeds();
  settingsKnown.value = true;
  startImageChoice();
}

test('rows keep their boxes while pictures are not known yet, are asked for, come and fail', async () => {
  await stage(null);
  const unknown = boxes();
  expect(rows().map((row) => row.querySelector('.thumb') !== null)).toEqual(
    entries.map((one) => one.image !== ''),
  );
  await learn();
  await until(() => images().length > 0);
  expect(boxes()).toEqual(unknown);
  await until(() => host.querySelectorAll('.thumb.gone').length === 2);
  await until(() => images().length === 2 && images().every((one) => one.complete && one.naturalWidth > 0));
  expect(images().map((one) => one.src)).toEqual([comes, comes]);
  expect(boxes()).toEqual(unknown);
  // as large as ever, and a picture is no larger than its place
  const sizes = [...host.querySelectorAll('.thumb, .thumb > img')].map((one) => one.getBoundingClientRect());
  expect(new Set(sizes.flatMap(({ width, height }) => [width, height]))).toEqual(new Set([64]));
});

test('what stands beside the name of a feed is seen once the name is known', async () => {
  await stage(null);
  const seen = () =>
    [...(rows()[0]?.querySelectorAll<HTMLElement>('.meta > :is(span, time)') ?? [])]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.textContent !== '')
      .map((one) => one.className || one.tagName);
  expect(seen()).toEqual([]);
  await learn();
  await until(() => seen().length > 0);
  expect(seen()).toEqual(expect.arrayContaining(['feed-mark', 'feed-name', 'TIME']));
});

test.for<ImagePolicy>(['click', 'cached'])(
  'a feed whose images wait (%s) keeps no place for them',
  async (policy) => {
    await stage(policy);
    await learn();
    await until(() => feedsStatus.value === 'ready' && host.querySelector('.thumb') === null);
    const [pictured, , plain] = rows();
    expect(entries[0]?.image).toBe(comes);
    expect(pictured?.getBoundingClientRect().height).toBe(plain?.getBoundingClientRect().height);
    const width = (row: HTMLElement | undefined) => row?.querySelector('p')?.getBoundingClientRect().width;
    expect(width(pictured)).toBe(width(plain));
  },
);

/** Whatever was ever put on the page with an address, at the moment at which it was. */
function watchAddresses(): string[] {
  const seen: string[] = [];
  new MutationObserver(() => seen.push(...images().map((one) => one.src))).observe(host, {
    ...{ subtree: true, childList: true, attributes: true },
  });
  return seen;
}

const steps = {
  feeds: loadFeeds,
  settings: () => {
    settings.value = { ...defaultSettings, images: general };
    settingsKnown.value = true;
  },
  ways: startImageChoice,
};
let general: ImagePolicy = 'always';
const orders = [
  ['feeds', 'settings', 'ways'],
  ['settings', 'feeds', 'ways'],
  ['ways', 'settings', 'feeds'],
  ['ways', 'feeds', 'settings'],
] as const;
const turns = async () => {
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => requestAnimationFrame(done));
};

test.for(
  orders.flatMap((order) =>
    [
      { order, own: 'click', all: 'always', asks: false },
      { order, own: 'cached', all: 'always', asks: false },
      { order, own: 'proxies', all: 'always', asks: false },
      { order, own: null, all: 'click', asks: false },
      { order, own: 'always', all: 'cached', asks: true },
    ].map((one) => one as { own: ImagePolicy | null; all: ImagePolicy; order: typeof order; asks: boolean }),
  ),
)('no picture is asked for before all is known: $order, feed $own, else $all', async (given) => {
  general = given.all;
  const seen = watchAddresses();
  await stage(given.own);
  for (const step of given.order) {
    if (!given.asks) expect(seen).toEqual([]);
    await steps[step]();
    await turns();
  }
  await until(() => feedsStatus.value === 'ready' && settingsKnown.value);
  if (given.asks) await until(() => seen.length > 0);
  await turns();
  expect(seen.length > 0).toBe(given.asks);
});

test('nor of a feed whose articles are listed before the feed itself', async () => {
  const seen = watchAddresses();
  await learn();
  await until(() => feedsStatus.value === 'ready');
  await stage('cached');
  await turns();
  expect(host.querySelectorAll('.thumb').length).toBeGreaterThan(0);
  await loadFeeds();
  await until(() => host.querySelector('.thumb') === null);
  expect(seen).toEqual([]);
});
