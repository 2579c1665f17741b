import { expect, test } from 'vitest';
import { fileOf, isSameFile, renewedFile, withRenewed } from '../../utils/listening/same-file';
import type { Enclosure } from '../../utils/model/entry';

const cdn = 'https://cdn.example/shows/12/ep.mp3';

test.each([
  ['CloudFront', `${cdn}?Expires=1&Signature=a&Key-Pair-Id=K`, `${cdn}?Expires=2&Signature=b&Key-Pair-Id=K`],
  [
    'CloudFront with a policy',
    `${cdn}?Policy=ey&Signature=a&Key-Pair-Id=K`,
    `${cdn}?Policy=fx&Signature=b&Key-Pair-Id=K`,
  ],
  [
    'S3',
    `${cdn}?X-Amz-Date=1&X-Amz-Expires=60&X-Amz-Signature=a`,
    `${cdn}?X-Amz-Date=2&X-Amz-Expires=60&X-Amz-Signature=b`,
  ],
  [
    'Google',
    `${cdn}?GoogleAccessId=x&Expires=1&Signature=a%2F`,
    `${cdn}?GoogleAccessId=x&Expires=2&Signature=b`,
  ],
  ['Azure', `${cdn}?sv=2021&se=2026-01&sp=r&sig=a`, `${cdn}?sv=2022&se=2026-02&sp=r&sig=b`],
  ['Akamai', `${cdn}?hdnts=exp=1~hmac=a`, `${cdn}?hdnts=exp=2~hmac=b`],
  ['nginx', `${cdn}?md5=a&expires=1`, `${cdn}?md5=b&expires=2`],
  ['a signature that goes', `${cdn}?token=a&expires=1`, cdn],
  ['a scheme', cdn, cdn.replace('https', 'http')],
  ['a place in it', `${cdn}#t=5`, cdn],
  ['WordPress’s players', `${cdn}?_=1`, `${cdn}?_=2`],
  ['a counter', `https://www.podtrac.com/pts/redirect.mp3/cdn.example/shows/12/ep.mp3`, cdn],
  [
    'another counter',
    'https://pdst.fm/e/chrt.fm/track/47/cdn.example/shows/12/ep.mp3?x=1',
    'https://op3.dev/e/cdn.example/shows/12/ep.mp3?x=1',
  ],
])('one recording, by %s', (_, one, other) => {
  expect(fileOf(one)).toBe(fileOf(other));
  expect(fileOf(fileOf(one))).toBe(fileOf(one));
});

test.each([
  ['https://a.example/play?id=1', 'https://a.example/play?id=2'],
  ['https://a.example/play?id=1&expires=5&sig=a', 'https://a.example/play?id=2&expires=5&sig=a'],
  // alone it may be all that names the recording
  ['https://a.example/play?token=a', 'https://a.example/play?token=b'],
  ['https://a.example/play?key=a', 'https://a.example/play?key=b'],
  ['https://a.example/1.mp3', 'https://b.example/1.mp3'],
  ['https://count.example/a.example/1.mp3', 'https://count.example/a.example/2.mp3'],
  ['blob:https://a.example/1', 'blob:https://a.example/2'],
])('%s is another recording than %s', (one, other) => {
  expect(isSameFile(one, other)).toBe(false);
});

const file = (url: string, type = 'audio/mpeg'): Enclosure => ({
  url,
  type,
  length: null,
  title: '',
  duration: null,
});
const renewed = (url: string, before: Enclosure[], listed: Enclosure[]) =>
  renewedFile(url, before, listed)?.url;

test('the file that is listed for one that was: by its address, its name, its place', () => {
  const before = [file(`${cdn}?Expires=1&Signature=a`), file('https://cdn.example/v.mp4', 'video/mp4')];
  const [ep, film] = [file(`${cdn}?Expires=2&Signature=b`), file('https://cdn.example/v.mp4', 'video/mp4')];
  const old = before[0]?.url ?? '';
  expect(renewed(old, before, [film, ep])).toBe(ep.url);
  // what waits in a queue may be older than what the article has
  expect(renewed(`${cdn}?Expires=0&Signature=0`, before, [film, ep])).toBe(ep.url);
  const moved = file('https://new.example/hash-9/ep.mp3');
  expect(renewed(old, before, [film, moved])).toBe(moved.url);
  const renamed = file('https://new.example/9f8e7d');
  expect(renewed(old, before, [renamed, film])).toBe(renamed.url);
});

test('in doubt none: others of that name, another kind in its place, one more file, a recording that the article never had', () => {
  const before = [file('https://a.example/1/ep.mp3'), file('https://a.example/2/ep.mp3')];
  const old = before[0]?.url ?? '';
  const [x, y, z] = ['x', 'y', 'z'].map((name) => file(`https://b.example/${name}/ep.mp3`));
  if (!x || !y || !z) throw new Error('no files');
  expect(renewed(old, before, [x, y, z])).toBeUndefined();
  expect(renewed(old, before, [file('https://b.example/ep.mp4', 'video/mp4'), y])).toBe(y.url);
  expect(renewed(old, [file(old)], [file('https://b.example/film', 'video/mp4')])).toBeUndefined();
  expect(renewed('https://c.example/other.mp3', before, [x, y])).toBeUndefined();
  expect(renewed(old, before, [])).toBeUndefined();
});

test('an article’s files get the addresses of today, and keep those that are not listed any more', () => {
  const before = [
    file(`${cdn}?Expires=1&Signature=a`),
    file('https://a.example/notes.pdf', 'application/pdf'),
  ];
  const listed = [file(`${cdn}?Expires=2&Signature=b`)];
  expect(withRenewed(before, listed).map(({ url }) => url)).toEqual([
    `${cdn}?Expires=2&Signature=b`,
    'https://a.example/notes.pdf',
  ]);
});
