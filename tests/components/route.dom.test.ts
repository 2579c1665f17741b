import { beforeEach, expect, test } from 'vitest';
import { replaceRoute, route, visit } from '../../components/shared/route';

const article = (entryId: number | null) => ({ scope: { kind: 'unread' as const }, entryId });
const settled = () => new Promise((done) => setTimeout(done, 350));

beforeEach(async () => {
  visit({ scope: { kind: 'all' }, entryId: null });
  visit(article(1));
  await settled();
});

test('steps are shown at once, and the address follows when they have come to rest', async () => {
  const entries = history.length;
  for (const id of [2, 3, 4]) replaceRoute(article(id));
  expect(route.value.entryId).toBe(4);
  expect(location.hash).toBe('#/unread/entry/1');
  await settled();
  expect(location.hash).toBe('#/unread/entry/4');
  expect(history.length).toBe(entries);
});

test('whoever goes on before that comes back to the last step', async () => {
  replaceRoute(article(5));
  visit(article(null));
  expect(location.hash).toBe('#/unread');
  const back = new Promise((done) => addEventListener('hashchange', done, { once: true }));
  history.back();
  await back;
  expect(route.value).toEqual(article(5));
});

test('a link that is followed before that is where she arrives', async () => {
  replaceRoute(article(6));
  const followed = new Promise((done) => addEventListener('hashchange', done, { once: true }));
  location.hash = '#/feed/7';
  await followed;
  await settled();
  expect(location.hash).toBe('#/feed/7');
  expect(route.value).toEqual({ scope: { kind: 'feed', id: 7 }, entryId: null });
});
