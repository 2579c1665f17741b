import { expect, test } from 'vitest';
import { inputChecks } from '../../utils/messages/input-checks';
import { answer, type Handlers } from '../../utils/messages/serve';
import { ProblemError } from '../../utils/model/problem';

const calls: unknown[] = [];

/** Handlers that tell what they were called with; `more` stands in for some. */
function handlers(more: Partial<Handlers> = {}): Handlers {
  const names = Object.keys(inputChecks);
  const plain = names.map((name) => [
    name,
    async (input: unknown) => {
      calls.push([name, input]);
      return { name };
    },
  ]);
  return { ...Object.fromEntries(plain), ...more };
}

const ready = async () => undefined;

test('a message goes to its handler and comes back as data', async () => {
  calls.length = 0;
  const answered = await answer(handlers(), ready, { name: 'unsubscribe', input: { feedId: '3' } });
  expect(answered).toEqual({ ok: true, data: { name: 'unsubscribe' } });
  expect(calls).toEqual([['unsubscribe', { feedId: 3 }]]);
});

test('a message without input has an empty one', async () => {
  expect(await answer(handlers(), ready, { name: 'exportOpml' })).toMatchObject({ ok: true });
});

test.each([
  [undefined],
  [null],
  ['subscribe'],
  [{}],
  [{ name: 5 }],
  [{ name: 'toString', input: {} }],
  [{ name: '__proto__', input: {} }],
  [Object.create({ name: 'exportOpml' })],
])('%j is no message', async (message) => {
  const problem = { kind: 'input-invalid', field: 'name' };
  expect(await answer(handlers(), ready, message)).toEqual({ ok: false, problem });
});

test('a bad input never reaches its handler', async () => {
  calls.length = 0;
  const answered = await answer(handlers(), ready, { name: 'star', input: { entryIds: 'x', starred: true } });
  expect(answered).toEqual({ ok: false, problem: { kind: 'input-invalid', field: 'entryIds' } });
  expect(calls).toEqual([]);
});

test('nothing is done before the start-up check is', async () => {
  calls.length = 0;
  let open = (): void => undefined;
  let waiting: Promise<unknown> = Promise.resolve();
  await new Promise<void>((asked) => {
    const wait = () => {
      asked();
      return new Promise<void>((done) => (open = done));
    };
    waiting = answer(handlers(), wait, { name: 'exportOpml' });
  });
  expect(calls).toEqual([]);
  open();
  expect(await waiting).toMatchObject({ ok: true });
});

test('a Problem comes back as it is; anything else that is thrown is an internal one', async () => {
  const problem = { kind: 'no-such-feed', feedId: 3 } as const;
  const throwing = (error: unknown) =>
    handlers({
      unsubscribe: async () => {
        throw error;
      },
    });
  const message = { name: 'unsubscribe', input: { feedId: 3 } };
  expect(await answer(throwing(new ProblemError(problem)), ready, message)).toEqual({ ok: false, problem });
  expect(await answer(throwing(new TypeError('x is not y')), ready, message)).toEqual({
    ok: false,
    problem: { kind: 'internal', detail: 'TypeError: x is not y' },
  });
  expect(await answer(throwing('text'), ready, message)).toMatchObject({ problem: { detail: 'text' } });
  const failed = () => Promise.reject(new ProblemError({ kind: 'storage-failed', detail: 'd' }));
  expect(await answer(handlers(), failed, message)).toMatchObject({ problem: { kind: 'storage-failed' } });
});
