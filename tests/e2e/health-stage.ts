import type { Cadence } from '../../utils/model/cadence';
import type { Check, Feed, FeedCounts, NextCheckReason, SourceHistory } from '../../utils/model/feed';
import type { Problem } from '../../utils/model/problem';
import { counted, noCadence } from '../../utils/schedule/cadence';
import { historyOf } from '../../utils/schedule/history';
import type { ExtensionPage } from './extension-page';
import { databaseMade } from './store-facts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type StoredCheck = Check & { nextCheckAt: number; nextCheckReason: NextCheckReason };
interface Stage {
  feeds: Feed[];
  checks: { key: [number, number]; value: StoredCheck }[];
  cadences: Cadence[];
  counts: (FeedCounts & { bodyBytes: number })[];
}

interface Sketch {
  title: string;
  /** The first is the feed's own; each with the age of its newest article in days. */
  urls: [url: string, newestDays: number, failures?: number][];
  active?: number;
  perDay: number;
  problem?: Problem;
  failingDays?: number;
  stopped?: boolean;
  movedTo?: string;
}

/** Always the same "chance", so that pictures differ only where the product does. */
function chance(seed: number): number {
  const x = Math.sin(seed * 127.1) * 43_758.5453;
  return x - Math.floor(x);
}

const sketches: Sketch[] = [
  {
    title: '端傳媒',
    urls: [
      ['https://feedx.net/rss/theinitium.xml', 11],
      ['https://feedx.site/rss/theinitium.xml', 0.4],
    ],
    active: 1,
    perDay: 6,
  },
  {
    title: '知乎日报',
    urls: [['https://rsshub.app/zhihu/daily', 0.5, 4]],
    perDay: 9,
    problem: { kind: 'http-status', status: 403, retryAt: null },
    failingDays: 1,
  },
  { title: '美国之音中文', urls: [['https://feedx.net/rss/voa.xml', 0.02]], perDay: 14 },
  { title: 'LWN.net', urls: [['https://lwn.net/headlines/rss', 0.1]], perDay: 5 },
  { title: 'Solidot', urls: [['https://www.solidot.org/index.rss', 0.2]], perDay: 8 },
  {
    title: 'Notes from a small press',
    urls: [['https://press.example/atom.xml', 3]],
    perDay: 0.3,
    movedTo: 'https://small.press.example/feed.xml',
  },
  { title: '阮一峰的网络日志', urls: [['https://www.ruanyifeng.com/blog/atom.xml', 1]], perDay: 0.2 },
  { title: 'The quiet gardener', urls: [['https://garden.example/feed', 90]], perDay: 0.5 },
  {
    title: 'Harbour news',
    urls: [['https://harbour.example/rss', 45, 30]],
    perDay: 2,
    problem: { kind: 'not-a-feed', found: 'parked' },
    failingDays: 40,
  },
  {
    title: 'Members only',
    urls: [['https://club.example/feed', 4, 3]],
    perDay: 1,
    problem: { kind: 'not-a-feed', found: 'login' },
    failingDays: 3,
  },
  {
    title: 'Old weblog',
    urls: [['https://weblog.example/rss.xml', 20, 2]],
    perDay: 0.4,
    problem: { kind: 'gone', host: 'weblog.example' },
    failingDays: 2,
    stopped: true,
  },
  {
    title: 'Mirror of a magazine',
    urls: [
      ['https://magazine.example/feed.xml', 2, 5],
      ['https://mirror.example/magazine.xml', 0.3],
    ],
    active: 1,
    perDay: 3,
  },
];

function pastOf(newestAt: number, failures: number, sketch: Sketch, now: number): SourceHistory {
  return {
    ...historyOf(undefined),
    askedAt: now - 25 * minute,
    failures,
    notModified: 3,
    fullAt: now - day,
    answers304: sketch.perDay > 1,
    goneAt: sketch.stopped ? now - 2 * day : null,
    newestAt,
    movedTo: sketch.movedTo ? { url: sketch.movedTo, since: now - 9 * day, checks: 12 } : null,
  };
}

function checksOf(sketch: Sketch, id: number, now: number): StoredCheck[] {
  const failed = Math.min(60, sketch.problem ? (sketch.failingDays ?? 1) * 4 : 0);
  const [url = ''] = sketch.urls[sketch.active ?? 0] ?? [];
  return Array.from({ length: 60 }, (_, i): StoredCheck => {
    const at = now - (i + 0.4) * (hour + chance(id + i) * minute);
    const isFailed = i < failed || chance(id * 31 + i) < 0.03;
    const isNew = !isFailed && chance(id * 7 + i) < Math.min(0.7, sketch.perDay / 20);
    const newEntries = isNew ? 1 + Math.floor(chance(id * 3 + i) * 4) : 0;
    return {
      at,
      url,
      outcome: isFailed ? 'failed' : isNew ? 'new' : 'not-modified',
      status: isFailed
        ? sketch.problem?.kind === 'http-status'
          ? sketch.problem.status
          : 0
        : isNew
          ? 200
          : 304,
      bytes: isNew ? 40_000 + Math.floor(chance(i) * 60_000) : 0,
      durationMs: 80 + Math.floor(chance(id + i) * 600),
      newEntries,
      conditional: true,
      problem: isFailed ? (sketch.problem ?? { kind: 'timeout', seconds: 25 }) : null,
      nextCheckAt: at + hour,
      nextCheckReason: 'pace',
    };
  });
}

function cadenceOf(sketch: Sketch, id: number, now: number): Cadence {
  const total = Math.min(2000, Math.ceil(sketch.perDay * 182));
  const [, newestDays = 0] = sketch.urls[sketch.active ?? 0] ?? [];
  const entries = Array.from({ length: total }, (_, i) => {
    const days = Math.floor(now / day) - Math.floor(newestDays + chance(id * 13 + i) ** 1.3 * 180);
    const office = 8 + Math.floor((chance(i * 5 + id) + chance(i * 3 + id)) * 6);
    const sortAt = days * day + office * hour;
    const isWeekend = [0, 6].includes(new Date(sortAt).getUTCDay()) && chance(i) < 0.7;
    return isWeekend ? [] : { sortAt, publishedAt: sortAt };
  });
  return counted(noCadence(id), entries.flat());
}

function feedOf(sketch: Sketch, id: number, now: number, checks: StoredCheck[]): Feed {
  const { title, urls, problem = null, failingDays, stopped } = sketch;
  const { nextCheckAt: _, nextCheckReason: __, ...lastCheck } = checks[0] as StoredCheck;
  const site = new URL(urls[0]?.[0] ?? '').origin;
  return {
    id,
    folderId: null,
    customTitle: '',
    title,
    siteUrl: `${site}/`,
    description: '',
    language: /\p{Script=Han}/u.test(title) ? 'zh' : 'en',
    iconUrl: '',
    sources: urls.map(([url, newestDays, failures = 0]) => ({
      url,
      privateAllowed: false,
      validators: { etag: '"1"', lastModified: '', url },
      bodyHash: 'x',
      history: pastOf(now - newestDays * day, failures, sketch, now),
    })),
    position: id,
    addedAt: now - 400 * day,
    removedAt: null,
    nextCheckAt: now + (20 + id * 7) * minute,
    lastAttemptAt: lastCheck.at,
    lastSuccessAt: lastCheck.at,
    lastNewAt: now - (urls[0]?.[1] ?? 0) * day,
    lastCheck,
    leaseUntil: 0,
    failures: problem ? (urls[0]?.[2] ?? 1) : 0,
    problem,
    nextCheckReason: stopped ? 'stopped' : problem ? 'failed' : 'pace',
    stoppedAt: stopped ? now - day : null,
    failingSince: problem ? now - (failingDays ?? 1) * day : null,
    checkCount: 59,
    activeSource: sketch.active ?? 0,
    rhythm: {
      articles: 30,
      since: now - ((urls[sketch.active ?? 0]?.[1] ?? 0) + 30 / sketch.perDay) * day,
      askedMs: 0,
      skipHours: [],
      skipDays: [],
    },
  };
}

/** Feeds in every state of health with their past, as `now` (ms) would show them; ordinary ones up to `count`. */
export function healthStage(now: number, count = sketches.length): Stage {
  const more = Array.from({ length: Math.max(0, count - sketches.length) }, (_, i): Sketch => {
    const perDay = 0.2 + chance(i) * 6;
    return { title: `Feed ${i + 1}`, urls: [[`https://feed-${i + 1}.example/rss`, chance(i + 9)]], perDay };
  });
  const stage: Stage = { feeds: [], checks: [], cadences: [], counts: [] };
  for (const [i, sketch] of [...sketches, ...more].slice(0, count).entries()) {
    const id = i + 1;
    const checks = checksOf(sketch, id, now);
    stage.feeds.push(feedOf(sketch, id, now, checks));
    stage.cadences.push(cadenceOf(sketch, id, now));
    for (const [slot, value] of checks.slice(1).entries()) stage.checks.push({ key: [id, slot], value });
    const total = Math.ceil(sketch.perDay * 120);
    const counts = {
      feedId: id,
      total,
      unread: Math.ceil(total / 9),
      starred: 0,
      readUpTo: 0,
      readUpToAt: 0,
    };
    stage.counts.push({ ...counts, bodyBytes: Math.floor(total * (2000 + chance(id) * 9000)) });
  }
  return stage;
}

/** Puts a stage into the extension's own database, once the page has made it. */
export async function putStage(desk: ExtensionPage, stage: Stage): Promise<void> {
  await databaseMade(desk);
  await desk.evaluate(putInPage, stage);
}

async function putInPage(stage: Stage): Promise<void> {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open('broadsheet');
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const transaction = database.transaction(['feeds', 'checks', 'cadences', 'counts'], 'readwrite');
  for (const feed of stage.feeds) transaction.objectStore('feeds').put(feed);
  for (const { key, value } of stage.checks) transaction.objectStore('checks').put(value, key);
  for (const cadence of stage.cadences) transaction.objectStore('cadences').put(cadence);
  for (const row of stage.counts) transaction.objectStore('counts').put(row);
  await new Promise<void>((done, fail) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => fail(transaction.error);
  });
  database.close();
}
