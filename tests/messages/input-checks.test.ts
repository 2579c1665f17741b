import { describe, expect, test } from 'vitest';
import { inputChecks } from '../../utils/messages/input-checks';
import type { MessageName } from '../../utils/messages/protocol';
import { ProblemError } from '../../utils/model/problem';

type Row = [name: MessageName, input: unknown, outcome: unknown];

const accepted: Row[] = [
  ['subscribe', { url: 'a.example' }, { url: 'a.example' }],
  ['subscribe', { url: 'a', folderId: null, title: 'T' }, { url: 'a', folderId: null, title: 'T' }],
  ['subscribe', { url: 'a', folderId: '7' }, { url: 'a', folderId: 7 }],
  ['subscribe', { url: 'a', title: undefined, more: 1 }, { url: 'a' }],
  ['unsubscribe', { feedId: '12' }, { feedId: 12 }],
  ['refresh', {}, {}],
  ['refresh', { feedIds: [1, '2', 2] }, { feedIds: [1, 2] }],
  ['markRead', { entryIds: ['3'], read: false }, { entryIds: [3], read: false }],
  ['markAllRead', { before: 0 }, { before: 0 }],
  ['moveFeed', { feedId: 1, folderId: null }, { feedId: 1, folderId: null }],
  ['exportOpml', {}, {}],
  ['exportOpml', { secrets: true }, { secrets: true }],
  ['discover', { url: 'a', further: true }, { url: 'a', further: true }],
  ['findOnPage', { url: 'a', html: '', type: 'text/html' }, { url: 'a', html: '', type: 'text/html' }],
  ['dismissNotice', { notice: 'restored' }, { notice: 'restored' }],
];

const refused: Row[] = [
  ['subscribe', {}, 'url'],
  ['subscribe', { url: 5 }, 'url'],
  ['subscribe', { url: 'a'.repeat(8193) }, 'url'],
  ['subscribe', { url: 'a', folderId: 'x' }, 'folderId'],
  ['subscribe', null, 'input'],
  ['findOnPage', { url: 'a', html: 'x'.repeat(1_100_001), type: 'text/html' }, 'html'],
  ['findOnPage', { url: 'a', html: 5, type: 'text/html' }, 'html'],
  ['preview', {}, 'url'],
  ['exportOpml', { secrets: 'yes' }, 'secrets'],
  ['subscribe', ['a'], 'input'],
  ['subscribe', 'a', 'input'],
  ['subscribe', Object.create({ url: 'inherited' }), 'url'],
  ['unsubscribe', { feedId: 0 }, 'feedId'],
  ['unsubscribe', { feedId: 1.5 }, 'feedId'],
  ['unsubscribe', { feedId: -1 }, 'feedId'],
  ['unsubscribe', { feedId: '1e3' }, 'feedId'],
  ['unsubscribe', { feedId: '01' }, 'feedId'],
  ['unsubscribe', { feedId: Number.NaN }, 'feedId'],
  ['unsubscribe', { feedId: 2 ** 60 }, 'feedId'],
  ['unsubscribe', { feedId: { valueOf: () => 1 } }, 'feedId'],
  ['refresh', { feedIds: 'all' }, 'feedIds'],
  ['refresh', { feedIds: new Array(20_001).fill(1) }, 'feedIds'],
  ['markRead', { entryIds: [1] }, 'read'],
  ['markRead', { entryIds: [1], read: 1 }, 'read'],
  ['markRead', { entryIds: [null], read: true }, 'entryIds'],
  ['markAllRead', { before: -1 }, 'before'],
  ['markAllRead', { before: Number.POSITIVE_INFINITY }, 'before'],
  ['moveFeed', { feedId: 1 }, 'folderId'],
  ['renameFeed', { feedId: 1, title: 't'.repeat(1001) }, 'title'],
  ['dismissNotice', { notice: '__proto__' }, 'notice'],
];

describe('accepted', () => {
  test.each(accepted)('%s %j', (name, input, outcome) => {
    expect(inputChecks[name](input, 'input')).toStrictEqual(outcome);
  });
});

describe('refused', () => {
  test.each(refused)('%s %j', (name, input, field) => {
    expect(() => inputChecks[name](input, 'input')).toThrow(
      expect.objectContaining({ problem: { kind: 'input-invalid', field } }),
    );
    expect(() => inputChecks[name](input, 'input')).toThrow(ProblemError);
  });
});

test('a prototype in a message reaches nothing', () => {
  const message = JSON.parse('{"url":"a","__proto__":{"polluted":1}}');
  const input = inputChecks.subscribe(message, 'input');
  expect(Object.keys(input)).toEqual(['url']);
  expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
  expect('polluted' in {}).toBe(false);
});
