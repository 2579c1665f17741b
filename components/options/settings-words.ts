import type { SettingName } from '../../utils/backup/settings-file';
import { type TextKey, t } from '../../utils/browser/text';
import { countWords, formatNumber } from '../shared/locale';
import { languageName } from '../shared/voice-words';

/** What a setting is called, and how each of its values is. */
interface Words {
  title: TextKey;
  values?: Readonly<Record<string, TextKey>>;
  say?: (value: unknown) => string;
}

const onOff = { true: 'settingOn', false: 'settingOff' } as const;
const kept = { true: 'keepYes', false: 'keepNo' } as const;

const numberOf = (value: unknown) => (typeof value === 'number' ? formatNumber(value) : String(value));
const paceOf = (value: unknown) => `${numberOf(value)}×`;
const secondsOf = (value: unknown) => t('seconds', [numberOf(value)]);
const voicesOf = (value: unknown) => {
  const groups = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return groups.length > 0 ? groups.map(languageName).join(', ') : t('settingNone');
};
const sizeOf = (value: unknown) => `${numberOf(value)} MB`;
const daysOf = (value: unknown) => (typeof value === 'number' ? countWords('days', value) : t('keepAlways'));
const mostOf = (value: unknown) => (value === null ? t('keepMostNone') : numberOf(value));
const addressOf = (value: unknown) => (value === '' ? t('settingNone') : String(value));
const namesIn = (value: unknown) =>
  Array.isArray(value) && value.length > 0 ? value.join(', ') : t('settingNone');
const keysOf = (value: unknown) => {
  const count = typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
  return count === 0 ? t('keysUsualOnes') : countWords('ownKeys', count);
};

const swipes = { read: 'swipeRead', star: 'star', none: 'swipeNothing' } as const;
const faces = { serif: 'faceSerif', sans: 'faceSans', system: 'faceSystem', kai: 'faceKai' } as const;
const themes = {
  auto: 'themeAuto',
  light: 'themeLight',
  sepia: 'themeSepia',
  dark: 'themeDark',
  black: 'themeBlack',
} as const;
const colors = {
  vermilion: 'colorVermilion',
  ink: 'colorInk',
  blue: 'colorBlue',
  green: 'colorGreen',
  violet: 'colorViolet',
  grey: 'colorGrey',
} as const;
const policies = {
  always: 'imagesAlways',
  click: 'imagesClick',
  proxies: 'imagesProxies',
  cached: 'imagesCached',
} as const;

const words: Record<SettingName, Words> = {
  theme: { title: 'theme', values: themes },
  textSize: { title: 'textSize', say: numberOf },
  articleFace: { title: 'face', values: faces },
  articleWidth: {
    title: 'articleWidth',
    values: { narrow: 'widthNarrow', medium: 'widthMedium', wide: 'widthWide' },
  },
  lineSpacing: {
    title: 'lineSpacing',
    values: { tight: 'spacingTight', medium: 'spacingMedium', loose: 'spacingLoose' },
  },
  chineseScript: {
    title: 'chineseScript',
    values: { asWritten: 'chineseAsWritten', hans: 'chineseHans', hant: 'chineseHant' },
  },
  badge: { title: 'badgeShows', values: { unread: 'badgeUnread', new: 'badgeNew', off: 'badgeOff' } },
  badgeColor: { title: 'badgeColorTitle', values: colors },
  notifications: { title: 'notifications', values: onOff },
  grant: { title: 'grantQuestion', values: { site: 'grantSite', all: 'grantAll' } },
  markReadOnOpen: { title: 'markReadOnOpen', values: onOff },
  rsshub: { title: 'rsshubLabel', say: addressOf },
  images: { title: 'imagesLoad', values: policies },
  imageProxies: { title: 'imageProxies', say: namesIn },
  keys: { title: 'sectionKeys', say: keysOf },
  offlineRoom: { title: 'offlineRoomMost', say: sizeOf },
  speed: { title: 'settingSpeed', say: paceOf },
  rate: { title: 'speechRate', say: paceOf },
  back: { title: 'skipBackBy', say: secondsOf },
  ahead: { title: 'skipAheadBy', say: secondsOf },
  voices: { title: 'speechSettings', say: voicesOf },
  remoteVoices: { title: 'voicesRemote', values: onOff },
  playOn: { title: 'playOn', values: onOff },
  readWhenHeard: { title: 'readWhenHeard', values: onOff },
  readOn: { title: 'readOn', values: onOff },
  swipeRight: { title: 'swipeRight', values: swipes },
  swipeLeft: { title: 'swipeLeft', values: swipes },
  recentSearches: { title: 'recentRemember', values: onOff },
  joinStories: { title: 'joinStories', values: onOff },
  bodyDays: { title: 'keepBodiesTitle', say: daysOf },
  rowDays: { title: 'keepReadTitle', say: daysOf },
  keptRows: { title: 'keepLeast', say: numberOf },
  maxRows: { title: 'keepMost', say: mostOf },
  keepUnread: { title: 'keepUnread', values: kept },
  keepStarred: { title: 'keepStarred', values: kept },
};

const known = new Map<string, Words>(Object.entries(words));

/** What a setting is called; a name that no setting has stays as it is. */
export function settingTitle(name: string): string {
  const title = known.get(name)?.title;
  return title ? t(title).replace(/[:：]$/, '') : name;
}

/** A value of a setting as the options call it. */
export function settingValue(name: SettingName, value: unknown): string {
  const { values, say } = words[name];
  const key = values?.[String(value)];
  return key ? t(key) : (say?.(value) ?? String(value));
}

/** What can be chosen for a setting, in words: it is found by them too. */
export function choicesInWords(name: SettingName): string[] {
  return Object.values(words[name].values ?? {}).map((key) => t(key));
}
