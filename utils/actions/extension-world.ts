import { wakeAt, wakeBy } from '../browser/alarms';
import { badgeTooltip, setBadge } from '../browser/badge';
import { addUncleaned, getUncleaned } from '../browser/cleaning-choices';
import { keepAlive } from '../browser/keep-alive';
import { getStartedAt, noteStart } from '../browser/lifecycle';
import { withPollLock } from '../browser/locks';
import { readMirror, writeMirror } from '../browser/mirror';
import { dismiss, tell } from '../browser/notices';
import { saveProgress } from '../browser/progress';
import { getSettings } from '../browser/settings';
import { announce } from '../messages/changes';
import type { World } from './world';

/** The world of the running extension. */
export const extensionWorld: World = {
  now: () => Date.now(),
  random: () => Math.random(),
  announce,
  hasAccess: async (address) => (await import('../browser/access')).hasKnownAccess(address),
  mayTellProxies: async () => (await import('../browser/proxy-permission')).mayTellProxies(),
  getSettings,
  getUncleaned,
  addUncleaned,
  setBadge: (text, unread, color) => setBadge(text, badgeTooltip(unread), color),
  notify: async (news, sound) => (await import('../browser/notifications')).notify(news, sound),
  readMirror,
  readSnapshot: async () => (await (await import('../browser/snapshots')).readSnapshots()).latest?.text ?? '',
  writeMirror,
  tell,
  dismiss,
  saveProgress,
  wakeAt,
  wakeBy,
  pause: (ms) => new Promise((done) => setTimeout(done, ms)),
  startedAt: getStartedAt,
  noteStart,
  withPollLock,
  keepAlive,
};
