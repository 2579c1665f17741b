import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { matching } from '../../components/options/settings-match';
import { knownSettings } from '../../components/options/settings-table';
import { defaultListening } from '../../utils/model/listening';
import { defaultRetention } from '../../utils/model/retention';
import { defaultSettings } from '../../utils/model/settings';

/** No page of the options offers it. */
const unseen = new Set(['keptRows']);

test('every setting can be found', () => {
  const names = [defaultSettings, defaultRetention, defaultListening].flatMap((part) => Object.keys(part));
  const found = new Set<string>(knownSettings.flatMap((setting) => setting.names));
  expect(names.filter((name) => !found.has(name) && !unseen.has(name))).toEqual([]);
});

test('each has a place of its own', () => {
  const places = knownSettings.map(({ section, id }) => `${section}/${id}`);
  expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
  for (const place of places) expect(place).toMatch(/^[a-z]+\/\w{1,15}$/);
});

const found = (language: string, query: string) => {
  const table: Record<string, { message: string }> = JSON.parse(
    readFileSync(`public/_locales/${language}/messages.json`, 'utf8'),
  );
  const findable = knownSettings.map(({ section, id, title, also, sectionTitle }) => ({
    value: `${section}/${id}`,
    title: table[title]?.message ?? '',
    words: `${table[also]?.message} ${table[sectionTitle]?.message}`,
  }));
  return matching(query, findable)[0];
};

test.each([
  ['en', 'night mode', 'reading/theme'],
  ['en', 'font size', 'reading/size'],
  ['en', 'shortcut', 'keys/all'],
  ['en', 'feedly', 'feeds/opml'],
  ['en', 'delete old', 'archive/keep'],
  ['en', 'podcast', 'listening/speed'],
  ['en', 'how often', 'health/all'],
  ['en', 'mirror address', 'health/all'],
  ['en', 'broken pictures', 'images/proxies'],
  ['en', 'disk space', 'archive/room'],
  ['en', 'epub', 'archive/out'],
  ['en', 'sound desktop', 'badge/notify'],
  ['zh_CN', '朗读', 'listening/voices'],
  ['zh_CN', '备用地址', 'health/all'],
  ['zh_CN', '更新间隔', 'health/all'],
  ['zh_CN', '字号', 'reading/size'],
  ['zh_CN', '图片打不开', 'images/proxies'],
  ['zh_CN', '删除旧文章', 'archive/keep'],
  ['zh_CN', '夜间', 'reading/theme'],
  ['zh_CN', '繁簡轉換', 'reading/script'],
  ['zh_CN', '快捷鍵', 'keys/all'],
  ['zh_CN', 'opml', 'feeds/opml'],
  ['zh_TW', '夜间模式', 'reading/theme'],
  ['zh_TW', '還原', 'backup/restore'],
  ['zh_TW', '省流量', 'images/load'],
  ['zh_TW', '備用網址', 'health/all'],
  ['zh_TW', '字型大小', 'reading/size'],
  ['zh_TW', '快速鍵', 'keys/all'],
  ['zh_TW', '推播', 'badge/notify'],
  ['zh_TW', '刪除舊文章', 'archive/keep'],
])('in %s, %j leads to %s', (language, query, place) => {
  expect(found(language, query)).toBe(place);
});
