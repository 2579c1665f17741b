import { expect, test } from 'vitest';
import { corpus } from './corpus';
import { attackOf, hostOf } from './matrix';

test('the corpus is large, each vector has an id of its own and a source, and none is there twice', () => {
  expect(corpus.length).toBeGreaterThan(2000);
  expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
  expect(new Set(corpus.map(({ id }) => hostOf(id))).size).toBe(corpus.length);
  expect(corpus.filter(({ source }) => source === '')).toEqual([]);
  const sources = Map.groupBy(corpus, ({ source }) => source);
  expect((sources.get('own') ?? []).length).toBeGreaterThan(1000);
  expect((sources.get('closure-library') ?? []).length).toBeGreaterThan(900);
});

test('no placeholder is left in what is sent', () => {
  const left = corpus.filter((vector) =>
    /\{(?:h|raw|tag|event|url|place|wrap|breaker)\}/.test(attackOf(vector)),
  );
  expect(left).toEqual([]);
});
