import { describe, expect, it } from 'vitest';
import {
  parseRoute,
  previewedAddress,
  previewHash,
  type Route,
  routeHash,
} from '../../components/shared/route-hash';

const routes: [string, Route][] = [
  ['#/unread', { scope: { kind: 'unread' }, entryId: null }],
  ['#/starred/entry/7', { scope: { kind: 'starred' }, entryId: 7 }],
  ['#/feed/3/entry/55', { scope: { kind: 'feed', id: 3 }, entryId: 55 }],
  ['#/told/1795435200000', { scope: { kind: 'told', id: 1_795_435_200_000 }, entryId: null }],
  ['#/folder/12', { scope: { kind: 'folder', id: 12 }, entryId: null }],
];

describe('routes', () => {
  it.each(routes)('%s is read and written alike', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
    expect(routeHash(route)).toBe(hash);
  });
  it.each(['', '#', '#/', '#/feed/x', '#/feed/-1', '#/nonsense', '#/unread/entry/1;drop', '#user-content-x'])(
    'of %j nothing is believed',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ scope: { kind: 'unread' }, entryId: null });
    },
  );
});

describe('previews', () => {
  it.each(['https://a.example/feed?a=1&b=%20#top', 'web+feed:https://a.example/中文'])(
    '%s is read back',
    (address) => {
      expect(previewedAddress(previewHash(address))).toBe(address);
    },
  );
  it('takes what cannot be decoded as it is, and no other hash', () => {
    expect(previewedAddress('#preview=https://a.example/%E0%A4%A')).toBe('https://a.example/%E0%A4%A');
    expect(['', '#/unread', '#previews=x', '#x#preview=y'].map(previewedAddress)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
