import type { Wake } from '../browser/alarms';
import type { Mirror } from '../browser/mirror';
import type { Notices } from '../browser/notices';
import type { News } from '../browser/notifications';
import type { Progress } from '../browser/progress';
import type { Change } from '../messages/protocol';
import type { BadgeColor } from '../model/badge';
import type { Feed, Folder } from '../model/feed';
import type { Settings } from '../model/settings';

/** What actions need of the clock and the browser. A parameter, so that tests bring their own and keep the rest real. */
export interface World {
  now(): number;
  /** 0 to 1 */
  random(): number;
  announce(change: Change): void;
  hasAccess(address: string): Promise<boolean>;
  /** Whether proxies may be told of images; the reader can take that back at any time. */
  mayTellProxies(): Promise<boolean>;
  getSettings(): Promise<Settings>;
  /** The feeds whose articles the reader wants whole, with what they repeat. */
  getUncleaned(): Promise<Set<number>>;
  addUncleaned(feedIds: readonly number[]): Promise<void>;
  /** `text` on the toolbar button; `unread` for its tooltip. */
  setBadge(text: string, unread: number, color: BadgeColor): Promise<void>;
  /** Tells of articles in one notification; false where the browser shows none. */
  notify(news: News, sound: boolean): Promise<boolean>;
  readMirror(): Promise<Mirror>;
  /** The last snapshot, as text; empty where there is none. */
  readSnapshot(): Promise<string>;
  writeMirror(feeds: Feed[], folders: Folder[]): Promise<void>;
  tell(notice: Notices): Promise<void>;
  dismiss(notice: keyof Notices): Promise<void>;
  saveProgress(progress: Progress | null, now: number): Promise<void>;
  wakeAt(wake: Wake, now: number): Promise<void>;
  wakeBy(wake: Wake, now: number): Promise<void>;
  /** Resolves after so many ms. */
  pause(ms: number): Promise<void>;
  /** When the browser started, in ms; null where the extension was installed, updated or loaded since. */
  startedAt(): Promise<number | null>;
  noteStart(now: number): Promise<void>;
  /** Runs the work as the only poll; null when another context polls. */
  withPollLock<T>(work: () => Promise<T>): Promise<T | null>;
  keepAlive<T>(work: () => Promise<T>): Promise<T>;
}
