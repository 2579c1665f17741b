import { answers, refusals, sent } from './extension-stand-in';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/panels.css';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { SubscribeForm } from '../../components/options/subscribe-form';
import { address, attempt, subscribe } from '../../components/options/subscribe-state';
import { SitePage } from '../../components/popup/site-page';
import { search, subscribeHere } from '../../components/popup/site-state';
import { loadFeeds } from '../../components/shared/feeds-state';
import { toasts } from '../../components/shared/toasts';
import { addFeeds } from '../../utils/db/feeds';
import { newFeed } from '../db/support';
import { emptyStage, until } from './stage';

const host = emptyStage();
const mirror = 'https://feedx.site/rss/bbc.xml';

afterEach(() => {
  refusals.clear();
  answers.clear();
  attempt.value = { kind: 'idle' };
  search.value = null;
});

async function followOne(by: 'address' | 'articles' = 'address'): Promise<number> {
  const [feedId = 0] = await addFeeds([newFeed('BBC 中文')]);
  await loadFeeds();
  refusals.set('subscribe', { kind: 'twin-subscribed', feedId, address: mirror, by });
  return feedId;
}

const buttons = () => [...host.querySelectorAll('button')];
const press = async (name: string) =>
  (await until(() => buttons().find(({ textContent }) => textContent === name))).click();

async function typeMirror(): Promise<void> {
  render(<SubscribeForm />, host);
  address.value = mirror;
  subscribe(mirror);
  await until(() => host.querySelector('.twin-offer'));
}

test('a mirror of what is followed becomes one more of its addresses, and the toast takes it away again', async () => {
  const feedId = await followOne();
  await typeMirror();
  expect(host.innerText).toContain('You follow this already, as “BBC 中文”, at another address.');
  const offered = [...host.querySelectorAll('.twin-offer button')].map(({ textContent }) => textContent);
  expect(offered).toEqual(['Add the address to that feed', 'Follow separately']);
  sent.length = 0;
  await press('Add the address to that feed');
  await until(() => !host.querySelector('.twin-offer'));
  expect(sent).toEqual([{ name: 'addSource', input: { feedId, url: mirror } }]);
  expect(address.value).toBe('');
  const said = toasts.value.at(-1);
  expect(said?.text).toBe('“BBC 中文” has this address too now.');
  said?.action?.run();
  await until(() => sent.length === 2);
  expect(sent[1]).toEqual({ name: 'removeSource', input: { feedId, url: mirror } });
});

test('followed separately it is a feed of its own, and the toast puts that into the bin', async () => {
  await followOne('articles');
  await typeMirror();
  expect(host.innerText).toContain('“BBC 中文”, which you follow, has the same articles.');
  refusals.clear();
  answers.set('subscribe', { feedId: 77 });
  sent.length = 0;
  await press('Follow separately');
  await until(() => !host.querySelector('.twin-offer'));
  expect(sent).toEqual([{ name: 'subscribe', input: { url: mirror, apart: true } }]);
  const said = toasts.value.at(-1);
  expect(said?.text).toBe('Subscribed.');
  said?.action?.run();
  await until(() => sent.length === 2);
  expect(sent[1]).toEqual({ name: 'unsubscribe', input: { feedId: 77 } });
});

test('what does not come about leaves the choice, and the address in its box', async () => {
  await followOne();
  refusals.set('addSource', { kind: 'offline' });
  await typeMirror();
  await press('Add the address to that feed');
  await until(() => toasts.value.at(-1)?.tone === 'bad');
  expect(host.querySelector('.twin-offer')).not.toBeNull();
  expect(address.value).toBe(mirror);
  refusals.delete('addSource');
  await until(() => host.querySelector('.twin-offer button[aria-disabled="false"]'));
  await press('Add the address to that feed');
  await until(() => address.value === '');
});

test('of a page’s feeds, the one that waits for an answer is done with when it has been added to what is followed', async () => {
  const feedId = await followOne();
  const candidates = [mirror, 'https://feedx.site/rss/dw.xml'].map((url) => ({
    url,
    title: '',
    format: '',
    newestAt: null,
    entryCount: null,
  }));
  await subscribeHere(candidates, [mirror]);
  const found = search.value;
  if (found?.kind !== 'found') throw new Error('nothing is left to choose from');
  render(<SitePage now={found} />, host);
  sent.length = 0;
  await press('Add the address to that feed');
  await until(() => search.value === null);
  expect(sent).toEqual([{ name: 'addSource', input: { feedId, url: mirror } }]);
});

test('the choice stands in nobody’s way, in light and in dark', async () => {
  await followOne();
  await typeMirror();
  const still = new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
  document.adoptedStyleSheets = [still];
  const found: string[] = [];
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset.theme = theme;
    const { violations } = await axe.run(host, { resultTypes: ['violations'] });
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${theme} ${id} ${html}`)));
  }
  delete document.documentElement.dataset.theme;
  expect(found).toEqual([]);
});
