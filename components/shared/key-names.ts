import { type TextKey, t } from '../../utils/browser/text';
import type { Command } from './keymap';

/** What each command is called in the settings and in the help. */
export const commandNames: Record<Command, TextKey> = {
  openNext: 'keyOpenNext',
  openPrevious: 'keyOpenPrevious',
  selectNext: 'keySelectNext',
  selectPrevious: 'keySelectPrevious',
  open: 'keyOpen',
  original: 'openOriginal',
  originalBehind: 'keyOriginalBehind',
  toggleRead: 'keyToggleRead',
  toggleStar: 'star',
  tag: 'addTag',
  choose: 'keyChoose',
  chooseAll: 'chooseAll',
  markAll: 'markAllRead',
  refresh: 'refresh',
  nextFeed: 'keyNextFeed',
  previousFeed: 'keyPreviousFeed',
  pageOn: 'keyPageOn',
  search: 'search',
  showUnread: 'viewUnread',
  showAll: 'viewAll',
  showStarred: 'viewStarred',
  readAloud: 'readAloud',
  playOrPause: 'keyPlayOrPause',
  addToQueue: 'addToQueue',
  playNext: 'playNext',
  soundBack: 'keySoundBack',
  soundAhead: 'keySoundAhead',
  back: 'back',
  help: 'keyHelp',
};

const symbols: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** A key as it stands on the keyboard. */
export function keyName(key: string): string {
  if (key === ' ') return t('keySpace');
  if (/^\p{Lu}$/u.test(key)) return `Shift ${key}`;
  return symbols[key] ?? key;
}
