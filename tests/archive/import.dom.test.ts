import { beforeEach, describe, expect, it } from 'vitest';
import { importRecords } from '../../utils/actions/import-records';
import { markAllRead } from '../../utils/actions/mark-all-read';
import { markRead } from '../../utils/actions/mark-read';
import { star } from '../../utils/actions/star';
import { undoImport } from '../../utils/actions/undo-import';
import { unsubscribe } from '../../utils/actions/unsubscribe';
import { isArchive } from '../../utils/archive/archive-feed';
import { articleOf } from '../../utils/archive/article';
import { writeRecord } from '../../utils/archive/record';
import { recordOf } from '../../utils/archive/record-of';
import { commitCheck } from '../../utils/db/commit-check';
import { countUnread, listCounts } from '../../utils/db/counts';
import { listBodies } from '../../utils/db/entry-links';
import { getBody, listEntries } from '../../utils/db/entry-lists';
import { listDueFeeds, listFeeds } from '../../utils/db/feeds';
import { pruneFeed } from '../../utils/db/prune';
import { repairCounts } from '../../utils/db/repair';
import { defaultRetention } from '../../utils/model/retention';
import { TestWorld } from '../actions/support';
import { addFeed, freshDatabase, newEntry } from '../db/support';
import kept from '../fixtures/records/voachinese-article-record.md?raw';

const now = Date.UTC(2026, 0, 1);
const world = new TestWorld();
world.time = now;
const file = { name: 'kept.md', text: kept };
const link =
  'https://www.voachinese.com/a/russia-s-putin-china-s-xi-speak-just-hours-after-trump-inauguration-20250121/7944491.html';

function made(i: number, more: Partial<Parameters<typeof writeRecord>[0]> = {}) {
  const record = {
    time: 1_700_000_000_000 + i,
    title: `文章 ${i}`,
    link: `https://site-${i % 3}.test/${i}`,
    html: `<p>${i}</p>`,
  };
  return { name: `${i}.md`, text: writeRecord({ ...record, ...more }) };
}

const all = () => listEntries({ filter: 'all', limit: 100_000 });

beforeEach(async () => {
  await freshDatabase();
  world.mirror = { feeds: [], folders: [] };
});

describe('importRecords', () => {
  it('shows the kept article in a feed of its site, and writes it again byte for byte', async () => {
    const report = await importRecords(world, { records: [file] });
    expect(report).toEqual({ importId: now, added: 1, alreadyThere: 0, refused: [] });
    const [entry] = await all();
    expect(entry).toMatchObject({
      title: '特朗普宣誓就职几个小时后，习近平与普京举行视频会晤',
      link,
      publishedAt: Date.UTC(2025, 0, 21, 14, 39, 3),
      sortAt: Date.UTC(2025, 0, 21, 14, 39, 3),
      arrivedAt: now,
      read: 0,
    });
    expect(entry?.image).toContain('images.weserv.nl');
    const [feed] = await listFeeds();
    expect(feed).toMatchObject({
      id: entry?.feedId,
      title: 'voachinese.com',
      siteUrl: 'https://voachinese.com/',
    });
    const body = await getBody(entry?.id ?? 0);
    expect(body?.base).toBe(link);
    expect(entry && writeRecord(recordOf(articleOf(entry, body, undefined)))).toBe(kept);
    expect(world.badge.text).toBe('1');
  });

  it('adds no article twice: of one message, of an earlier import, of a feed', async () => {
    const feedId = await addFeed('mirror');
    const fromFeed = newEntry('a', { link: 'http://voachinese.com/a/7.html?utm_source=rss' });
    await commitCheck({ feedId, patch: {}, added: [fromFeed] });
    const same = made(0, { link: 'https://www.voachinese.com/a/7.html' });
    expect(await importRecords(world, { records: [same] })).toMatchObject({ added: 0, alreadyThere: 1 });
    const records = [file, made(1), { ...made(1), name: 'copy.md' }, made(2, { link: '' })];
    expect(await importRecords(world, { records })).toMatchObject({ added: 3, alreadyThere: 1 });
    expect(await importRecords(world, { records, importId: now + 1 })).toMatchObject({
      added: 0,
      alreadyThere: 4,
    });
    expect(await all()).toHaveLength(4);
  });

  it('names the files that tell a kept article otherwise, and leaves what is kept as it is', async () => {
    const other = { ...made(1, { html: '<p>another</p>' }), name: 'other.md' };
    const named = [{ name: 'other.md', reason: 'other-text' }];
    const first = await importRecords(world, { records: [made(1), other, { ...made(1), name: 'copy.md' }] });
    expect(first).toMatchObject({ added: 1, alreadyThere: 1, refused: named });
    const again = await importRecords(world, { records: [other, made(1)], importId: now + 1 });
    expect(again).toMatchObject({ added: 0, alreadyThere: 1, refused: named });
    const [entry] = await all();
    expect((await getBody(entry?.id ?? 0))?.html).toBe('<p>1</p>');
  });

  it('adds an article again of which only the row was left', async () => {
    const feedId = await addFeed('feed');
    const { entryIds } = await commitCheck({
      feedId,
      patch: {},
      added: [newEntry('x', { link: 'https://site-1.test/1' })],
    });
    await markRead(world, { entryIds, read: true });
    await pruneFeed(feedId, { ...defaultRetention, bodyDays: 1 }, now + 1e12);
    expect(await listBodies(entryIds)).toEqual(new Map());
    expect(await importRecords(world, { records: [made(1)] })).toMatchObject({ added: 1 });
  });

  it('sees what a feed brought while the import was under way', async () => {
    const feedId = await addFeed('feed');
    await importRecords(world, { records: [made(1)], importId: 77 });
    await commitCheck({ feedId, patch: {}, added: [newEntry('x', { link: 'https://site-2.test/2' })] });
    expect(await importRecords(world, { records: [made(2)], importId: 77 })).toMatchObject({ added: 0 });
  });

  it('adds what is only in the bin, and takes the archive out of it', async () => {
    const feedId = await addFeed('gone');
    await commitCheck({ feedId, patch: {}, added: [newEntry('x', { link: 'https://site-1.test/1' })] });
    await unsubscribe(world, { feedId });
    expect(await importRecords(world, { records: [made(1)] })).toMatchObject({ added: 1 });
    const archive = (await listFeeds()).find(isArchive);
    await unsubscribe(world, { feedId: archive?.id ?? 0 });
    expect(await importRecords(world, { records: [made(1), made(4)], importId: now + 1 })).toMatchObject({
      added: 1,
      alreadyThere: 1,
    });
    expect((await listFeeds()).filter(isArchive)).toHaveLength(1);
    expect(await all()).toHaveLength(2);
  });

  it('refuses what is no record, names it, and takes the rest', async () => {
    const records = [{ name: 'a/README.md', text: '# Readme' }, made(1), { name: 'empty.md', text: '' }];
    expect(await importRecords(world, { records })).toMatchObject({
      added: 1,
      refused: [
        { name: 'a/README.md', reason: 'not-a-record' },
        { name: 'empty.md', reason: 'empty' },
      ],
    });
  });

  it('keeps dangerous schemes out of links', async () => {
    await importRecords(world, {
      records: [made(1, { link: 'javascript:alert(1)' }), made(2, { link: '/a/2.html' })],
    });
    expect((await all()).map((entry) => entry.link).sort()).toEqual(['', '/a/2.html']);
  });

  it('adds them as read when asked to', async () => {
    await importRecords(world, { records: [file, made(1)], read: true });
    expect(await countUnread()).toBe(0);
    expect((await all()).map(({ read }) => read)).toEqual([1, 1]);
  });

  it('has nothing to check, to mirror or to restore', async () => {
    await importRecords(world, { records: [file] });
    expect(await listDueFeeds(now + 1e12)).toEqual([]);
    expect(world.mirror.feeds).toEqual([]);
  });

  it('gives odd ones back as they came: signs in titles, addresses and texts that look like the record around them', async () => {
    const titles = [
      '[a] (b)',
      'a](b',
      '](',
      '[',
      ']',
      '',
      ' 空 ',
      'x\ty',
      '"q" \\',
      '<b>b</b> &amp',
      '\u202eevil',
      '---',
      '<!--1-->',
    ];
    const links = ['/a_(b)_(c)', '/x)', '/?q=](x', '/路径?查询=1', '/a b', '/#/route', '/%', '', null];
    const texts = [
      '',
      '\n<p>a</p>',
      '<p>a</p>\n\n',
      '------\n\na',
      '[a](b)\n------\n',
      'a\rb',
      '  a',
      '<!--5-->',
    ];
    const files = titles.flatMap((title, i) =>
      links.map((path, j) => {
        const link = path === null ? '' : `https://例子.test${path}${path && `${i}-${j}`}`;
        const time = (i + j) % 3 === 0 ? null : i * 1000 + j;
        const text = writeRecord({ time, title, link, html: texts[(i + j) % texts.length] ?? '' });
        return { name: `${i}-${j}.md`, text };
      }),
    );
    const report = await importRecords(world, { records: files });
    expect(report).toMatchObject({ added: files.length, refused: [] });
    const out = await Promise.all(
      (await all()).map(async (entry) =>
        writeRecord(recordOf(articleOf(entry, await getBody(entry.id), undefined))),
      ),
    );
    expect(new Set(out)).toEqual(new Set(files.map(({ text }) => text)));
    expect(await importRecords(world, { records: files })).toMatchObject({ added: 0 });
  });

  it('takes thousands, and gives each back byte for byte', async () => {
    const texts = new Map<string, string>();
    for (let batch = 0; batch < 30; batch++) {
      const records = Array.from({ length: 100 }, (_, i) =>
        made(batch * 100 + i, { html: `<p>${'文'.repeat(i)}</p>\r\n` }),
      );
      for (const record of records) texts.set(record.text, record.name);
      expect(await importRecords(world, { records, importId: 5 })).toMatchObject({ added: 100 });
    }
    const entries = await all();
    const bodies = await listBodies(entries.map(({ id }) => id));
    for (const entry of entries)
      expect(texts.delete(writeRecord(recordOf(articleOf(entry, bodies.get(entry.id), undefined))))).toBe(
        true,
      );
    expect(texts.size).toBe(0);
    expect((await listFeeds()).map(({ title }) => title)).toEqual([
      'site-0.test',
      'site-1.test',
      'site-2.test',
    ]);
  });
});

describe('undoImport', () => {
  it('removes what the import added, whatever was done to it since, and nothing else', async () => {
    const feedId = await addFeed('feed');
    await commitCheck({ feedId, patch: {}, added: [newEntry('x')] });
    await importRecords(world, { records: [made(0), made(1)], importId: 10 });
    const before = await all();
    await importRecords(world, { records: Array.from({ length: 250 }, (_, i) => made(i)), importId: 20 });
    const added = (await all()).filter(({ arrivedAt }) => arrivedAt === 20);
    await star(world, { entryIds: added.slice(0, 5).map(({ id }) => id), starred: true });
    await markAllRead(world, { feedId: added[0]?.feedId ?? 0 });
    expect(await undoImport(world, { importId: 20 })).toEqual({ removed: 248 });
    expect((await all()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(await listBodies(added.map(({ id }) => id))).toEqual(new Map());
    expect(await repairCounts()).toEqual([]);
    expect([...(await listCounts()).values()].reduce((sum, { starred }) => sum + starred, 0)).toBe(0);
    expect((await listFeeds()).map(({ title }) => title).sort()).toEqual([
      'feed',
      'site-0.test',
      'site-1.test',
    ]);
  });

  it('leaves no empty archive, and says when there is nothing', async () => {
    await importRecords(world, { records: [file] });
    expect(await undoImport(world, { importId: now })).toEqual({ removed: 1 });
    expect(await listFeeds()).toEqual([]);
    expect(world.badge.text).toBe('');
    await expect(undoImport(world, { importId: now })).rejects.toMatchObject({
      problem: { kind: 'nothing-to-undo' },
    });
    expect(await importRecords(world, { records: [file], importId: now })).toMatchObject({ added: 1 });
  });
});
