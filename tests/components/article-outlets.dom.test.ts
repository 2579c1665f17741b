import './extension-stand-in';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copyMarkdown } from '../../components/shared/article-outlets';
import { conversionFor } from '../../components/shared/chinese';
import { loadFeeds } from '../../components/shared/feeds-state';
import { settings } from '../../components/shared/settings-state';
import { commitCheck } from '../../utils/db/commit-check';
import { listEntries } from '../../utils/db/entry-lists';
import { defaultSettings } from '../../utils/model/settings';
import { addFeed, freshDatabase, newEntry } from '../db/support';

beforeEach(freshDatabase);
afterEach(() => {
  settings.value = defaultSettings;
  vi.restoreAllMocks();
});

async function copied(): Promise<string> {
  const feedId = await addFeed('zh', { language: 'zh-cn' });
  const { entry, body } = newEntry('a', { title: '理发之后', snippet: '理发师说' });
  const html = '<p>理发师说<code>头发</code>，他在<b>皇后大道</b>。</p>';
  const { entryIds } = await commitCheck({
    feedId,
    patch: {},
    added: [{ entry, body: { ...body, language: '', html } }],
  });
  await loadFeeds();
  const [stored] = (await listEntries({ filter: 'all', limit: 1 })).filter(({ id }) => entryIds.includes(id));
  if (!stored) throw new Error('nothing was stored');
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await copyMarkdown(stored);
  return write.mock.calls[0]?.[0] ?? '';
}

test('Markdown is copied as the feed wrote it', async () => {
  expect(await copied()).toBe('# [理发之后](https://site.example/a)\n\n理发师说`头发`，他在**皇后大道**。\n');
});

test('and in the script that the reader sees it in, title and text, but for code', async () => {
  settings.value = { ...defaultSettings, chineseScript: 'hant' };
  await vi.waitFor(() => expect(conversionFor(1)?.language).toBe('zh-Hant'), { timeout: 20_000 });
  expect(await copied()).toBe('# [理髮之後](https://site.example/a)\n\n理髮師說`头发`，他在**皇后大道**。\n');
});
