import { sent } from './extension-stand-in';
import '../../components/shared/tokens.css';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { NameForm } from '../../components/options/name-form';
import { SearchEditor } from '../../components/reader/search-editor';
import { TagEditor } from '../../components/reader/tag-editor';
import { ArticleTags } from '../../components/shared/article-tags';
import { tagging } from '../../components/shared/start-tagging';
import { searches, tags } from '../../components/shared/tags-state';
import { commitCheck } from '../../utils/db/commit-check';
import { getEntry } from '../../utils/db/entry-lists';
import { addFeed, newEntry } from '../db/support';
import { emptyStage, until } from './stage';

const host = emptyStage();
afterEach(() => {
  tagging.value = null;
  tags.value = [];
  searches.value = [];
});

/** A name in the field, half written with an input method, whose words are refused by its Escape. */
async function escapeWhileComposing(name: string): Promise<HTMLInputElement> {
  const field = await until(() => host.querySelector<HTMLInputElement>(`input[aria-label="${name}"]`));
  field.focus();
  field.value = '新闻zhong';
  const pressed = { key: 'Escape', bubbles: true, isComposing: true };
  field.dispatchEvent(new KeyboardEvent('keydown', pressed));
  return field;
}

test('an Escape of the input method leaves a form of a name open', async () => {
  let left = false;
  render(
    <NameForm
      name="News"
      onSave={() => undefined}
      onCancel={() => {
        left = true;
      }}
    />,
    host,
  );
  const field = await escapeWhileComposing('Name');
  expect(left).toBe(false);
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(left).toBe(true);
});

test.each([
  ['a tag', 'Name of the tag “later”'],
  ['a search', 'Name of the search “later”'],
])('and the name of %s as far as it is written', async (_, label) => {
  tags.value = [{ id: 1, title: 'later', removedAt: null }];
  searches.value = [{ id: 1, title: 'later', query: 'later', position: 0 }];
  render(
    <>
      <TagEditor />
      <SearchEditor />
    </>,
    host,
  );
  const field = await escapeWhileComposing(label);
  expect(field.value).toBe('新闻zhong');
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(field.value).toBe('later');
  expect(sent).toEqual([]);
});

test('and the field of an article’s tags', async () => {
  const feedId = await addFeed('a');
  const { entryIds } = await commitCheck({ feedId, patch: {}, added: [newEntry('k')] });
  const entry = await getEntry(entryIds[0] ?? 0);
  if (!entry) return expect.fail('no article');
  tagging.value = entry.id;
  render(<ArticleTags entry={entry} />, host);
  await escapeWhileComposing('New tag');
  expect(tagging.value).toBe(entry.id);
});
