import { describe, expect, test } from 'vitest';
import { choosePrunable } from '../../utils/db/prune-choice';
import type { EntryRow } from '../../utils/db/schema';
import { nothingSeen, withListed } from '../../utils/db/seen-hashes';
import { defaultRetention, type Retention } from '../../utils/model/retention';

const day = 86_400_000;
const now = 20_000 * day;

/** An article that was read so many days ago. */
function row(id: number, daysAgo: number, more: Partial<EntryRow> = {}): EntryRow {
  const at = now - daysAgo * day;
  const told = { title: 'T', link: '', author: '', snippet: '', image: '', contentHash: '' };
  const dates = { publishedAt: at, updatedAt: null, arrivedAt: at, sortAt: at, readAt: at };
  return {
    id,
    feedId: 1,
    key: `k${id}`,
    altKey: '',
    ...told,
    ...dates,
    read: 1,
    unreadAt: 0,
    starred: 0,
    ...more,
  };
}

function chosen(rows: EntryRow[], rules: Partial<Retention> = {}, listed: string[] = []) {
  const seen = withListed(nothingSeen(1), { keys: listed, oldest: 0, at: now });
  const retention = { ...defaultRetention, keptRows: 0, ...rules };
  const { rows: gone, bodies } = choosePrunable(rows, seen, retention, { now, total: rows.length });
  return { rows: gone.map(({ id }) => id), bodies: bodies.map(({ id }) => id) };
}

describe('never goes, however old', () => {
  const any: Partial<Retention> = {
    bodyDays: 0,
    rowDays: 0,
    maxRows: 0,
    keepUnread: false,
    keepStarred: false,
  };
  test.each<[string, EntryRow, Partial<Retention>]>([
    ['what has a tag', row(1, 900, { tags: [7] }), any],
    ['what was marked unread by hand', row(1, 900, { read: 0, unreadAt: now - 900 * day }), any],
    ['what is starred', row(1, 900, { starred: 1 }), { ...any, keepStarred: true }],
    ['what was never read', row(1, 900, { read: 0 }), { ...any, keepUnread: true }],
  ])('%s', (_, kept, rules) => {
    expect(chosen([kept, row(2, 900)], rules)).toEqual({ rows: [2], bodies: [] });
  });

  test('what the feed still lists', () => {
    expect(chosen([row(1, 900), row(2, 900)], any, ['k1'])).toEqual({ rows: [2], bodies: [] });
  });
});

test('first the text, then the article, by when it was read', () => {
  expect(chosen([row(1, 91), row(2, 89), row(3, 31), row(4, 29)])).toEqual({ rows: [1], bodies: [2, 3] });
  expect(chosen([row(1, 31, { bodyGone: 1 })])).toEqual({ rows: [], bodies: [] });
  const late = row(1, 900, { readAt: now - day });
  expect(chosen([late])).toEqual({ rows: [], bodies: [] });
});

test('so many articles of a feed stay whatever their age', () => {
  expect(chosen([row(1, 900), row(2, 900), row(3, 900)], { keptRows: 2 })).toEqual({
    rows: [1],
    bodies: [2, 3],
  });
  expect(chosen([row(1, 9), row(2, 8), row(3, 7)], { maxRows: 1, bodyDays: null })).toEqual({
    rows: [1, 2],
    bodies: [],
  });
});
