import { expect, it } from 'vitest';
import { wordsBelow } from '../../components/shared/row-words';

it.each([
  ['a text of its own', 'Tide tables', 'The moon comes first.', 'The moon comes first.'],
  ['no text', 'Tide tables', '', ''],
  ['a note that is its own title', 'Three ships came in.', 'Three ships came in.', ''],
  ['a title that is the beginning', 'Three ships ca…', 'Three ships came in.', '…me in.'],
  ['a cut before a space', 'Three ships…', 'Three ships came in.', '…came in.'],
  ['an ellipsis of the author', 'And then…', 'Nothing happened.', 'Nothing happened.'],
  ['a title that is nothing but an ellipsis', '…', 'Words.', 'Words.'],
  ['a first word that is the title', 'Linux', 'Linux 7.1 is out.', 'Linux 7.1 is out.'],
])('%s', (_, title, snippet, below) => {
  expect(wordsBelow({ title, snippet })).toBe(below);
});
