import { expect, test } from 'vitest';
import { nothingNewIn } from '../../utils/actions/finding';
import { newFeed, newSource } from '../../utils/actions/new-feed';
import { type FetchAnswer, noTiming } from '../../utils/net/answer';

const address = 'https://a.example/feed';
const source = { ...newSource(address, false), bodyHash: 'same' };
const feed = { ...newFeed({ sources: [source], addedAt: 0, nextCheckAt: 0 }), id: 1 };
const validators = { etag: '"2"', lastModified: '', url: address };

function answerWith(hash: string): FetchAnswer {
  const document = {
    bytes: new Uint8Array(),
    size: 0,
    hash,
    contentType: '',
    contentLanguage: '',
    validators,
  };
  return { kind: 'body', ...document, status: 200, url: address, durationMs: 1, timing: noTiming };
}

test('the same bytes again are not understood again, and what vouches for them is renewed', () => {
  expect(nothingNewIn(feed, answerWith('same'))).toMatchObject({
    outcome: 'unchanged',
    source: { validators },
  });
});

test('other bytes are', () => {
  expect(nothingNewIn(feed, answerWith('other'))).toBeNull();
});
