import { expect, test } from 'vitest';
import { chapterAt, chaptersOf, timeMarks } from '../../utils/listening/time-marks';

const marksOf = (text: string, length: number | null = null) => timeMarks(text.split('\n'), length);
const told = (text: string, length: number | null = null) =>
  [...marksOf(text, length).values()].flat().map(({ seconds, title }) => `${seconds} ${title}`.trim());

test('times that begin a line, in all the ways that show notes write them', () => {
  expect(
    told('00:00 Intro\n(04:56) - Thanking patrons\n• 12:34 – (Live) News\n1:02:09 Letters\n[75:30] The end'),
  ).toEqual(['0 Intro', '296 Thanking patrons', '754 (Live) News', '3729 Letters', '4530 The end']);
  expect(told('1. 00:00 One\n2. 10:00 Two')).toEqual(['0 One', '600 Two']);
  expect(told('03：25　节目开始\n【12:00】听众来信')).toEqual(['205 节目开始', '720 听众来信']);
});

test('at the end of lines, and in brackets within them', () => {
  expect(told('Intro: 00:00\nNews … 12:34')).toEqual(['0 Intro', '754 News']);
  expect(told('We talk about ships (3:10) and the sea (14:02).')).toEqual([
    '190 We talk about ships',
    '842 and the sea',
  ]);
});

test('a time of day is none, nor is what stands amid a sentence', () => {
  expect(told('We met at 12:30 pm at the pier.\nThen at 14:15 we left for home.')).toEqual([]);
  expect(told('20:15 Uhr: Tatort\n22:00 Uhr: Nachrichten')).toEqual([]);
  expect(told('12:00–13:00 Uhr Mittag')).toEqual([]);
  expect(told('20:15时 开始')).toEqual([]);
  expect(told('Published at 12:30')).toEqual([]);
  expect(told('2026-11-23T07:24:19\nv1:23:45\n16:9 pictures\n3:2')).toEqual([]);
  expect(told('1:75:30 Odd\n1:59:59 Even')).toEqual(['7199 Even']);
});

test('a range is where it begins', () => {
  expect(told('00:00 - 03:25 Intro\n03:25 - 10:00 News')).toEqual(['0 Intro', '205 News']);
});

test('what lies behind the end of the recording is left out', () => {
  expect(told('00:00 Intro\n12:34 News\n59:00 Other', 1800)).toEqual(['0 Intro', '754 News']);
});

test('hours and minutes, where the recording is long and minutes would all stand at its beginning', () => {
  expect(told('00:05 One\n00:50 Two\n01:45 Three', 7200)).toEqual(['300 One', '3000 Two', '6300 Three']);
  expect(told('00:05 One\n20:50 Two\n41:45 Three', 7200)).toEqual(['5 One', '1250 Two', '2505 Three']);
  // two may as well be two of the first minutes
  expect(told('00:05 One\n01:45 Two', 7200)).toEqual(['5 One', '105 Two']);
  expect(told('00:05 One\n00:50 Two\n01:45 Three', 120)).toEqual(['5 One', '50 Two', '105 Three']);
});

test('where a mark stands in its line', () => {
  const line = 'Intro (0:42) here';
  const [mark] = marksOf(line).get(0) ?? [];
  expect(mark && line.slice(mark.from, mark.to)).toBe('0:42');
});

test('chapters are marks with titles, two at least, and one of them is heard', () => {
  const chapters = chaptersOf(marksOf('10:00 Two\n00:00 One\n20:00\n(30:00) Three'));
  expect(chapters.map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
  expect([0, 599, 600, 1300, 4000].map((at) => chapterAt(chapters, at))).toEqual([0, 0, 1, 1, 2]);
  expect(chaptersOf(marksOf('00:00 One\n10:00'))).toEqual([]);
});

test('thousands of lines and signs without end are read at once', () => {
  expect(timeMarks([`${'('.repeat(20_000)}12:34`, '1:'.repeat(20_000)], null).size).toBe(1);
  expect([...timeMarks(Array(5000).fill('01:00 a'), null).values()].flat()).toHaveLength(300);
});
