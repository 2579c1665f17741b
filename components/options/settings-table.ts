import type { SettingName } from '../../utils/backup/settings-file';
import type { TextKey } from '../../utils/browser/text';

/** A setting, or something to do, as it is found by words. */
export interface KnownSetting {
  /** The part of its address after the section. */
  id: string;
  /** The section of the options that it stands in. */
  section: string;
  sectionTitle: TextKey;
  title: TextKey;
  /** Other words that readers look for it by. */
  also: TextKey;
  /** The settings that it changes; none for what is done rather than chosen. */
  names: readonly SettingName[];
}

type Row = readonly [id: string, title: TextKey, also: TextKey, names?: readonly SettingName[]];

function inSection(section: string, sectionTitle: TextKey, rows: readonly Row[]): KnownSetting[] {
  return rows.map(([id, title, also, names = []]) => ({ id, section, sectionTitle, title, also, names }));
}

/** Everything that the options hold, in their order. */
export const knownSettings: readonly KnownSetting[] = [
  ...inSection('feeds', 'sectionFeeds', [
    ['add', 'addFeed', 'alsoAdd'],
    ['opml', 'settingOpml', 'alsoOpml'],
    ['bin', 'settingBin', 'alsoBin'],
    ['grant', 'grantQuestion', 'alsoGrant', ['grant']],
    ['rsshub', 'rsshubLabel', 'alsoRsshub', ['rsshub']],
  ]),
  ...inSection('health', 'sectionHealth', [['all', 'sectionHealth', 'alsoHealth']]),
  ...inSection('reading', 'sectionReading', [
    ['theme', 'theme', 'alsoTheme', ['theme']],
    ['face', 'face', 'alsoFace', ['articleFace']],
    ['size', 'textSize', 'alsoSize', ['textSize']],
    ['width', 'articleWidth', 'alsoWidth', ['articleWidth']],
    ['spacing', 'lineSpacing', 'alsoSpacing', ['lineSpacing']],
    ['script', 'chineseScript', 'alsoScript', ['chineseScript']],
    ['markread', 'markReadOnOpen', 'alsoMarkRead', ['markReadOnOpen']],
    ['stories', 'joinStories', 'alsoStories', ['joinStories']],
    ['recent', 'recentRemember', 'alsoRecent', ['recentSearches']],
    ['swipe', 'swipeTitle', 'alsoSwipe', ['swipeRight', 'swipeLeft']],
  ]),
  ...inSection('listening', 'listening', [
    ['speed', 'settingSpeed', 'alsoListening', ['speed', 'back', 'ahead', 'playOn', 'readWhenHeard']],
    ['queue', 'queueTitle', 'alsoListening'],
    ['voices', 'readAloud', 'alsoVoices', ['rate', 'voices', 'remoteVoices', 'readOn']],
  ]),
  ...inSection('images', 'sectionImages', [
    ['load', 'imagesLoad', 'alsoImages', ['images']],
    ['proxies', 'imageProxies', 'alsoProxies', ['imageProxies']],
  ]),
  ...inSection('rules', 'sectionRules', [['all', 'sectionRules', 'alsoRules']]),
  ...inSection('badge', 'sectionBadge', [
    ['shows', 'badgeShows', 'alsoBadge', ['badge']],
    ['color', 'badgeColor', 'alsoBadge', ['badgeColor']],
    ['notify', 'notifications', 'alsoNotify', ['notifications']],
  ]),
  ...inSection('keys', 'sectionKeys', [
    ['all', 'sectionKeys', 'alsoKeys', ['keys']],
    ['everywhere', 'browserKeys', 'alsoBrowserKeys'],
  ]),
  ...inSection('archive', 'sectionArchive', [
    ['keep', 'keepTitle', 'alsoKeep', ['bodyDays', 'rowDays', 'maxRows', 'keepUnread', 'keepStarred']],
    ['room', 'offlineRoomMost', 'alsoRoom', ['offlineRoom']],
    ['in', 'archiveIn', 'alsoArchiveIn'],
    ['out', 'archiveOut', 'alsoArchiveOut'],
    ['check', 'archiveCheck', 'alsoArchiveCheck'],
  ]),
  ...inSection('backup', 'sectionBackup', [
    ['save', 'saveBackup', 'alsoBackup'],
    ['restore', 'backupIn', 'alsoBackup'],
    ['auto', 'backupAuto', 'alsoBackup'],
    ['file', 'settingsFileTitle', 'alsoSettingsFile'],
  ]),
  ...inSection('about', 'sectionAbout', [['all', 'sectionAbout', 'alsoAbout']]),
];
