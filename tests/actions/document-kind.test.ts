import { expect, test } from 'vitest';
import { documentFacts, documentKind } from '../../utils/actions/document-kind';

const page = (inside: string) => `<!doctype html><html><head>${inside}`;

test.each([
  ['', 'empty'],
  ['  \n ', 'empty'],
  ['{"error":"no"}', 'other'],
  ['SSH-2.0-OpenSSH_9.6', 'other'],
  [page('<title>The Morning Paper</title><p>We blog in the morning.'), 'html'],
  [page('<title>Log in to the network</title><form><input name="room"></form>'), 'login'],
  [page('<title>Sign in · Forge</title>'), 'login'],
  [page('<title>用户登录</title>'), 'login'],
  [page("<title>Intranet</title><input name=p type='password'>"), 'login'],
  [page('<title>paper.example</title><p>This domain is for sale. Buy this domain!'), 'parked'],
  [page('<script src="https://img.sedoparking.com/x.js"></script>'), 'parked'],
  [page('<title>paper.example</title><p>此域名正在出售'), 'parked'],
])('%s is %s', (text, kind) => {
  expect(documentKind(new TextEncoder().encode(text))).toBe(kind);
});

test('is quick with pages made to be slow', () => {
  const hostile = new TextEncoder().encode(page('<input '.repeat(300_000)));
  const start = performance.now();
  expect(documentKind(hostile)).toBe('html');
  expect(performance.now() - start).toBeLessThan(5000);
});

test('a page is named by its host and its title, cut and without markup', () => {
  const facts = (text: string) => documentFacts(new TextEncoder().encode(text), 'https://a.example/x');
  expect(facts(page('<title>Sign in &amp; go</title>'))).toEqual({
    found: 'login',
    page: { host: 'a.example', title: 'Sign in & go' },
  });
  expect(facts(page(`<title>${'long '.repeat(100)}</title>`)).page?.title.length).toBeLessThanOrEqual(101);
  expect(facts(page('<p>No title'))).toEqual({ found: 'html', page: { host: 'a.example', title: '' } });
  expect(facts('')).toEqual({ found: 'empty' });
});
