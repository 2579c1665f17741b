import { beforeEach } from 'vitest';
import type { World } from '../../utils/actions/world';
import type { Snapshots } from '../../utils/backup/generations';
import type { Wake } from '../../utils/browser/alarms';
import type { Mirror } from '../../utils/browser/mirror';
import type { Notices } from '../../utils/browser/notices';
import type { News } from '../../utils/browser/notifications';
import type { Progress } from '../../utils/browser/progress';
import { listEntries } from '../../utils/db/entry-lists';
import { updateFeed } from '../../utils/db/feeds';
import type { Change } from '../../utils/messages/protocol';
import type { Entry } from '../../utils/model/entry';
import { type Problem, ProblemError } from '../../utils/model/problem';
import { defaultSettings } from '../../utils/model/settings';
import { freshDatabase } from '../db/support';

/** The clock at the beginning: 22 November 2026. */
export const beginning = Date.UTC(2026, 10, 22, 12);

/**
 * A world with a clock of its own, and storage that is a field. Database, network and parser are the real ones; only what
 * needs the extension's interface is played here. Its own parts are proven end to end.
 */
export class TestWorld implements World {
  time = beginning;
  denied = new Set<string>();
  settings = defaultSettings;
  badge = { text: '', unread: 0 };
  mirror: Mirror = { feeds: [], folders: [] };
  notices: Notices = {};
  changes: Change[] = [];
  /** Addresses in the order in which they were asked. */
  asked: string[] = [];
  progress: (Progress | null)[] = [];
  wake: Wake | null = null;
  lockIsTaken = false;

  now = () => this.time;
  random = () => 0;
  announce = (change: Change) => void this.changes.push(change);
  hasAccess = async (address: string) => {
    if (!this.denied.has(address)) this.asked.push(address);
    return !this.denied.has(address);
  };
  proxiesAllowed = true;
  mayTellProxies = async () => this.proxiesAllowed;
  getSettings = async () => this.settings;
  uncleaned = new Set<number>();
  getUncleaned = async () => this.uncleaned;
  addUncleaned = async (feedIds: readonly number[]) => {
    for (const id of feedIds) this.uncleaned.add(id);
  };
  setBadge = async (text: string, unread: number) => {
    this.badge = { text, unread };
  };
  /** Of each notification, the articles it told of. */
  told: string[][] = [];
  /** When each was first told. */
  toldAt: number[] = [];
  sounds = 0;
  notify = async ({ at, articles }: News, sound: boolean) => {
    this.toldAt.push(at);
    this.told.push(articles.map(({ title }) => title.slice(0, 20)));
    this.sounds += Number(sound);
    return true;
  };
  readMirror = async () => structuredClone(this.mirror);
  /** What the browser keeps beside the database. */
  snapshots: Snapshots = {};
  readSnapshot = async () => this.snapshots.latest?.text ?? '';
  writeMirror = async (...[feeds, folders]: Parameters<World['writeMirror']>) => {
    this.mirror = structuredClone({ feeds, folders });
  };
  tell = async (notice: Notices) => void Object.assign(this.notices, notice);
  dismiss = async (notice: keyof Notices) => void delete this.notices[notice];
  saveProgress = async (progress: Progress | null) => void this.progress.push(progress);
  wakeAt = async (wake: Wake) => {
    this.wake = wake;
  };
  wakeBy = async (wake: Wake) => {
    if (!this.wake || this.wake.at > wake.at) this.wake = wake;
  };
  /** Every pause is over at once, and the clock says so. */
  pause = async (ms: number) => {
    this.time += ms;
  };
  started: number | null = null;
  startedAt = async () => this.started;
  noteStart = async (now: number) => {
    this.started = now;
  };
  withPollLock = async <T>(work: () => Promise<T>) => (this.lockIsTaken ? null : work());
  keepAlive = <T>(work: () => Promise<T>) => work();
}

/** Every test begins with an empty database. */
export function useFreshDatabase(): void {
  beforeEach(freshDatabase);
}

/** The address of a document beside this file, as the test server serves it. */
export function documentUrl(name: string): string {
  return new URL(`/tests/actions/documents/${name}`, location.href).href;
}

/** Lets a feed's next check find another document, as if the first had been edited. */
export async function replaceDocument(feedId: number, name: string): Promise<void> {
  await updateFeed(feedId, (feed) => ({
    ...feed,
    sources: feed.sources.map((source) => ({ ...source, url: documentUrl(name) })),
  }));
}

export function listAll(): Promise<Entry[]> {
  return listEntries({ filter: 'all', limit: 1000 });
}

/** What kept a promise from being kept. */
export async function problemOf(promise: Promise<unknown>): Promise<Problem | null> {
  return promise.then(
    () => null,
    (error: unknown) => {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    },
  );
}
