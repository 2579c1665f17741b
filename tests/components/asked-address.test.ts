import { expect, test } from 'vitest';
import { parseAsked } from '../../components/options/asked-address';

test('addresses are read, each once, and nothing else', () => {
  const parameters = new URLSearchParams([
    ['add', 'https://a.example/feed'],
    ['add', 'feed:https://a.example/feed'],
    ['add', 'javascript:alert(1)'],
    ['add', 'b.example'],
  ]);
  expect(parseAsked(`#${parameters}`)).toEqual({
    find: '',
    add: ['https://a.example/feed', 'https://b.example/'],
  });
  expect(parseAsked('#find=https%3A%2F%2Fa.example%2F')).toEqual({ find: 'https://a.example/', add: [] });
});

test.each(['', '#feeds', '#about', '#x=1&add=https://a.example/', '#add=', '#add=%E0%A4%A'])(
  '%j asks for nothing',
  (hash) => {
    expect(parseAsked(hash)).toEqual({ find: '', add: [] });
  },
);

test('no link fills the page', () => {
  const many = Array.from({ length: 500 }, (_, index) => `add=https://a.example/${index}`);
  expect(parseAsked(`#${many.join('&')}`).add).toHaveLength(20);
});
