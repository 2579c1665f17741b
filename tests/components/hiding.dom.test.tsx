import { sent } from './extension-stand-in';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/article.css';
import '../../components/shared/hiding.css';
import '../../components/options/options.css';
import '../../components/options/feed-page.css';
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { FeedHiding } from '../../components/options/feed-hiding';
import { BlockPicker } from '../../components/shared/block-picker';
import { feeds, loadFeeds } from '../../components/shared/feeds-state';
import { picking } from '../../components/shared/picking';
import { commitCheck } from '../../utils/db/commit-check';
import type { Feed } from '../../utils/model/feed';
import { addFeed, newEntry } from '../db/support';
import { emptyStage, until } from './stage';

const host = emptyStage();
afterEach(() => {
  picking.value = null;
});

const html = (word: string) =>
  `<p>Story of the ${word}.</p><p class="ad">Buy now</p><p>More of the ${word}.</p><p>Join us</p>`;

/** A feed of six articles, each with an advertisement and a footer. */
async function stage(hiding: Feed['hiding']): Promise<Feed> {
  const feedId = await addFeed('paper', hiding ? { hiding } : {});
  const added = ['fox', 'owl', 'cat', 'dog', 'bee', 'ant'].map((word) => {
    const { entry, body } = newEntry(word, { title: `The ${word}` });
    return { entry, body: { ...body, html: html(word) } };
  });
  await commitCheck({ feedId, patch: {}, added });
  await loadFeeds();
  const feed = feeds.value.find(({ id }) => id === feedId);
  if (!feed) throw new Error('no feed');
  return feed;
}

async function violations(): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'sepia', 'dark', 'black']) {
    document.documentElement.dataset.theme = theme;
    const { violations: all } = await axe.run(host, {
      resultTypes: ['violations'],
      rules: { 'page-has-heading-one': { enabled: false } },
    });
    for (const { id, nodes } of all) found.push(`${theme} ${id} ${nodes.map((node) => node.html).join(' ')}`);
  }
  return found;
}

function show(view: ComponentChild): void {
  document.documentElement.lang = 'en';
  document.title = 'Hiding';
  const still = new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
  document.adoptedStyleSheets = [still];
  render(view, host);
}

test('all that is hidden is listed with where and a switch, and stands in nobody’s way', async () => {
  const rule = { by: 'selector' as const, what: 'p.ad' };
  const feed = await stage({ rules: [rule, { by: 'words', what: 'nowhere', off: true }], shown: [] });
  show(<FeedHiding feed={feed} isOff={false} />);
  await until(
    () => host.querySelectorAll('.finds').length === 2 && host.textContent?.includes('none of the'),
  );
  const rows = [...host.querySelectorAll('.hiding')];
  expect(
    rows.map((row) => [row.querySelector('input')?.checked, row.querySelector('summary')?.textContent]),
  ).toEqual([
    [true, 'Hides this in 6 of the newest 6 articles'],
    [true, 'Hides this in 6 of the newest 6 articles'],
    [false, undefined],
  ]);
  [...host.querySelectorAll<HTMLButtonElement>('button')].at(-1)?.click();
  await until(() => host.querySelector('.hiding-form'));
  expect(await violations()).toEqual([]);
  rows[1]?.querySelector('input')?.click();
  const { input } = await until(() => sent.find(({ name }) => name === 'setHiding'));
  expect(input).toMatchObject({ hiding: { rules: [{ ...rule, off: true }, { what: 'nowhere' }] } });
  rows[0]?.querySelector('input')?.click();
  await until(() => sent.filter(({ name }) => name === 'setHiding').length === 2);
  expect(sent.at(-1)?.input).toMatchObject({
    hiding: { rules: [rule, {}], shown: [expect.stringMatching(/^[0-9a-f]{16}$/)] },
  });
});

test('a passage is pressed, tried on all articles, and hidden by what tells it best', async () => {
  const feed = await stage(undefined);
  const body = document.createElement('div');
  body.setAttribute('data-article-body', '');
  body.lang = 'en';
  for (const words of ['Story of the fox.', 'Buy now', 'More of the fox.', 'Join us'])
    body.append(Object.assign(document.createElement('p'), { textContent: words }));
  const frame = document.createElement('div');
  host.append(body, frame);
  document.documentElement.lang = 'en';
  render(<BlockPicker feedId={feed.id} html={html('fox')} />, frame);
  const pressed = body.children[1] as HTMLElement;
  const { left, top } = pressed.getBoundingClientRect();
  const at = { clientX: left + 3, clientY: top + 3, bubbles: true, cancelable: true };
  await until(() => {
    pressed.dispatchEvent(new MouseEvent('click', at));
    return frame.querySelector('.offer');
  });
  await until(() => frame.querySelector('.finds'));
  expect([...frame.querySelectorAll('.offer')].map((offer) => offer.lastElementChild?.textContent)).toEqual([
    'Buy now',
    'p.ad',
  ]);
  expect(frame.querySelector('summary')?.textContent).toBe('Hides this in 6 of the newest 6 articles');
  expect(await violations()).toEqual([]);
  frame.querySelector<HTMLButtonElement>('.button.primary')?.click();
  const { input } = await until(() => sent.find(({ name }) => name === 'setHiding'));
  expect(input).toEqual({ feedId: feed.id, hiding: { rules: [{ by: 'text', what: 'Buy now' }], shown: [] } });
  render(null, frame);
});
