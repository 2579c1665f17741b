import { describe, expect, test } from 'vitest';
import type { Feed, Source, SourceHistory } from '../../utils/model/feed';
import { historyOf, isGoneForGood, seemsStuck } from '../../utils/schedule/history';
import { movedTo, securedAddress, suggestedAddress } from '../../utils/schedule/moved';
import { rhythmOf } from '../../utils/schedule/rhythm';
import { isSilent, sourceToAsk } from '../../utils/schedule/sources';
import { day, hour } from '../../utils/schedule/times';

const now = Date.UTC(2026, 10, 22, 12);
const validators = { etag: '"1"', lastModified: '', url: 'https://a.example/feed' };

function source(history: Partial<SourceHistory> = {}, more: Partial<Source> = {}): Source {
  const bare = { url: 'https://a.example/feed', privateAllowed: false, validators, bodyHash: '' };
  return { ...bare, ...more, history: { ...historyOf(undefined), askedAt: now, ...history } };
}

type Addresses = Pick<Feed, 'sources' | 'rhythm' | 'activeSource'>;
const rhythm = { articles: 20, since: now - 20 * hour, askedMs: 0, skipHours: [], skipDays: [] };
const feed = (...histories: Partial<SourceHistory>[]): Addresses => ({
  sources: histories.map((each) => source(each)),
  rhythm,
});

describe('which address is asked', () => {
  test.each<[string, Partial<SourceHistory>[], number]>([
    ['the only one, however it is', [{ failures: 99 }], 0],
    ['the first that is well', [{}, {}], 0],
    ['still the first after two failures', [{ failures: 2 }, {}], 0],
    ['the next after three', [{ failures: 3 }, {}], 1],
    ['the next after a 410', [{ goneAt: now }, {}], 1],
    ['the next after one that the reader does not allow', [{ isDenied: true }, {}], 1],
    ['not that one once a day either', [{ isDenied: true, askedAt: 0 }, {}], 1],
    ['not one whose host has asked for patience', [{ heldUntil: now + hour }, {}], 1],
    ['the third, if it must be', [{ failures: 3 }, { failures: 4 }, {}], 2],
    ['the first once a day, to see whether it is well again', [{ failures: 3, askedAt: now - day }, {}], 0],
    ['if none is well, that asked longest ago', [{ failures: 3 }, { failures: 3, askedAt: now - 5 }], 1],
    ['not a mirror that has fallen behind', [{ newestAt: now - 9 * day }, { newestAt: now }], 1],
    ['the first, if it is hardly behind', [{ newestAt: now - 9 * hour }, { newestAt: now }], 0],
    ['the sibling once a day, when the first is silent', [{ newestAt: now - 9 * day }, { askedAt: 0 }], 1],
    ['the sibling as soon as the first is quiet', [{ newestAt: now - 13 * hour }, { askedAt: 0 }], 1],
    ['not twice a day', [{ newestAt: now - 13 * hour }, { askedAt: now - 23 * hour }], 0],
    ['not for a few quiet hours', [{ newestAt: now - 11 * hour }, { askedAt: 0 }], 0],
    ['and the silent one between', [{ newestAt: now - 9 * day }, { newestAt: now - 9 * day }], 0],
  ])('%s', (_, histories, expected) => {
    expect(sourceToAsk(feed(...histories), now)).toBe(expected);
  });

  test('silence is measured by the feed itself', () => {
    const monthly = { ...rhythm, articles: 12, since: now - 400 * day };
    const silent = (days: number, own: typeof rhythm) =>
      isSilent({ sources: [], rhythm: own }, { ...historyOf(undefined), newestAt: now - days * day }, now);
    expect(silent(2, rhythm)).toBe(true);
    expect(silent(60, monthly)).toBe(false);
    expect(silent(330, { ...monthly, since: now - 600 * day })).toBe(true);
    expect(isSilent({ sources: [] }, historyOf(undefined), now)).toBe(false);
  });
});

describe('a server that may be stuck', () => {
  const stuck = { notModified: 30, fullAt: now - 8 * day };
  test.each<[string, Partial<SourceHistory>, boolean]>([
    ['after 30 times 304 and eight days', stuck, true],
    ['not after 29', { ...stuck, notModified: 29 }, false],
    ['not within eight days', { ...stuck, fullAt: now - 7 * day }, false],
    ['not twice in eight days', { ...stuck, forcedAt: now - 7 * day }, false],
    ['not while 304s bring new validators', { ...stuck, isAlive: true }, false],
  ])('%s', (_, history, expected) => {
    expect(seemsStuck(source(history), now)).toBe(expected);
  });
  test('not without validators', () => {
    expect(seemsStuck(source(stuck, { validators: null }), now)).toBe(false);
  });
  test('gone for good is 410 twice, a day apart', () => {
    expect(isGoneForGood(historyOf(source({ goneAt: now - day })), now)).toBe(true);
    expect(isGoneForGood(historyOf(source({ goneAt: now - day + 1 })), now)).toBe(false);
    expect(isGoneForGood(historyOf(source()), now)).toBe(false);
  });
});

describe('a redirect', () => {
  const elsewhere = 'https://b.example/feed';
  const seen = (checks: number, since: number, url = elsewhere) =>
    source({ movedTo: { url, checks, since } }, { url: 'http://a.example/feed' });
  test('is counted while it is the same', () => {
    expect(movedTo(source(), elsewhere, now)).toEqual({ url: elsewhere, since: now, checks: 1 });
    expect(movedTo(seen(4, 5), elsewhere, now)).toEqual({ url: elsewhere, since: 5, checks: 5 });
    expect(movedTo(seen(4, 5), 'https://c.example/', now)).toMatchObject({ checks: 1, since: now });
    expect(movedTo(seen(4, 5), 'http://a.example/feed', now)).toBeNull();
  });
  test('becomes a suggestion after five checks over a week', () => {
    expect(suggestedAddress(seen(5, now - 7 * day), now)).toBe(elsewhere);
    expect(suggestedAddress(seen(4, now - 7 * day), now)).toBe('');
    expect(suggestedAddress(seen(50, now - 6 * day), now)).toBe('');
    expect(suggestedAddress(source(), now)).toBe('');
  });
  test('is followed for good only to https on the same host and path, seen twice a day apart', () => {
    const move = { url: 'https://a.example/feed', since: now - day, checks: 2 };
    const plain = source({}, { url: 'http://a.example/feed' });
    expect(securedAddress(plain, move, now)).toBe('https://a.example/feed');
    expect(securedAddress(plain, { ...move, checks: 1 }, now)).toBeNull();
    expect(securedAddress(plain, { ...move, since: now - day + 1 }, now)).toBeNull();
    expect(securedAddress(plain, { ...move, url: 'https://a.example/feed/' }, now)).toBeNull();
    expect(securedAddress(plain, { ...move, url: 'https://www.a.example/feed' }, now)).toBeNull();
  });
});

test('the rhythm of a document without dates is that of what arrives', () => {
  const document = { entries: [], ttlMinutes: 120, updatePeriodMinutes: 60, skipHours: [3], skipDays: [] };
  const first = rhythmOf(document, { now, before: null, addedAt: now - day, arrived: 20 });
  expect(first).toEqual({ articles: 0, since: now - day, askedMs: 2 * hour, skipHours: [3], skipDays: [] });
  const later = rhythmOf(document, { now, before: first, addedAt: now - day, arrived: 2 });
  expect(later.articles).toBe(2);
});
