import { describe, expect, it } from 'vitest';
import type { BackupHead } from '../../utils/backup/backup';
import { type Snapshots, withSnapshot } from '../../utils/backup/generations';
import { previewOf } from '../../utils/backup/preview';
import { readEntries, readHead, readSeen } from '../../utils/backup/read-backup';
import { backupFeed, entryLines, headLine, seenLine } from '../../utils/backup/write-backup';
import type { Body, Entry } from '../../utils/model/entry';
import type { Feed } from '../../utils/model/feed';

const feed = (id: number, url: string) =>
  ({ ...backupFeed({ sources: [{ url, privateAllowed: false }] } as unknown as Feed), id }) as Feed;

const head: BackupHead = {
  writtenAt: 5,
  opml: '<opml/>',
  folders: [{ id: 3, parentId: null, title: '新闻', position: 0 }],
  feeds: [
    {
      id: 7,
      folderId: 3,
      customTitle: 'Mine',
      title: 'Paper',
      siteUrl: 'https://a.test/',
      language: 'en',
      iconUrl: '',
      position: 2,
      addedAt: 4,
      sources: [{ url: 'https://a.test/feed.xml', privateAllowed: false }],
    },
  ],
  settings: { theme: 'dark' },
  retention: null,
};

function entryOf(id: number, feedId: number): Entry {
  return {
    id,
    feedId,
    key: `k${id}`,
    altKey: `a${id}`,
    title: `Title ${id}`,
    link: `https://a.test/${id}`,
    author: '',
    publishedAt: 10,
    updatedAt: null,
    arrivedAt: 11,
    sortAt: 10,
    read: 1,
    unreadAt: 0,
    starred: 0,
    snippet: 'What it says',
    image: '',
    contentHash: 'h',
  };
}

const body = (entryId: number): Body => ({
  entryId,
  html: '<p>What it says</p>',
  base: 'https://a.test/',
  language: 'en',
  categories: ['x'],
  enclosures: [{ url: 'https://a.test/1.mp3', type: 'audio/mpeg', length: 5, title: '', duration: null }],
  comments: '',
});

describe('a backup', () => {
  it('is read as it was written', () => {
    expect(readHead(headLine(head))).toEqual(head);
    const entries = [entryOf(1, 7), entryOf(2, 7), entryOf(3, 8)];
    const sent = { sentBy: 'https://mirror.test/feed.xml', sentAt: 12 };
    const bodies = [{ ...body(1), ...sent }, body(3)];
    const lines = entryLines(entries, new Map(bodies.map((one) => [one.entryId, one])));
    const read = lines.map(readEntries);
    expect(read.map((line) => [line?.feedId, line?.entries.length])).toEqual([
      [7, 2],
      [8, 1],
    ]);
    const { id: _, feedId: __, ...whole } = entryOf(1, 7);
    const { entryId: ___, ...text } = body(1);
    expect(read[0]?.entries[0]).toEqual({ entry: whole, body: { ...text, ...sent } });
    expect(read[1]?.entries[0]?.body).not.toHaveProperty('sentBy');
    expect(read[0]?.entries[1]).toMatchObject({ entry: { key: 'k2', contentHash: '' }, body: null });
  });

  it('remembers what was pruned', () => {
    const seen = {
      feedId: 7,
      gone: ['00000000000000ff', 'ffffffffffffffff'],
      goneDays: [1, 2],
      prunedTo: 3,
      begins: 4,
    };
    expect(readSeen(seenLine(seen))).toEqual(seen);
    expect(readEntries(seenLine(seen))).toBeNull();
    const damaged =
      '{"feedId":7,"gone":["0x","00000000000000ff",7,"00000000000000fe"],"goneDays":[1,-1,2,3],"begins":"4"}';
    const kept = { feedId: 7, gone: ['00000000000000fe'], goneDays: [3], prunedTo: 0, begins: 0 };
    expect(readSeen(damaged)).toEqual(kept);
  });

  it('is written in lines of a size that can be sent', () => {
    const html = 'x'.repeat(300_000);
    const entries = Array.from({ length: 7 }, (_, i) => entryOf(i + 1, 7));
    const bodies = new Map(entries.map(({ id }) => [id, { ...body(id), html }]));
    expect(entryLines(entries, bodies).map((line) => readEntries(line)?.entries.length)).toEqual([
      2, 2, 2, 1,
    ]);
  });
});

describe('what claims to be a backup', () => {
  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"broadsheet":"backup"}',
    '{"broadsheet":"backup","version":2}',
    '<opml/>',
  ])('is refused: %s', (text) => {
    expect(readHead(text)).toBeNull();
    expect(readEntries(text)).toBeNull();
  });

  it('brings in nothing but what a backup has, each of its own kind', () => {
    const hostile =
      `{"broadsheet":"backup","version":1,"__proto__":{"pwn":1},"constructor":{"prototype":{"pwn":1}},
      "folders":[{"id":1,"title":{"a":1},"__proto__":{"pwn":1}},7,null,{"id":-1},{"id":"2"}],
      "feeds":[{"id":1,"title":7,"siteUrl":"javascript:alert(1)","iconUrl":"data:text/html,x","pwn":1,
        "checkEvery":1,"images":"<b>","keepsOffline":"yes","notify":"yes","showsWhole":1,"chineseScript":{},"speed":9,"hiding":{"rules":[{"by":"text"}],"shown":["<b>"]},
        "retention":{"rowDays":-1,"maxRows":"9","keepUnread":0,"keptRows":1e9,"pwn":1,"__proto__":{"pwn":1}},
        "sources":[{"url":"file:///etc/passwd"},{"url":"https://a.test/f","privateAllowed":"yes","validators":{"etag":"x"}}]},
        {"id":2,"sources":[{"url":"javascript:1"}]},{"id":1e99,"sources":[]}]}`.replace(/\n\s*/g, '');
    expect(readHead(hostile)).toEqual({
      writtenAt: 0,
      opml: '',
      folders: [{ id: 1, parentId: null, title: '', position: 0 }],
      feeds: [
        {
          id: 1,
          folderId: null,
          customTitle: '',
          title: '',
          siteUrl: '',
          language: '',
          iconUrl: '',
          position: 0,
          addedAt: 0,
          sources: [{ url: 'https://a.test/f', privateAllowed: false }],
        },
      ],
      settings: undefined,
      retention: undefined,
    });
    const line = `{"feedId":1,"entries":[{"entry":{"key":"k","sortAt":1,"link":"javascript:1","read":"1","starred":true,
      "image":"chrome://x","id":9,"feedId":9,"__proto__":{"pwn":1}},"body":{"html":7,"enclosures":[{"url":"x:"},"y"],"categories":[1,"c"]}},
      {"entry":{"key":"k","sortAt":"1"}},{"entry":{"key":"","sortAt":1}},{"entry":{"key":"k","sortAt":1e300}},7,null]}`;
    const [one, ...others] = readEntries(line.replace(/\n\s*/g, ''))?.entries ?? [];
    expect(others).toEqual([]);
    expect(one?.entry).toMatchObject({ key: 'k', link: '', image: '', read: 0, starred: 0 });
    expect(Object.keys(one?.entry ?? {})).not.toContain('id');
    expect(one?.body).toMatchObject({ html: '', enclosures: [], categories: ['c'] });
    expect(({} as { pwn?: number }).pwn).toBeUndefined();
  });
});

describe('a preview', () => {
  it('tells what is added, what is there and what would go', () => {
    const here = [feed(1, 'http://www.a.test/feed.xml'), feed(2, 'https://b.test/')];
    const preview = previewOf({ ...head, feeds: [...head.feeds, feed(9, 'https://c.test/')] }, here);
    expect(preview.added.map(({ id }) => id)).toEqual([9]);
    expect(preview.alreadyThere).toBe(1);
    expect(preview.notInBackup.map(({ id }) => id)).toEqual([2]);
  });

  it('names what of a feed would be set otherwise', () => {
    const known = { ...feed(1, 'https://a.test/feed.xml'), customTitle: 'Mine' };
    const changes = (more: Partial<Feed>) => previewOf(head, [{ ...known, ...more }]).changed;
    expect(changes({})).toEqual([]);
    const retention = { rowDays: 7 };
    expect(changes({ customTitle: 'Other', checkEvery: 30, retention }).map(({ what }) => what)).toEqual([
      ['name', 'checkEvery', 'retention'],
    ]);
    const mirrored = [{ url: 'https://a.test/feed.xml' }, { url: 'https://b.test/' }] as Feed['sources'];
    expect(changes({ sources: mirrored }).map(({ what }) => what)).toEqual([['addresses']]);
  });
});

describe('generations', () => {
  it('hold the latest, one of a day or two ago, and one of a week ago or two', () => {
    const day = 86_400_000;
    let snapshots: Snapshots = {};
    for (let i = 0; i <= 40; i++) {
      snapshots = withSnapshot(snapshots, { at: i * day, text: `${i}` });
      if (i < 20) continue;
      const ages = [snapshots.latest, snapshots.day, snapshots.week].map((each) => i - (each?.at ?? 0) / day);
      expect(ages[0]).toBe(0);
      expect(ages[1]).toBeGreaterThanOrEqual(1);
      expect(ages[1]).toBeLessThanOrEqual(2);
      expect(ages[2]).toBeGreaterThanOrEqual(2);
      expect(ages[2]).toBeLessThanOrEqual(10);
    }
  });
});
