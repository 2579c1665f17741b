import { afterEach, expect, test, vi } from 'vitest';
import { conversion, convertTexts, inScript } from '../../components/shared/chinese';
import { settings } from '../../components/shared/settings-state';
import { defaultSettings, type Settings } from '../../utils/model/settings';

afterEach(() => {
  settings.value = defaultSettings;
});

async function choose(chineseScript: Settings['chineseScript']): Promise<void> {
  settings.value = { ...defaultSettings, chineseScript };
  const language = chineseScript === 'hans' ? 'zh-Hans' : 'zh-Hant';
  await vi.waitFor(() => expect(conversion.value?.language).toBe(language), { timeout: 20_000 });
}

test('a title is shown as written until the reader chooses a script', async () => {
  expect(inScript('头发', 'zh-Hans')).toEqual({ text: '头发', language: 'zh-Hans' });
  await choose('hant');
  expect(inScript('头发', 'zh-Hans')).toEqual({ text: '頭髮', language: 'zh-Hant' });
  await choose('hans');
  expect(inScript('頭髮', 'zh-TW')).toEqual({ text: '头发', language: 'zh-Hans' });
});

test('other languages stay, and so do code and quoted Japanese', async () => {
  await choose('hans');
  expect(inScript('國會', 'ja')).toEqual({ text: '國會', language: 'ja' });
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
  convertTexts(content, 'zh-Hant');
  expect([...content.children].map((child) => child.textContent)).toEqual(['国会', '國會', '國會', '国会']);
  convertTexts(content, 'en');
  expect(content.children[1]?.textContent).toBe('國會');
});
