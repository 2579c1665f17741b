import { expect, test } from 'vitest';
import { subscribe } from '../../utils/actions/subscribe';
import { getBody, listEntries } from '../../utils/db/entry-lists';
import { TestWorld, useFreshDatabase } from '../actions/support';

useFreshDatabase();

test('an article is stored as its feed wrote it, attacks and all: it is sanitized when it is shown (REQ-40)', async () => {
  const url = new URL('/tests/fixtures/feeds/hostile/source.xml', location.href).href;
  await subscribe(new TestWorld(), { url });
  const entries = await listEntries({ filter: 'all', limit: 50 });
  const bodies = await Promise.all(entries.map(({ id }) => getBody(id)));
  const all = bodies.map((body) => body?.html ?? '').join('\n');
  expect(entries.length).toBeGreaterThan(0);
  expect(all).toContain('<script');
  expect(all).toMatch(/\son\w+=/);
  for (const body of bodies) expect(Object.keys(body ?? {}).join()).not.toMatch(/safe|sanit|trust/i);
});
