import { expect, test } from 'vitest';
import type { Rule } from '../../utils/model/rule';
import { takeBackChange } from '../../utils/rules/take-back';

/** Rules by one letter each, their place in the alphabet their id; 'A' is 'a' that is off. */
const rules = (text: string): Rule[] =>
  Array.from(text, (letter, position) => ({
    id: letter.toLowerCase().charCodeAt(0) - 96,
    title: letter.toLowerCase(),
    enabled: letter === letter.toLowerCase(),
    mode: 'all',
    conditions: [{ field: 'title', operator: 'contains', text: 'x' }],
    actions: [{ verb: 'read', tag: '' }],
    position,
  }));
const words = (all: readonly Rule[]) =>
  all.map(({ title, enabled }) => (enabled ? title : title.toUpperCase())).join('');

test.each([
  // before, after, as they are now, and taken back
  ['abc', 'abc', 'abc', 'abc'],
  ['abc', 'bc', 'bc', 'abc'],
  ['abc', 'ac', 'ac', 'abc'],
  ['abc', 'ab', 'ab', 'abc'],
  ['abc', 'ac', 'acd', 'abcd'],
  ['abc', 'ac', 'dac', 'dabc'],
  ['abc', 'bc', 'c', 'ac'],
  ['abc', 'ac', 'ca', 'cab'],
  ['abc', 'abcde', 'abcde', 'abc'],
  ['abc', 'abcde', 'aBcdef', 'aBcf'],
  ['abc', 'Abc', 'Abcd', 'abcd'],
  ['abc', 'Abc', 'bcA', 'bca'],
  ['abc', 'Abc', 'bc', 'bc'],
  ['abc', 'cab', 'cab', 'abc'],
  ['abc', 'cab', 'cdab', 'abcd'],
  ['abc', 'cab', 'cb', 'bc'],
  ['', 'a', 'ab', 'b'],
  ['a', '', 'b', 'ab'],
])('%j made %j, and it is %j now: %j', (before, after, now, wanted) => {
  expect(words(takeBackChange(rules(before), rules(after), rules(now)))).toBe(wanted);
});

test('a rule that was written anew since keeps that, and gets back the rest', () => {
  const [before, after] = [rules('a'), rules('A')];
  const now = after.map((rule) => ({ ...rule, title: 'other' }));
  expect(takeBackChange(before, after, now)).toMatchObject([{ title: 'other', enabled: true }]);
});
