import { type Browser, browser } from 'wxt/browser';
import { type Answer, type Problem, ProblemError } from '../model/problem';
import type { Input, MessageName, Output } from './protocol';
import { wordDone, wordPrefix } from './send-with-word';

/** An action for every message: a missing one does not compile. */
export type Handlers = { [N in MessageName]: (input: Input<N>) => Promise<Output<N>> };

export type Sender = Pick<Browser.runtime.MessageSender, 'id' | 'url'>;

type Respond = (answer: Answer<unknown>) => void;

/** Our own pages alone: the id is not enough, since a content script has it too. */
function isOwnPage(sender: Sender): boolean {
  return sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL(''));
}

function readMessage(message: unknown): { name: unknown; input: unknown; word: unknown } {
  const own = new Map(typeof message === 'object' && message !== null ? Object.entries(message) : []);
  return { name: own.get('name'), input: own.get('input') ?? {}, word: own.get('word') };
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return {
    kind: 'internal',
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}

/** What was answered to messages that were sent with a word (`sendWithWord`), by its key. */
const heard = new Map<unknown, Promise<Answer<unknown>>>();

/** Runs one message: checks name and input, awaits `ready`, calls the action. Never throws, never rejects. */
export function answer(
  handlers: Handlers,
  ready: () => Promise<unknown>,
  message: unknown,
): Promise<Answer<unknown>> {
  const { name, input, word } = readMessage(message);
  const answered = answerTo(handlers, ready, name, input);
  if (word) heard.set(word, answered);
  return answered;
}

async function answerTo(
  handlers: Handlers,
  ready: () => Promise<unknown>,
  name: unknown,
  input: unknown,
): Promise<Answer<unknown>> {
  try {
    // Most starts of the worker are not for a message.
    const { inputChecks } = await import('./input-checks');
    const isName = (value: unknown): value is MessageName =>
      typeof value === 'string' && Object.hasOwn(inputChecks, value);
    if (!isName(name)) throw new ProblemError({ kind: 'input-invalid', field: 'name' });
    return { ok: true, data: await call(handlers, ready, name, inputChecks[name](input, 'input')) };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

async function call<N extends MessageName>(
  handlers: Handlers,
  ready: () => Promise<unknown>,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  await ready();
  return handlers[name](input);
}

/** A message that was sent with a word comes before this has passed (ms), if it comes at all. */
const restMs = 200;
let turn: Promise<unknown> = Promise.resolve();

/** Does what a page has left word of, unless its message came; in the order of the words. */
function takeWord(handlers: Handlers, ready: () => Promise<unknown>, key: string): void {
  const { session } = browser.storage;
  const wordNow = async () => (await session.get(key))[key];
  const rest = new Promise((done) => setTimeout(done, restMs));
  const take = async () => {
    await rest;
    const message = await wordNow();
    // its page has its answer, or the page after it asks itself
    if (message === undefined) return;
    const answered = await (heard.get(key) ?? answer(handlers, ready, message));
    if ((await wordNow()) === undefined) return;
    if (answered.ok || answered.problem.kind !== 'internal') await session.set({ [key]: wordDone });
    else await session.remove(key);
  };
  turn = turn.then(take).catch(() => undefined);
}

/**
 * Does from now on what pages left word of whose messages went with them; to be called while the background script is first
 * run. What it could not do, the next page asks for again.
 */
export function serveWords(handlers: Handlers, ready: () => Promise<unknown>): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session') return;
    for (const [key, { newValue }] of Object.entries(changes))
      if (key.startsWith(wordPrefix) && typeof newValue === 'object') takeWord(handlers, ready, key);
  });
}

/**
 * Answers the messages of our pages from now on; to be called while the background script is first run, since an event
 * that comes before its listener is lost. `ready` is awaited before each action.
 */
export function serve(handlers: Handlers, ready: () => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, respond: Respond) => {
    if (isOwnPage(sender)) void answer(handlers, ready, message).then(respond);
    else respond({ ok: false, problem: { kind: 'sender-refused' } });
    // Not every browser waits for a promise; all wait after `true`.
    return true;
  });
}
