import { afterEach, expect, test, vi } from 'vitest';
import { conversionFor, convertTexts, inScript } from '../../components/shared/chinese';
import { feeds } from '../../components/shared/feeds-state';
import { settings } from '../../components/shared/settings-state';
import { newFeed } from '../../utils/actions/new-feed';
import { defaultSettings, type Settings } from '../../utils/model/settings';

afterEach(() => {
  settings.value = defaultSettings;
  feeds.value = [];
});

async function choose(chineseScript: Settings['chineseScript']): Promise<void> {
  settings.value = { ...defaultSettings, chineseScript };
  const language = chineseScript === 'hans' ? 'zh-Hans' : 'zh-Hant';
  await vi.waitFor(() => expect(conversionFor(1)?.language).toBe(language), { timeout: 20_000 });
}

test('a title is shown as written until the reader chooses a script', async () => {
  expect(inScript('头发', 'zh-Hans', 1)).toEqual({ text: '头发', language: 'zh-Hans' });
  await choose('hant');
  expect(inScript('头发', 'zh-Hans', 1)).toEqual({ text: '頭髮', language: 'zh-Hant' });
  await choose('hans');
  expect(inScript('頭髮', 'zh-TW', 1)).toEqual({ text: '头发', language: 'zh-Hans' });
});

test('a feed may be in a script of its own, or as written, whatever is chosen for all', async () => {
  await choose('hans');
  const plain = { ...newFeed({ sources: [], addedAt: 0, nextCheckAt: 0 }), id: 1 };
  feeds.value = [
    plain,
    { ...plain, id: 2, chineseScript: 'asWritten' },
    { ...plain, id: 3, chineseScript: 'hant' },
  ];
  expect(inScript('國會', 'zh', 1).text).toBe('国会');
  expect(inScript('國會', 'zh', 2)).toEqual({ text: '國會', language: 'zh' });
  await vi.waitFor(() => expect(inScript('国会', 'zh', 3).text).toBe('國會'), { timeout: 20_000 });
  feeds.value = [plain];
  expect(inScript('國會', 'zh', 3).text).toBe('国会');
});

test('other languages stay, and so do code and quoted Japanese', async () => {
  await choose('hans');
  expect(inScript('國會', 'ja', 1)).toEqual({ text: '國會', language: 'ja' });
  const content = document.createDocumentFragment();
  for (const [name, language] of [
    ['p', ''],
    ['code', ''],
    ['q', 'ja'],
    ['p', ''],
  ] as const) {
    const element = document.createElement(name);
    if (language) element.lang = language;
    element.textContent = '國會';
    content.append(element);
  }
  convertTexts(content, 'zh-Hant', conversionFor(1));
  expect([...content.children].map((child) => child.textContent)).toEqual(['国会', '國會', '國會', '国会']);
  convertTexts(content, 'en', conversionFor(1));
  expect(content.children[1]?.textContent).toBe('國會');
});
