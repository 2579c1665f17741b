import { expect, test } from 'vitest';
import { setKeepsApart } from '../../utils/actions/arrange-feeds';
import { joinStories } from '../../utils/actions/join-stories';
import { markAllRead } from '../../utils/actions/mark-all-read';
import { markRead } from '../../utils/actions/mark-read';
import { star } from '../../utils/actions/star';
import { commitCheck } from '../../utils/db/commit-check';
import { listCopies, listJoined } from '../../utils/db/copies';
import { countUnread } from '../../utils/db/counts';
import { getEntries, listEntries } from '../../utils/db/entry-lists';
import { updateFeed } from '../../utils/db/feeds';
import { addFolder } from '../../utils/db/folders';
import { findKnown } from '../../utils/db/known-entries';
import { repairCounts } from '../../utils/db/repair';
import { needTags, tagEntries } from '../../utils/db/tags';
import { listMarks } from '../../utils/model/tag';
import { addFeed, newEntry } from '../db/support';
import { TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

const page = (name: string) => `https://paper.example/news/${name}`;
const title = (name: string) => `What the council said about the ${name} on its long day`;

/** Stores articles of these names in a feed, and gives their ids. */
async function arrive(feedId: number, names: readonly string[], link = page): Promise<number[]> {
  const added = names.map((name, at) =>
    newEntry(name, { title: title(name), link: link(name), sortAt: 5000 - at }),
  );
  return (await commitCheck({ feedId, patch: {}, added })).entryIds;
}

async function twoMirrors() {
  const world = new TestWorld();
  const [first, second] = [await addFeed('first'), await addFeed('second')];
  const firstIds = await arrive(first, ['harbour', 'school', 'bridge']);
  const secondIds = await arrive(second, ['harbour', 'school', 'market']);
  await joinStories(world);
  return { world, first, second, firstIds, secondIds };
}

const listed = async (more: object = {}) =>
  (await listEntries({ filter: 'unread', joined: true, limit: 50, ...more })).map(({ id }) => id).sort();
const unread = async (ids: readonly number[]) =>
  (await getEntries(ids)).filter(({ read }) => read === 0).map(({ id }) => id);

test('two mirrors: the story is one row, the one that arrived first; a feed alone shows its own', async () => {
  const { second, firstIds, secondIds } = await twoMirrors();
  expect(await listed()).toEqual([...firstIds, secondIds[2]].sort());
  expect(await listed({ feedIds: [second], joined: false })).toEqual([...secondIds].sort());
  expect(await listed({ feedIds: [second] })).toEqual([...secondIds].sort());
  expect(await listed({ joined: false })).toHaveLength(6);
  expect((await listCopies(firstIds)).map(({ id }) => id).sort()).toEqual(secondIds.slice(0, 2).sort());
});

test('the row is of the feed that the reader has further up in her tree', async () => {
  const { first, second, firstIds, secondIds } = await twoMirrors();
  const top = (id: number, position: number, folderId: number | null) =>
    updateFeed(id, (feed) => ({ ...feed, position, folderId }));
  const ofFirst = [...firstIds, secondIds[2]].sort();
  const ofSecond = [firstIds[2], ...secondIds].sort();
  await top(first, 5, null);
  await top(second, 2, null);
  expect(await listed()).toEqual(ofSecond);
  // folders stand above feeds, and go by their own places
  const outer = await addFolder({ title: 'Outer', parentId: null, position: 9 });
  const inner = await addFolder({ title: 'Inner', parentId: outer, position: 1 });
  await top(first, 50, inner);
  expect(await listed()).toEqual(ofFirst);
  await top(second, 0, outer);
  expect(await listed()).toEqual(ofFirst);
  await top(first, 1, outer);
  expect(await listed()).toEqual(ofSecond);
});

test('lists of stars, tags and edits show a story once, by a copy that they hold', async () => {
  const { world, second, firstIds, secondIds } = await twoMirrors();
  const [one = 0, copy = 0] = [firstIds[0], secondIds[0]];
  const tag = (await needTags(['kept'])).get('kept') ?? 0;
  await star(world, { entryIds: [copy], starred: true });
  await tagEntries([copy], { add: [tag] });
  await edit(second, 'harbour', { title: `${title('harbour')}, and more` });
  const lists = [
    { filter: 'starred' },
    { filter: 'marked', mark: tag },
    { filter: 'marked', mark: listMarks.edited },
  ];
  const all = () => Promise.all(lists.map((query) => listed(query)));
  expect(await all()).toEqual([[copy], [copy], [copy]]);
  await star(world, { entryIds: [one], starred: true });
  await tagEntries([one], { add: [tag] });
  expect(await all()).toEqual([[one], [one], [copy]]);
});

test('a copy of yesterday does not keep a story out of today', async () => {
  const world = new TestWorld();
  const words = (name: string, sortAt: number) =>
    newEntry(name, { title: title(name), link: page(name), sortAt });
  const early = await commitCheck({
    feedId: await addFeed('first'),
    patch: {},
    added: [words('harbour', 4000)],
  });
  const late = await commitCheck({
    feedId: await addFeed('second'),
    patch: {},
    added: [words('harbour', 6000)],
  });
  await joinStories(world);
  expect(await listed({ filter: 'all' })).toEqual(early.entryIds);
  expect(await listed({ filter: 'all', since: 5000 })).toEqual(late.entryIds);
});

test('a search shows each story once, over its pages too', async () => {
  const { second, firstIds, secondIds } = await twoMirrors();
  const rows = async (ids: readonly (number | undefined)[]) =>
    getEntries(ids.filter((id) => id !== undefined));
  const ids = ({ entries }: { entries: readonly { id: number }[] }) => entries.map(({ id }) => id);
  const both = await listJoined(await rows([secondIds[0], firstIds[0], firstIds[2]]), new Set());
  expect(ids(both)).toEqual([firstIds[0], firstIds[2]]);
  // one that is found alone stands for its story, and what comes below of it is left out
  const alone = await listJoined(await rows([secondIds[0]]), new Set());
  expect(ids(alone)).toEqual([secondIds[0]]);
  const below = await listJoined(await rows([firstIds[0], firstIds[1]]), alone.shown);
  expect(ids(below)).toEqual([firstIds[1]]);
  await updateFeed(second, (feed) => ({ ...feed, keepsApart: true }));
  const apart = await listJoined(await rows([secondIds[0], firstIds[0]]), new Set());
  expect(ids(apart)).toEqual([secondIds[0], firstIds[0]]);
});

test('the row is the one with a star, else of the feed whose whole text is kept, else the first', async () => {
  const { world, second, firstIds, secondIds } = await twoMirrors();
  await updateFeed(second, (feed) => ({ ...feed, fetchesFullText: true }));
  expect(await listed()).toEqual([firstIds[2], ...secondIds].sort());
  await star(world, { entryIds: firstIds.slice(0, 1), starred: true });
  expect(await listed()).toEqual([firstIds[0], firstIds[2], ...secondIds.slice(1)].sort());
});

test('pages of a list hold as many rows as are asked for, each once', async () => {
  await twoMirrors();
  const seen: number[] = [];
  let after: { sortAt: number; id: number } | undefined;
  for (;;) {
    const rows = await listEntries({ filter: 'all', joined: true, limit: 2, ...(after && { after }) });
    seen.push(...rows.map(({ id }) => id));
    const last = rows.at(-1);
    if (!last || rows.length < 2) break;
    after = { sortAt: last.sortAt, id: last.id };
  }
  expect(seen).toHaveLength(4);
  expect(new Set(seen).size).toBe(4);
});

test('reading one reads all, marking it unread again only that one; counts stay true', async () => {
  const { world, firstIds, secondIds } = await twoMirrors();
  const [one = 0, copy = 0] = [firstIds[0], secondIds[0]];
  expect(await markRead(world, { entryIds: [copy], read: true })).toEqual({ changed: 2 });
  expect(await unread([one, copy])).toEqual([]);
  expect(await countUnread()).toBe(4);
  expect(world.changes).toContainEqual({ kind: 'entries', entryIds: [copy, one] });
  await markRead(world, { entryIds: [copy], read: false });
  expect(await unread([one, copy])).toEqual([copy]);
  expect(await countUnread()).toBe(5);
  // the row that is left is the one that is unread
  expect(await listed()).toContain(copy);
  expect((await repairCounts()).length).toBe(0);
});

test('marking a feed as read reads that feed alone, and what comes later of its stories stays unread', async () => {
  const { world, first, secondIds } = await twoMirrors();
  await markAllRead(world, { feedId: first });
  expect(await unread(secondIds)).toEqual(secondIds);
  const third = await addFeed('third');
  const late = await arrive(third, ['bridge']);
  await joinStories(world);
  expect(await unread(late)).toEqual(late);
});

test('a copy of what the reader has read comes in as read', async () => {
  const { world, firstIds } = await twoMirrors();
  await markRead(world, { entryIds: [firstIds[2] ?? 0], read: true });
  const before = await countUnread();
  const late = await arrive(await addFeed('third'), ['bridge', 'river']);
  await joinStories(world);
  expect(await unread(late)).toEqual([late[1]]);
  expect(await countUnread()).toBe(before + 1);
});

test('a feed that is kept apart, and all of them', async () => {
  const { world, second, firstIds, secondIds } = await twoMirrors();
  await setKeepsApart(world, { feedId: second, keepsApart: true });
  expect(await listed()).toHaveLength(6);
  await markRead(world, { entryIds: [firstIds[0] ?? 0], read: true });
  expect(await unread(secondIds)).toEqual(secondIds);
  await setKeepsApart(world, { feedId: second, keepsApart: false });
  world.settings = { ...world.settings, joinStories: false };
  await markRead(world, { entryIds: [firstIds[1] ?? 0], read: true });
  expect(await unread(secondIds)).toEqual(secondIds);
});

test('a feed in the bin neither hides nor is read along', async () => {
  const { world, first, firstIds, secondIds } = await twoMirrors();
  await updateFeed(first, (feed) => ({ ...feed, removedAt: 1 }));
  expect(await listed()).toEqual([...secondIds].sort());
  await markRead(world, { entryIds: [secondIds[0] ?? 0], read: true });
  expect(await unread(firstIds)).toEqual(firstIds);
});

test('what is there already is compared too, and what was compared is not compared again', async () => {
  const world = new TestWorld();
  world.settings = { ...world.settings, joinStories: false };
  const many = Array.from({ length: 70 }, (_, at) => `house ${at}`);
  const [first, second] = [await addFeed('first'), await addFeed('second')];
  await arrive(first, many, (name) => page(encodeURIComponent(name)));
  await arrive(second, many, (name) => `${page(encodeURIComponent(name))}?utm_source=rss`);
  await joinStories(world);
  expect(await listed({ limit: 200 })).toHaveLength(140);
  world.settings = { ...world.settings, joinStories: true };
  await joinStories(world);
  expect(await listed({ limit: 200 })).toHaveLength(70);
  world.changes = [];
  await joinStories(world);
  expect(world.changes).toEqual([]);
});

test('two of one feed are one only where they have one address', async () => {
  const world = new TestWorld();
  const feed = await addFeed('first');
  const link = (name: string) => `https://paper.example/${name}`;
  const words = { title: title('harbour'), sortAt: 5000 };
  const added = ['a', 'b', 'c'].map((key) =>
    newEntry(key, { ...words, link: link(key === 'c' ? 'b' : key) }),
  );
  await commitCheck({ feedId: feed, patch: {}, added });
  await joinStories(world);
  expect(await listed()).toHaveLength(2);
});

/** Lets a feed say something else in an article that is here. */
async function edit(feedId: number, key: string, text: { title: string; link?: string }): Promise<void> {
  const { entry, body } = newEntry(key, { link: page(key), ...text, contentHash: `${key} ${text.title}` });
  const { known } = await findKnown(feedId, [key]);
  const entryId = known.get(key)?.id ?? expect.fail(key);
  await commitCheck({ feedId, patch: {}, changed: [{ entryId, content: entry, body }], at: 9000 });
}

test('an article that is edited into another story leaves the one, and joins the other', async () => {
  const { world, first, second, firstIds, secondIds } = await twoMirrors();
  const third = await addFeed('third');
  const [harbour = 0] = await arrive(third, ['harbour']);
  await joinStories(world);
  await markRead(world, { entryIds: [firstIds[0] ?? 0], read: true });
  expect(await unread([secondIds[0] ?? 0, harbour])).toEqual([]);
  world.changes = [];
  // the middle one goes: the others stay together
  const now = { title: title('market'), link: page('market') };
  await edit(second, 'harbour', { ...now, link: 'https://other.example/elsewhere' });
  await joinStories(world);
  const others = async (id: number) => (await listCopies([id])).map((entry) => entry.id).sort();
  expect(await others(firstIds[0] ?? 0)).toEqual([harbour]);
  expect(await others(secondIds[0] ?? 0)).toEqual([]);
  expect(await unread([firstIds[0] ?? 0, secondIds[0] ?? 0, harbour])).toEqual([]);
  expect(world.changes.some(({ kind }) => kind === 'joined')).toBe(true);
  // and what the first feed writes anew joins the story that it tells now, without being read with it
  await edit(first, 'bridge', now);
  await joinStories(world);
  expect(await others(firstIds[2] ?? 0)).toEqual([secondIds[2]]);
  expect(await unread([firstIds[2] ?? 0, secondIds[2] ?? 0])).toEqual([firstIds[2], secondIds[2]]);
  expect((await repairCounts()).length).toBe(0);
  world.changes = [];
  await joinStories(world);
  expect(world.changes).toEqual([]);
});

test('an edit that stays with its story changes no marks', async () => {
  const { world, second, firstIds, secondIds } = await twoMirrors();
  const [one = 0, copy = 0] = [firstIds[0], secondIds[0]];
  await markRead(world, { entryIds: [one], read: true });
  await markRead(world, { entryIds: [copy], read: false });
  await edit(second, 'harbour', { title: `${title('harbour')}, with 7 dead` });
  await joinStories(world);
  expect((await listCopies([one])).map(({ id }) => id)).toEqual([copy]);
  expect(await unread([one, copy])).toEqual([copy]);
  expect((await getEntries([copy]))[0]).toMatchObject({ edited: 1 });
});

test('what was read before it was edited is no reading of the story it tells now', async () => {
  const { world, first, firstIds, secondIds } = await twoMirrors();
  await markRead(world, { entryIds: [firstIds[2] ?? 0], read: true });
  await edit(first, 'bridge', { title: title('market'), link: page('market') });
  await joinStories(world);
  expect((await listCopies([firstIds[2] ?? 0])).map(({ id }) => id)).toEqual([secondIds[2]]);
  expect(await unread([firstIds[2] ?? 0, secondIds[2] ?? 0])).toEqual([secondIds[2]]);
  // the other way round: what she has read as another copy comes to her as read
  await markRead(world, { entryIds: [secondIds[1] ?? 0], read: true });
  const [late = 0] = await arrive(await addFeed('third'), ['river']);
  await edit((await getEntries([late]))[0]?.feedId ?? 0, 'river', {
    title: title('school'),
    link: page('school'),
  });
  await joinStories(world);
  expect(await unread([late])).toEqual([]);
});

test('a feed that is kept apart is not read with others, also where its article comes later', async () => {
  const { world, firstIds } = await twoMirrors();
  await markRead(world, { entryIds: [firstIds[2] ?? 0], read: true });
  const third = await addFeed('third');
  await setKeepsApart(world, { feedId: third, keepsApart: true });
  const late = await arrive(third, ['bridge']);
  await joinStories(world);
  expect(await unread(late)).toEqual(late);
});

test('a feed that gives all its articles one address and one title is not compared all with all', async () => {
  const world = new TestWorld();
  const feed = await addFeed('first');
  const words = { title: title('harbour'), link: page('harbour'), sortAt: 5000 };
  const added = Array.from({ length: 40 }, (_, at) => newEntry(`k${at}`, words));
  await commitCheck({ feedId: feed, patch: {}, added });
  await joinStories(world);
  expect(await listed()).toHaveLength(1);
  await edit(feed, 'k3', words);
  await joinStories(world);
  expect(await listed()).toHaveLength(1);
});
