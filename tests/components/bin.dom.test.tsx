import { sent } from './extension-stand-in';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/options/options.css';
import axe from 'axe-core';
import { render } from 'preact';
import { expect, test } from 'vitest';
import { Bin } from '../../components/options/bin';
import { loadFeeds } from '../../components/shared/feeds-state';
import { beginMerge, endMerge } from '../../utils/db/merge-feeds';
import { removeFeed, restoreFeed } from '../../utils/db/removal';
import { addFeed } from '../db/support';
import { emptyStage } from './stage';

const host = emptyStage();

const names = () =>
  Array.from(host.querySelectorAll('.feed-names span:first-child'), (one) => one.textContent);

test('what was removed or merged stands in the bin for 30 days, and comes back from there', async () => {
  const [gone, part, whole] = [await addFeed('gone'), await addFeed('part'), await addFeed('whole')];
  await loadFeeds();
  render(<Bin />, host);
  expect(host.innerText).toContain('can be brought back here for 30 days');
  await removeFeed(gone, Date.now() - 86_400_000);
  const merge = await beginMerge(part, whole, Date.now());
  await endMerge(merge?.id ?? 0);
  await loadFeeds();
  await expect.poll(names).toEqual(['part', 'gone']);
  const details = host.querySelector('details') ?? expect.fail('no list');
  expect(details.innerText).toContain('2 removed feeds can be brought back');
  details.open = true;
  // the list may have been read in the midst of the merge, and is read again after it
  await expect.poll(() => details.textContent).toContain('Part of “whole” now');
  const { violations } = await axe.run(host, { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
  const [apart, again] = host.querySelectorAll('button');
  expect([apart?.textContent, again?.textContent]).toEqual(['Make two again', 'Subscribe again']);
  again?.click();
  await expect.poll(() => sent).toEqual([{ name: 'restoreFeed', input: { feedId: gone } }]);
  await restoreFeed(gone);
  await loadFeeds();
  await expect.poll(names).toEqual(['part']);
});

test('who follows no feed yet reads nothing of feeds that can be brought back', async () => {
  await loadFeeds();
  render(<Bin />, host);
  expect(host.textContent).toBe('');
  await addFeed('first');
  await loadFeeds();
  await expect.poll(() => host.textContent).toContain('can be brought back here for 30 days');
});
