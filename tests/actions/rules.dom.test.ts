import { expect, test } from 'vitest';
import { renameFeed, setNotify } from '../../utils/actions/arrange-feeds';
import { removeTag, restoreTag } from '../../utils/actions/arrange-tags';
import { deliver } from '../../utils/actions/deliver';
import { nextWake } from '../../utils/actions/next-wake';
import { noteOpening } from '../../utils/actions/note-opening';
import { refreshFeed } from '../../utils/actions/refresh';
import { setRules } from '../../utils/actions/rules';
import { showBadge } from '../../utils/actions/show-badge';
import { subscribe } from '../../utils/actions/subscribe';
import { listEntries } from '../../utils/db/entry-lists';
import { listKept } from '../../utils/db/kept-entries';
import { markRead } from '../../utils/db/mark';
import { mergeTags } from '../../utils/db/merge-tags';
import { clearOutbox, listOutbox } from '../../utils/db/outbox';
import { listRules } from '../../utils/db/rules';
import { listTags } from '../../utils/db/tag-list';
import { needTags, renameTag } from '../../utils/db/tags';
import { listTold, saveTelling } from '../../utils/db/told';
import type { RuleVerb } from '../../utils/model/rule';
import { listMarks } from '../../utils/model/tag';
import { documentUrl, listAll, problemOf, replaceDocument, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

function rule(text: string, ...verbs: (RuleVerb | `tag ${string}`)[]) {
  const actions = verbs.map((one) => ({ verb: one.split(' ')[0], tag: one.split(' ')[1] ?? '' }));
  const conditions = [{ field: 'title', operator: 'contains', text }];
  return { title: text, enabled: true, mode: 'all', conditions, actions };
}

/** A feed of two articles, "First story" and "Second story"; its next document has a third. */
async function withRule(...rules: unknown[]) {
  const world = new TestWorld();
  world.settings = { ...world.settings, notifications: true };
  await setRules(world, { rules });
  const { feedId } = await subscribe(world, { url: documentUrl('morning.xml') });
  world.time += 7_200_000;
  return { world, feedId };
}

async function thirdArrives(world: TestWorld, feedId: number) {
  await replaceDocument(feedId, 'evening.xml');
  const refreshed = await refreshFeed(world, feedId);
  world.time += 7_200_000;
  return refreshed;
}

test('what a rule does is in the row when it is stored, and in the counts', async () => {
  const { world } = await withRule(rule('second', 'star', 'tag Later', 'highlight'), rule('FIRST', 'read'));
  const [second, first] = await listAll();
  const [later] = await listTags();
  expect(later?.title).toBe('Later');
  expect(second).toMatchObject({ read: 0, starred: 1, highlight: 1, tags: [later?.id] });
  expect(first).toMatchObject({ read: 1, starred: 0 });
  expect(await listEntries({ filter: 'marked', mark: later?.id ?? 0, limit: 9 })).toHaveLength(1);
  await showBadge(world);
  expect(world.badge.text).toBe('1');
});

test('a rule is carried out once: what the reader takes back stays as she left it', async () => {
  const { world, feedId } = await withRule(rule('story', 'read'));
  const ids = (await listAll()).map(({ id }) => id);
  await markRead(ids, false, world.time);
  await thirdArrives(world, feedId);
  expect((await listAll()).filter(({ id }) => ids.includes(id)).every(({ read }) => read === 0)).toBe(true);
});

test('hidden articles are in no list but their own, and unread for nobody', async () => {
  const { world } = await withRule(rule('first', 'hide', 'notify'));
  expect((await listAll()).map(({ title }) => title)).toEqual(['Second story']);
  expect(await listEntries({ filter: 'marked', mark: listMarks.hidden, limit: 9 })).toHaveLength(1);
  await showBadge(world);
  expect(world.badge.text).toBe('1');
  expect(await listOutbox(9)).toEqual([]);
});

test('of the first document nothing is told; of later ones once, and then it is out of the box', async () => {
  const { world, feedId } = await withRule(rule('story', 'notify', 'sound'));
  await deliver(world);
  expect(world.told).toEqual([]);
  await thirdArrives(world, feedId);
  expect(await listOutbox(9)).toMatchObject([{ notify: 1, sound: 1 }]);
  await deliver(world);
  await deliver(world);
  expect([world.told, world.sounds]).toEqual([[['A story without a ti']], 1]);
  expect(await listOutbox(9)).toEqual([]);
});

test('of what a rule hides, or marks as read though its feed is told of, nothing is told', async () => {
  const { world, feedId } = await withRule(rule('story', 'hide', 'notify', 'sound'));
  await thirdArrives(world, feedId);
  expect(await listOutbox(9)).toEqual([]);
  const other = await subscribe(world, { url: documentUrl('twice.xml') });
  await setNotify(world, { feedId: other.feedId, notify: true });
  const conditions = [{ field: 'link', operator: 'contains', text: 'http' }];
  await setRules(world, { rules: [{ ...rule('', 'read'), conditions }] });
  world.time += 7_200_000;
  await replaceDocument(other.feedId, 'odd-dates.xml');
  await refreshFeed(world, other.feedId);
  const came = (await listAll()).filter(({ arrivedAt }) => arrivedAt === world.time);
  expect(came.map(({ read }) => read)).toEqual([1, 1, 1]);
  expect(await listOutbox(9)).toEqual([]);
});

test('a rule knows a feed by all its names, and what its publisher filed an article under', async () => {
  const { world, feedId } = await withRule();
  await renameFeed(world, { feedId, title: 'Mine' });
  const named = [
    ['feed', 'equals', 'mine', 'own'],
    ['feed', 'equals', 'the paper', 'theirs'],
    ['feed', 'contains', '/documents/', 'address'],
    ['tag', 'equals', 'WEATHER', 'filed'],
    ['tag', 'equals', 'own', 'tagged'],
    ['tag', 'equals', 'sports', 'wrong'],
  ].map(([field, operator, text, tag]) => ({
    ...rule('', `tag ${tag}`),
    conditions: [{ field, operator, text }],
  }));
  await setRules(world, { rules: named });
  await replaceDocument(feedId, 'filed.xml');
  await refreshFeed(world, feedId);
  const titles = new Map((await listTags()).map(({ id, title }) => [id, title]));
  const [filed] = (await listAll()).filter(({ title }) => title === 'Rain');
  expect(filed?.tags?.map((id) => titles.get(id)).sort()).toEqual([
    'address',
    'filed',
    'own',
    'tagged',
    'theirs',
  ]);
});

test('one notification a minute: what comes sooner waits, with an alarm for its time', async () => {
  const { world, feedId } = await withRule(rule('story', 'notify'));
  const other = await subscribe(world, { url: documentUrl('twice.xml') });
  await thirdArrives(world, feedId);
  await deliver(world);
  expect(world.told).toHaveLength(1);
  await setRules(world, { rules: [] });
  await setNotify(world, { feedId: other.feedId, notify: true });
  await replaceDocument(other.feedId, 'odd-dates.xml');
  await refreshFeed(world, other.feedId);
  expect((await listOutbox(9)).length).toBeGreaterThan(0);
  world.wake = null;
  world.time += 20_000;
  await deliver(world);
  expect(world.told).toHaveLength(1);
  expect(world.wake).toMatchObject({ at: world.time + 40_000 });
  world.time += 40_000;
  await deliver(world);
  expect(world.told).toHaveLength(2);
});

test('who wants no notifications gets none, also not later; what was read meanwhile is no news', async () => {
  const { world, feedId } = await withRule(rule('story', 'notify'));
  await thirdArrives(world, feedId);
  world.settings = { ...world.settings, notifications: false };
  await deliver(world);
  expect([world.told, await listOutbox(9)]).toEqual([[], []]);
  await setNotify(world, { feedId, notify: true });
  world.settings = { ...world.settings, notifications: true };
  await replaceDocument(feedId, 'twice.xml');
  await refreshFeed(world, feedId);
  await markRead(
    (await listOutbox(9)).map(({ entryId }) => entryId),
    true,
    world.time,
  );
  await deliver(world);
  expect([world.told, await listOutbox(9)]).toEqual([[], []]);
});

test('an alarm is set for what waits to be told, also by a worker that comes after a kill', async () => {
  const { world, feedId } = await withRule(rule('story', 'notify'));
  await thirdArrives(world, feedId);
  expect((await nextWake(world.time)).at).toBe(world.time);
  await saveTelling({ at: world.time, entryIds: [] }, world.time);
  world.time += 20_000;
  expect((await nextWake(world.time)).at).toBe(world.time + 40_000);
  await clearOutbox((await listOutbox(9)).map(({ entryId }) => entryId));
  expect((await nextWake(world.time)).at).toBeGreaterThan(world.time + 40_000);
});

test('a worker that was killed while it told goes on with that under its name; what came since waits its minute', async () => {
  const { world, feedId } = await withRule(rule('story', 'notify'));
  await thirdArrives(world, feedId);
  const begun = world.time;
  const [third] = await listOutbox(9);
  await saveTelling({ at: begun, entryIds: [third?.entryId ?? 0] }, begun);
  await setNotify(world, { feedId, notify: true });
  await replaceDocument(feedId, 'odd-dates.xml');
  await refreshFeed(world, feedId);
  const all = (await listOutbox(9)).length;
  expect(all).toBeGreaterThan(1);
  world.time += 60_000;
  await deliver(world);
  expect([world.told, world.toldAt]).toEqual([[['A story without a ti']], [begun]]);
  expect(await listOutbox(9)).toHaveLength(all - 1);
  await deliver(world);
  expect(world.told).toHaveLength(1);
  world.time += 60_000;
  await deliver(world);
  expect([world.told.length, await listOutbox(9)]).toEqual([2, []]);
  expect(world.told[1]).toHaveLength(all - 1);
  // a click on either finds what it told of, also when it was read since
  const [first, second] = await Promise.all(world.toldAt.map(listTold));
  expect(first?.map(({ id }) => id)).toEqual([third?.entryId]);
  expect(second).toHaveLength(all - 1);
  await markRead(second?.map(({ id }) => id) ?? [], true, world.time);
  expect((await listTold(world.toldAt[1] ?? 0)).map(({ read }) => read)).toEqual(second?.map(() => 1));
  expect(await listTold(1)).toEqual([]);
});

test('a browser that fails to show it is not asked for ever', async () => {
  const { world, feedId } = await withRule(rule('story', 'notify'));
  await thirdArrives(world, feedId);
  world.notify = () => Promise.reject(new Error('no server for notifications'));
  await deliver(world);
  expect(await listOutbox(9)).toEqual([]);
});

test('what is to be read offline stands in the line of those to be kept', async () => {
  const { world } = await withRule(rule('first', 'offline'));
  const [, first] = await listAll();
  await deliver(world);
  expect([...(await listKept([first?.id ?? 0])).values()]).toMatchObject([{ state: 'waiting' }]);
  expect(await listOutbox(9)).toEqual([]);
});

test('rules follow their tags, and keep their ids and order', async () => {
  const { world } = await withRule(rule('x', 'tag old'), rule('y', 'tag Other'));
  const [first, second] = await listRules();
  await setRules(world, { rules: [second, first] });
  expect((await listRules()).map(({ id }) => id)).toEqual([second?.id, first?.id]);
  const ids = await needTags(['OLD', 'other']);
  await renameTag(ids.get('old') ?? 0, 'new');
  expect((await listRules()).map(({ actions }) => actions[0]?.tag)).toEqual(['Other', 'new']);
  await mergeTags(ids.get('other') ?? 0, ids.get('old') ?? 0, 1);
  expect((await listRules()).map(({ actions }) => actions[0]?.tag)).toEqual(['new', 'new']);
});

test('a tag that is brought back is one with the tag that a rule made of its name meanwhile', async () => {
  const { world, feedId } = await withRule(rule('first', 'tag old'));
  const [old] = await listTags();
  if (!old) return expect.fail('no tag');
  const before = await listEntries({ filter: 'marked', mark: old.id, limit: 9 });
  expect(before).toHaveLength(1);
  await removeTag(world, { tagId: old.id });
  await setRules(world, { rules: [{ ...rule('first', 'tag OLD'), mode: 'none' }] });
  await thirdArrives(world, feedId);
  expect(await listTags()).toMatchObject([{ title: 'OLD' }]);
  await restoreTag(world, { tagId: old.id });
  expect(await listTags()).toMatchObject([{ id: old.id, title: 'old' }]);
  expect(await listEntries({ filter: 'marked', mark: old.id, limit: 9 })).toHaveLength(2);
});

test('none is kept of rules that hold one that cannot be carried out', async () => {
  const { world } = await withRule(rule('x', 'read'));
  const bad = { ...rule('y', 'read'), conditions: [{ field: 'title', operator: 'matches', text: '(a' }] };
  expect(await problemOf(setRules(world, { rules: [rule('z', 'read'), bad] }))).toMatchObject({
    kind: 'rule-invalid',
  });
  expect((await listRules()).map(({ title }) => title)).toEqual(['x']);
});

test('the badge can count what has come since a page was last opened', async () => {
  const { world, feedId } = await withRule();
  world.settings = { ...world.settings, badge: 'new' };
  await showBadge(world);
  expect(world.badge.text).toBe('2');
  await noteOpening(world);
  expect(world.badge).toEqual({ text: '', unread: 2 });
  await thirdArrives(world, feedId);
  await showBadge(world);
  expect(world.badge).toEqual({ text: '1', unread: 3 });
});
