import { beforeEach, expect, test } from 'vitest';
import { commitCheck } from '../../utils/db/commit-check';
import { listCounts } from '../../utils/db/counts';
import { listEntries } from '../../utils/db/entry-lists';
import { markRecordings } from '../../utils/db/mark-recordings';
import type { NewEntry } from '../../utils/db/new-rows';
import { repairCounts } from '../../utils/db/repair';
import { write } from '../../utils/db/transaction';
import { listMarks } from '../../utils/model/tag';
import { addFeed, freshDatabase, newEntry } from './support';

beforeEach(freshDatabase);

const url = 'https://a.example/1.mp3';

/** As it was stored before rows said what can be heard. */
function withEnclosure(n: number, type: string): NewEntry {
  const { entry, body } = newEntry(`${n}`, { sortAt: 1000 + n });
  return { entry, body: { ...body, enclosures: [{ url, type, length: null, title: '', duration: null }] } };
}

const listed = async () =>
  (await listEntries({ filter: 'marked', mark: listMarks.audio, limit: 2000 })).map(({ key }) => key);

test('articles of before are found in steps, and once', async () => {
  const feedId = await addFeed('a');
  const added = Array.from({ length: 1200 }, (_, n) =>
    n % 100 === 0 ? withEnclosure(n, n === 300 ? 'image/png' : 'audio/mpeg') : newEntry(`${n}`),
  );
  await commitCheck({ feedId, patch: {}, added });
  expect(await listed()).toEqual([]);
  const steps = [await markRecordings(), await markRecordings(), await markRecordings()];
  expect(steps.every((found) => found > 0 && found < 11)).toBe(true);
  expect((await listed()).sort()).toEqual(
    added
      .flatMap(({ entry, body }) => (body.enclosures[0]?.type.startsWith('audio') ? [entry.key] : []))
      .sort(),
  );
  expect((await listCounts()).get(feedId)?.marked).toEqual({ [listMarks.audio]: 11 });
  expect(await repairCounts()).toEqual([]);
  expect(await markRecordings()).toBe(0);
});

test('what has the note keeps it and is not counted twice; a file without a type goes by its name', async () => {
  const feedId = await addFeed('a');
  const marked = withEnclosure(1, 'audio/mpeg');
  const noted = { ...marked, entry: { ...marked.entry, audio: 1 as const } };
  await commitCheck({ feedId, patch: {}, added: [noted, withEnclosure(2, '')] });
  expect(await markRecordings()).toBe(1);
  expect((await listCounts()).get(feedId)?.marked).toEqual({ [listMarks.audio]: 2 });
  expect(await repairCounts()).toEqual([]);
});

test('what sounds in a text is found too, also where an earlier version has looked for enclosures already', async () => {
  const feedId = await addFeed('a');
  const { entry, body } = newEntry('in text');
  const sounding = { entry, body: { ...body, html: '<p>Hear</p><AUDIO src="/a.mp3"></AUDIO>' } };
  await commitCheck({
    feedId,
    patch: {},
    added: [sounding, newEntry('silent'), withEnclosure(3, 'audio/mpeg')],
  });
  await write('poll', ['meta'], (tx) =>
    tx.objectStore('meta').put({ key: 'recordingsSoughtBelow', value: 0 }),
  );
  expect(await markRecordings()).toBe(2);
  expect((await listed()).sort()).toEqual(['3', 'in text']);
  expect(await markRecordings()).toBe(0);
});

test('an empty database is looked at once', async () => {
  expect(await markRecordings()).toBe(0);
  await commitCheck({ feedId: await addFeed('a'), patch: {}, added: [withEnclosure(1, 'audio/mpeg')] });
  expect(await markRecordings()).toBe(1);
});
