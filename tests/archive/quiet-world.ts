import type { World } from '../../utils/actions/world';
import type { Change } from '../../utils/messages/protocol';
import type { Feed } from '../../utils/model/feed';
import { defaultSettings } from '../../utils/model/settings';

/** A world with a clock of its own and no browser around it, that remembers what it was told. */
export function quietWorld(now: number) {
  const told = { changes: [] as Change[], badge: '', mirror: [] as Feed[] };
  const nothing = async () => undefined;
  const world: World = {
    now: () => now,
    random: () => 0.5,
    announce: (change) => void told.changes.push(change),
    hasAccess: async () => true,
    getSettings: async () => defaultSettings,
    setBadge: async (text) => {
      told.badge = text;
    },
    readMirror: async () => ({ feeds: told.mirror, folders: [] }),
    writeMirror: async (feeds) => {
      told.mirror = feeds;
    },
    tell: nothing,
    dismiss: nothing,
    saveProgress: nothing,
    wakeAt: nothing,
    wakeBy: nothing,
    withPollLock: (work) => work(),
    keepAlive: (work) => work(),
  };
  return { world, told };
}
