import { expect, test } from 'vitest';
import {
  type AllSettings,
  readSettingsFile,
  type SettingsRead,
  settingChanges,
  writeSettingsFile,
} from '../../utils/backup/settings-file';
import { settingsFrom } from '../../utils/browser/settings';
import { defaultListening } from '../../utils/model/listening';
import { defaultRetention } from '../../utils/model/retention';
import { defaultSettings } from '../../utils/model/settings';

const usual: AllSettings = {
  settings: defaultSettings,
  retention: defaultRetention,
  listening: defaultListening,
};
const own: AllSettings = {
  settings: {
    ...defaultSettings,
    theme: 'sepia',
    textSize: 21,
    rsshub: '',
    imageProxies: [`https://p.test/?u=\${href_ue}`],
    keys: { search: ['w'], help: [] },
    joinStories: false,
  },
  retention: { ...defaultRetention, bodyDays: null, maxRows: 500, keepUnread: false },
  listening: { ...defaultListening, speed: 1.75, voices: { en: 'Ada' } },
};

function read(file: unknown, current = usual): SettingsRead {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  const answer = readSettingsFile(text, current, settingsFrom);
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
}

const head = { broadsheet: 'settings', version: 1 };

test('what was written comes back as it was', () => {
  const text = writeSettingsFile(own, 1_770_000_000_000);
  const again = read(text);
  expect(again).toEqual({ writtenAt: 1_770_000_000_000, next: own, refused: [], unknown: [] });
  expect(settingChanges(own, again.next)).toEqual([]);
});

test('what the file does not say stays', () => {
  const { next } = read({ ...head, settings: { theme: 'dark' } }, own);
  expect(next).toEqual({ ...own, settings: { ...own.settings, theme: 'dark' } });
});

test('a value that cannot be is named and changes nothing, the others come', () => {
  const { next, refused, unknown } = read(
    {
      ...head,
      settings: {
        theme: 'neon',
        textSize: 900,
        badge: 'off',
        weather: 'sunny',
        imageProxies: ['javascript:1'],
      },
      retention: { bodyDays: -3, keepStarred: 'no', rowDays: 365 },
      listening: { speed: 90, back: 10, voices: { en: 5 } },
    },
    own,
  );
  expect(refused).toEqual([
    'theme',
    'textSize',
    'imageProxies',
    'bodyDays',
    'keepStarred',
    'speed',
    'voices',
  ]);
  expect(unknown).toEqual(['weather']);
  expect(next).toEqual({
    settings: { ...own.settings, badge: 'off' },
    retention: { ...own.retention, rowDays: 365 },
    listening: { ...own.listening, back: 10 },
  });
});

test.each([
  ['', 'notJson'],
  ['{"broadsheet": "settings"', 'notJson'],
  ['<opml/>', 'notJson'],
  ['[]', 'notSettings'],
  ['null', 'notSettings'],
  ['{"theme":"dark"}', 'notSettings'],
  ['{"broadsheet":"settings"}', 'notSettings'],
  ['{"broadsheet":"settings","version":2,"settings":{"theme":"dark"}}', 'newer'],
  ['{"broadsheet":"settings","version":1}', 'empty'],
  ['{"broadsheet":"settings","version":1,"settings":{"weather":1}}', 'empty'],
  ['{"broadsheet":"backup","version":1,"feeds":[]}\n{"feedId":1}\n', 'backup'],
  [`{"broadsheet":"settings","version":1,"pad":"${'x'.repeat(300_000)}"}`, 'notSettings'],
])('%.60s is %s', (text, fault) => {
  expect(readSettingsFile(text, own, settingsFrom)).toBe(fault);
});

test('a file of which nothing can be is not empty: what is wrong with it is told', () => {
  const { next, refused } = read({ ...head, settings: { theme: 'plaid' } }, own);
  expect([next, refused]).toEqual([own, ['theme']]);
});

test('a prototype brings nothing in', () => {
  const text = `{"broadsheet":"settings","version":1,"settings":{"__proto__":{"theme":"dark"},"badge":"new"}}`;
  const { next } = read(text);
  expect(next.settings).toEqual({ ...defaultSettings, badge: 'new' });
  expect(Object.getPrototypeOf(next.settings)).toBe(Object.prototype);
});

test('changes are listed setting by setting', () => {
  expect(settingChanges(usual, own).map(({ name }) => name)).toEqual([
    'theme',
    'textSize',
    'rsshub',
    'imageProxies',
    'keys',
    'joinStories',
    'bodyDays',
    'maxRows',
    'keepUnread',
    'speed',
    'voices',
  ]);
});
