import { describe, expect, it } from 'vitest';
import { listMarks } from '../../utils/model/tag';
import { planSearch } from '../../utils/search/plan';
import { parseQuery } from '../../utils/search/query';

const surroundings = {
  feeds: [
    { id: 1, name: 'BBC News', folderId: 10 },
    { id: 2, name: 'BBC Sport', folderId: 11 },
    { id: 3, name: '美國之音', folderId: 12 },
    { id: 4, name: 'Loose', folderId: null },
  ],
  folders: [
    { id: 12, title: 'Inner', parentId: 11 },
    { id: 11, title: 'Middle', parentId: 10 },
    { id: 10, title: 'World news', parentId: null },
  ],
  tags: [
    { id: 5, title: 'Read later' },
    { id: 6, title: 'Later still' },
  ],
};
const now = new Date(2026, 10, 22).getTime();
const at = (month: number) => new Date(2026, month - 1, 1).getTime();
const plan = (query: string) => planSearch(parseQuery(query, now), surroundings);

describe('a plan', () => {
  it.each([
    ['word', null],
    ['feed:bbc', [1, 2]],
    ['feed:bbc feed:sport', [2]],
    ['feed:sport feed:bbc', [2]],
    ['-feed:bbc', [3, 4]],
    ['feed:美国', [3]],
    ['folder:world', [1, 2, 3]],
    ['folder:inner', [3]],
    ['-folder:middle', [1, 4]],
    ['folder:world -feed:bbc', [3]],
  ])('%s is among the feeds %j', (query, feedIds) => {
    const { feedIds: found, impossible } = plan(query);
    expect(found && [...found]).toEqual(feedIds);
    expect(impossible).toBe(false);
  });

  it('has the narrowest time of those that are named', () => {
    expect(plan('after:2026-03 after:2026-05 after:2026-04')).toMatchObject({ after: at(5) });
    expect(plan('before:2026-09 before:2026-07 before:2026-08')).toMatchObject({ before: at(7) });
    expect(plan('word')).toMatchObject({ after: -Infinity, before: Infinity, impossible: false });
  });

  it('has any of the tags of a name, and none of what is not wanted', () => {
    expect(plan('tag:later -tag:still').marks).toEqual([
      { marks: [5, 6], not: false },
      { marks: [6], not: true },
    ]);
    expect(plan('is:edited -is:audio is:hidden').marks).toEqual([
      { marks: [listMarks.edited], not: false },
      { marks: [listMarks.audio], not: true },
      { marks: [listMarks.hidden], not: false },
    ]);
  });

  it('knows which words name a feed', () => {
    const { wanted, unwanted } = plan('bbc -sport');
    expect(wanted.map(({ feedIds }) => [...feedIds])).toEqual([[1, 2]]);
    expect(unwanted.map(({ feedIds }) => [...feedIds])).toEqual([[2]]);
  });

  it.each([
    'feed:nosuch',
    'feed:bbc -feed:news -feed:sport',
    'folder:nosuch',
    'tag:nosuch',
    'is:unread is:read',
    'is:starred -is:starred',
    'after:2026-05 before:2026-05',
    'after:2026-05 before:2026-04',
  ])('%s can be nothing', (query) => {
    expect(plan(query).impossible).toBe(true);
  });

  it.each(['-feed:nosuch', '-tag:nosuch', 'is:unread is:unread', 'after:2026-04 before:2026-05'])(
    '%s can be something',
    (query) => {
      expect(plan(query).impossible).toBe(false);
    },
  );
});
