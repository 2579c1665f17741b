import './extension-stand-in';
import { render } from 'preact';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FeedSpeed } from '../../components/options/feed-speed';
import { counts } from '../../components/shared/feeds-state';
import { changeListening } from '../../components/shared/listening-choices';
import type { Feed } from '../../utils/model/feed';
import { listMarks } from '../../utils/model/tag';
import { sent } from './extension-stand-in';
import { emptyStage, until } from './stage';

const host = emptyStage();

function show(feed: Partial<Feed>): HTMLSelectElement | null {
  render(<FeedSpeed key={JSON.stringify(feed)} feed={{ id: 1, ...feed } as Feed} />, host);
  return host.querySelector('select');
}

test('a feed with recordings has a speed of its own, or that of all', async () => {
  counts.value = new Map();
  expect(show({})).toBeNull();
  counts.value = new Map([
    [
      1,
      {
        feedId: 1,
        unread: 0,
        starred: 0,
        total: 2,
        readUpTo: 0,
        readUpToAt: 0,
        marked: { [listMarks.audio]: 2 },
      },
    ],
  ]);
  changeListening({ speed: 1.25 });
  const select = await until(() => show({}));
  expect([select.value, select.selectedOptions[0]?.text]).toEqual(['', 'As for all feeds (1.25×)']);
  await userEvent.selectOptions(select, '2');
  expect(sent).toContainEqual({ name: 'setFeedSpeed', input: { feedId: 1, speed: 2 } });
  const own = await until(() => show({ speed: 1.9 }));
  expect([own.value, own.selectedOptions[0]?.text]).toEqual(['1.9', '1.9×']);
  await userEvent.selectOptions(own, '');
  expect(sent.at(-1)).toEqual({ name: 'setFeedSpeed', input: { feedId: 1, speed: null } });
});
