import './extension-stand-in';
import { render } from 'preact';
import { expect, test } from 'vitest';
import { feeds } from '../../components/shared/feeds-state';
import { FullTextNote } from '../../components/shared/full-text-note';
import type { Body, Entry } from '../../utils/model/entry';
import { newEntry, newFeed } from '../db/support';
import { emptyStage, until } from './stage';

const host = emptyStage();
const { entry: made, body: sent } = newEntry('a');
const entry: Entry = { id: 1, feedId: 1, ...made };

function show(html: string): void {
  const body: Body = { entryId: 1, ...sent, html };
  render(
    <FullTextNote entry={entry} body={body} full={undefined} showing={false} onShow={() => undefined} />,
    host,
  );
}

test('an article that came as a title alone says so, and can be fetched', async () => {
  feeds.value = [{ id: 1, ...newFeed('site') }];
  show('');
  const note = await until(() => host.querySelector('.note'));
  expect(note.textContent).toContain('The feed sent only the title of this article.');
  expect(note.querySelector('button')?.textContent).toBe('Load full text');
});
