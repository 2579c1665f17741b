import { expect, test } from 'vitest';
import { type Voice, voiceFor, voiceGroup, voicesFor } from '../../utils/listening/voices';

const voice = (lang: string, more: Partial<Voice> = {}): Voice => ({
  voiceURI: more.name ?? lang,
  name: lang,
  lang,
  localService: true,
  default: false,
  ...more,
});
const own = (voices: Record<string, string> = {}, remoteVoices = false) => ({ voices, remoteVoices });

test.each([
  ['en-GB', 'en'],
  ['en_US', 'en'],
  ['zh', 'zh-CN'],
  ['zh_CN', 'zh-CN'],
  ['zh-Hans', 'zh-CN'],
  ['zh-Hans-HK', 'zh-HK'],
  ['cmn-Hans-CN', 'zh-CN'],
  ['cmn-latn-pinyin', 'zh-CN'],
  ['zh-Hant', 'zh-TW'],
  ['zh-TW', 'zh-TW'],
  ['cmn-Hant-TW', 'zh-TW'],
  ['zh-HK', 'zh-HK'],
  ['yue', 'zh-HK'],
  ['yue-Hant-HK', 'zh-HK'],
  ['zh-MO', 'zh-HK'],
  ['pt-BR', 'pt'],
  ['', ''],
  ['no tag', ''],
])('%s is spoken by voices of %s', (tag, group) => {
  expect(voiceGroup(tag)).toBe(group);
});

test('each Chinese gets its own voice, and Mandarin before Cantonese where it has none', () => {
  const all = [voice('zh-HK'), voice('zh-TW'), voice('zh-CN'), voice('en-US')];
  for (const [tag, lang] of [
    ['zh-Hans', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-HK', 'zh-HK'],
    ['yue', 'zh-HK'],
  ] as const)
    expect(voiceFor(tag, all, own())).toMatchObject({ lang });
  expect(voiceFor('zh-Hant', [voice('zh-HK'), voice('zh-CN')], own())).toMatchObject({ lang: 'zh-CN' });
  expect(voiceFor('zh-HK', [voice('zh-CN'), voice('zh-TW')], own())).toMatchObject({ lang: 'zh-TW' });
});

test('a voice of the same region, then the default', () => {
  const all = [voice('en-US', { default: true }), voice('en-GB'), voice('en-AU')];
  expect(voiceFor('en-GB', all, own())).toMatchObject({ lang: 'en-GB' });
  expect(voiceFor('en', all, own())).toMatchObject({ lang: 'en-US' });
});

test('no text leaves the machine unless the reader allowed it, and even then only where it must or she chose so', () => {
  const online = voice('zh-CN', { name: 'online', localService: false });
  const local = voice('zh-CN', { name: 'local' });
  expect(voiceFor('zh', [online, local], own())).toBe(local);
  expect(voiceFor('zh', [online, local], own({}, true))).toBe(local);
  expect(voiceFor('zh', [online], own())).toBe('only-remote');
  expect(voiceFor('zh', [online], own({}, true))).toBe(online);
  expect(voiceFor('zh', [online, local], own({ 'zh-CN': 'online' }))).toBe(local);
  expect(voiceFor('zh', [online, local], own({ 'zh-CN': 'online' }, true))).toBe(online);
});

test('the chosen voice while it is there; why there is none where there is none', () => {
  const all = [voice('en-US'), voice('en-GB', { name: 'Ada' })];
  expect(voiceFor('en-US', all, own({ en: 'Ada' }))).toMatchObject({ name: 'Ada' });
  expect(voiceFor('en-US', all, own({ en: 'gone' }))).toMatchObject({ lang: 'en-US' });
  expect(voiceFor('en', [], own())).toBe('no-voices');
  expect(voiceFor('fi', all, own())).toBe('no-voice-for');
  expect(voicesFor('en', all, false)).toHaveLength(2);
});
