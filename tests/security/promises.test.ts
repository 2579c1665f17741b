import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readShipped } from '../architecture/source-tree';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');

/** `REQ-3–6, 8` as its numbers. */
function numbersIn(list: string): number[] {
  return [...list.matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, from, to]) => {
    const first = Number(from);
    return Array.from({ length: Number(to ?? from) - first + 1 }, (_, at) => first + at);
  });
}

test('SECURITY.md names each of the forty requirements once', () => {
  const named = [...text.matchAll(/\(REQ-([\d–, ]+)\)/g)].flatMap(([, list = '']) => numbersIn(list));
  expect(named.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
});

test('every promise names a test or a folder of tests that is there, and code that is there', () => {
  const rows = text.split('\n').filter((line) => /^\| .*\(REQ-/.test(line));
  expect(rows.length).toBeGreaterThan(20);
  const without = rows.filter((row) => !/`tests\/|both of the above/.test(row.split(' | ').at(-1) ?? ''));
  expect(without).toEqual([]);
  const paths = [...text.matchAll(/`((?:tests|utils|components)\/[\w./-]+)`/g)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('DOMPurify is the release that was reviewed, to the digit (REQ-38)', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const installed = JSON.parse(readFileSync(join(root, 'node_modules/dompurify/package.json'), 'utf8'));
  expect(dependencies.dompurify).toMatch(/^\d+\.\d+\.\d+$/);
  expect(installed.version).toBe(dependencies.dompurify);
  const [major = 0, minor = 0, patch = 0] = installed.version.split('.').map(Number);
  expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_004_018);
});

test('nothing is synchronized, and no store knows of articles that are safe (REQ-33, REQ-40)', () => {
  const files = readShipped();
  expect(files.filter(({ text: code }) => /storage\.sync|'sync'/.test(code)).map(({ path }) => path)).toEqual(
    [],
  );
  const stores = files.filter(({ path }) => /^utils\/(db|model)\//.test(path));
  const flags = /\b(?:is|was)?(?:Safe|Sanitized|Trusted|Clean)(?:Html)?\??:/i;
  expect(stores.filter(({ text: code }) => flags.test(code)).map(({ path }) => path)).toEqual([]);
});
