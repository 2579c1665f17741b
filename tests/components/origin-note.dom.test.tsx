import './extension-stand-in';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OriginNote } from '../../components/shared/origin-note';
import type { Body } from '../../utils/model/entry';
import type { Feed } from '../../utils/model/feed';
import { newEntry, newFeed } from '../db/support';

let host: HTMLElement;

beforeEach(() => {
  host = document.createElement('main');
  document.body.append(host);
});
afterEach(() => {
  render(null, host);
  host.remove();
});

const first = 'https://site.example/feed.xml';
const mirror = 'https://feedx.example:8443/rss/site.xml';
const source = (url: string) => ({ url, privateAllowed: false, validators: null, bodyHash: '' });
const sentAt = Date.UTC(2025, 0, 21, 14, 40);

test.each<[string, string[], Partial<Body>, string]>([
  ['the mirror that sent it', [first, mirror], { sentBy: mirror, sentAt }, 'Sent by feedx.example:8443 on '],
  ['the first of several', [first, mirror], { sentBy: first, sentAt }, 'Sent by site.example on '],
  [
    'an address that the feed has no more',
    [first],
    { sentBy: mirror, sentAt },
    'Sent by feedx.example:8443 on ',
  ],
  [
    'that it is not known of several',
    [first, mirror],
    {},
    'It was not noted which of the feed’s addresses sent this',
  ],
  ['nothing where there is but one', [first], { sentBy: first, sentAt }, ''],
  ['nothing where there was but one', [first], {}, ''],
  ['nothing of what no feed sent', [], {}, ''],
])('says %s', (_, urls, more, words) => {
  const feed: Feed = { id: 1, ...newFeed('site'), sources: urls.map(source) };
  render(<OriginNote body={{ entryId: 1, ...newEntry('a').body, ...more }} feed={feed} />, host);
  expect(host.innerText.startsWith(words)).toBe(true);
  expect(host.innerText === '').toBe(words === '');
  expect(host.querySelector('p')?.title ?? '').toBe(words === '' ? '' : (more.sentBy ?? ''));
});
