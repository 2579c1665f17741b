import { answers, kept, refusals, sent, writeElsewhere } from './extension-stand-in';
import { pressKey, sessionHandlers, sessionPlace } from './session-handlers';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/panels.css';
import '../../components/shared/listening.css';
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { feeds } from '../../components/shared/feeds-state';
import { heardUpTo, isHeard, keepHeard } from '../../components/shared/heard';
import { followMedia } from '../../components/shared/inline-media';
import { ListeningBar } from '../../components/shared/listening-bar';
import { changeListening } from '../../components/shared/listening-choices';
import { listening } from '../../components/shared/listening-state';
import { failure } from '../../components/shared/play-failure';
import { Player } from '../../components/shared/player';
import { putInLine } from '../../components/shared/queue-acts';
import { findArticles } from '../../components/shared/queue-articles';
import { QueueList } from '../../components/shared/queue-panel';
import { type Speech, speech, stopReading } from '../../components/shared/reading-aloud';
import {
  clearAll,
  enqueue,
  place,
  play,
  playFrom,
  playing,
  queue,
  seek,
  speedNow,
  togglePlay,
} from '../../components/shared/recordings';
import { RowMenu } from '../../components/shared/row-menu';
import { openRowMenu, rowMenu } from '../../components/shared/row-menu-state';
import { minutesLeft, sleep, sleepAfter, sleepSaid } from '../../components/shared/sleep-timer';
import { toasts } from '../../components/shared/toasts';
import { commitCheck } from '../../utils/db/commit-check';
import { emptyQueue, type Queue, type Recording } from '../../utils/listening/queue';
import { announce } from '../../utils/messages/changes';
import type { Feed } from '../../utils/model/feed';
import { defaultListening } from '../../utils/model/listening';
import { addFeed, freshDatabase, newEntry } from '../db/support';

let host: HTMLElement;

beforeEach(() => {
  sent.length = 0;
  host = document.createElement('main');
  document.body.append(host);
  changeListening(defaultListening);
});
afterEach(() => {
  vi.useRealTimers();
  sleepAfter('never');
  stopReading();
  clearAll();
  render(null, host);
  host.remove();
});

function show(view: ComponentChild): HTMLElement {
  render(view, host);
  return host;
}

async function until<T>(what: string, look: () => T | null | undefined | false): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const found = look();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`Waited in vain for ${what}. The page shows: ${host.innerText.slice(0, 500)}`);
}

/** A silent recording of so many seconds: WAV, one channel, 8 bits, 8 kHz. */
function wav(seconds: number): string {
  const samples = seconds * 8000;
  const view = new DataView(new ArrayBuffer(44 + samples));
  const text = (at: number, letters: string) =>
    [...letters].forEach((letter, i) => {
      view.setUint8(at + i, letter.charCodeAt(0));
    });
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, samples, true);
  new Uint8Array(view.buffer, 44).fill(128);
  return URL.createObjectURL(new Blob([view.buffer], { type: 'audio/wav' }));
}

function recording(title: string, address = `https://a.example/${title}.mp3`, entryId = 5): Recording {
  return { address, entryId, feedId: 1, title, length: 600 };
}

const titles = () => queue.value.next.map(({ title }) => title);

/** With a press that the browser believes: without one it lets nothing sound. */
async function press(what: Recording): Promise<void> {
  show(<Player recording={what} name={what.title} isOneOfMany={false} />);
  await userEvent.click(await until('the button', () => host.querySelector('.play-button')));
  await until('sound', () => playing.value === 'playing');
}

const buttonOf = (words: string) =>
  [...host.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent === words);

async function expectAccessible(): Promise<void> {
  for (const theme of ['light', 'sepia', 'dark', 'black']) {
    document.documentElement.dataset.theme = theme;
    // colours that are on their way to others are seen for a moment only
    await Promise.allSettled(host.getAnimations({ subtree: true }).map(({ finished }) => finished));
    const { violations } = await axe.run(host, {
      resultTypes: ['violations'],
      rules: { region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${theme} ${id} ${nodes[0]?.html}`)).toEqual([]);
  }
  delete document.documentElement.dataset.theme;
}

test('the queue is put in order by keys and by pointer, and says so', async () => {
  for (const title of ['one', 'two', 'three']) enqueue(recording(title), 'last');
  show(<QueueList />);
  const grip = (title: string) =>
    [...host.querySelectorAll<HTMLElement>('.grip')].find((each) => each.ariaLabel?.includes(title));
  grip('one')?.focus();
  grip('one')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  expect(titles()).toEqual(['two', 'one', 'three']);
  await until('the keyboard to follow', () => document.activeElement?.ariaLabel?.includes('one'));
  await until('words', () => host.querySelector('[role=status]')?.textContent?.includes('number 2 of 3'));
  const held = grip('three');
  if (!held) throw new Error('no grip');
  held.setPointerCapture = () => undefined;
  held.hasPointerCapture = () => true;
  const { top } = host.querySelector('.queue-row')?.getBoundingClientRect() ?? { top: 0 };
  held.dispatchEvent(new PointerEvent('pointerdown', { pointerId: 1, bubbles: true }));
  held.dispatchEvent(new PointerEvent('pointermove', { pointerId: 1, clientY: top + 4, bubbles: true }));
  expect(titles()).toEqual(['three', 'two', 'one']);
  await expectAccessible();
  const back = () => buttonOf('Undo')?.click();
  await until('the button', () => buttonOf('Undo'));
  back();
  expect(titles()).toEqual(['two', 'one', 'three']);
  await until('the button to go', () => buttonOf('Undo') === undefined);
  for (const _ of [1, 2]) {
    grip('two')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    await until('the row to follow', () => grip('two')?.isConnected);
  }
  expect(titles()).toEqual(['one', 'three', 'two']);
  await until('the button', () => buttonOf('Undo'));
  back();
  expect(titles()).toEqual(['two', 'one', 'three']);
});

test('a recording goes on where it was left, is heard to its end, read, and followed by the next', async () => {
  const [first, second] = [recording('first', wav(30), 7), recording('second', wav(30), 8)];
  keepHeard(first.address, 12, 30);
  enqueue(second, 'last');
  await press(first);
  await until('the place', () => place.value.at >= 12 && place.value.length === 30);
  expect(listening.value).toBe('recording');
  seek(29.7);
  await until('the next one', () => queue.value.now?.title === 'second' && playing.value === 'playing');
  expect(sent).toContainEqual({ name: 'markRead', input: { entryIds: [7], read: true } });
  expect([isHeard(first.address), titles()]).toEqual([true, []]);
});

test('the keys of headsets and what the system shows of it follow what is heard', async () => {
  const [first, second] = [recording('first', wav(60), 7), recording('second', wav(60), 8)];
  const { mediaSession } = navigator;
  await press(first);
  await until('its length', () => place.value.length === 60);
  expect([mediaSession.playbackState, mediaSession.metadata?.title]).toEqual(['playing', 'first']);
  expect(sessionHandlers.has('nexttrack')).toBe(false);
  pressKey('pause');
  await until('silence', () => mediaSession.playbackState === 'paused');
  pressKey('seekto', { seekTime: 20 });
  await until('the place', () => place.value.at === 20);
  pressKey('seekforward', { seekOffset: 7 });
  await until('the place', () => place.value.at === 27);
  pressKey('seekforward');
  await until('the place', () => place.value.at === 57);
  pressKey('seekbackward');
  await until('the place', () => place.value.at === 42);
  expect(sessionPlace.now).toEqual({ duration: 60, position: 42, playbackRate: 1 });
  pressKey('previoustrack');
  await until('its beginning', () => place.value.at === 0);
  pressKey('play');
  await until('sound', () => mediaSession.playbackState === 'playing');
  putInLine(second, 'last');
  pressKey('nexttrack');
  await until('the next one', () => mediaSession.metadata?.title === 'second');
  pressKey('stop');
  await until('nothing', () => mediaSession.playbackState === 'none');
  expect([mediaSession.metadata, sessionPlace.now, queue.value.now]).toEqual([null, undefined, null]);
});

test('a place near the beginning is played from to the second, though it is not kept', async () => {
  await press(recording('first', wav(60)));
  playFrom(recording('second', wav(60), 8), 4);
  expect(place.value.at).toBe(4);
  await until('sound', () => playing.value === 'playing' && place.value.length === 60);
  togglePlay();
  await until('silence', () => playing.value === 'silent');
  expect(place.value.at).toBeGreaterThanOrEqual(4);
});

test('speed and skips are those that the reader chose', async () => {
  changeListening({ back: 5, ahead: 10, speed: 2 });
  await press(recording('slow', wav(60)));
  show(<ListeningBar />);
  const button = (name: string) => host.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`);
  (await until('the bar', () => button('On 10 s'))).click();
  await until('a skip', () => place.value.at >= 10);
  expect(button('Back 5 s')).not.toBeNull();
  expect(host.querySelector<HTMLSelectElement>('.pace')?.value).toBe('2');
  await expectAccessible();
});

test('a recording that does not come says so, and nothing is lost', async () => {
  const gone = recording('gone', 'blob:nothing');
  answers.set('lookAtFile', { type: 'text/html' });
  enqueue(recording('next'), 'last');
  show(<Player recording={gone} name="gone" isOneOfMany={false} />);
  host.querySelector<HTMLButtonElement>('.play-button')?.click();
  const words = () => host.querySelector('.note p')?.textContent;
  await until('what came', () => words()?.includes('its server sent a page'));
  expect(queue.value.now?.title).toBe('gone');
  expect(titles()).toEqual(['next']);
  await expectAccessible();
  answers.set('lookAtFile', { type: 'audio/x-ms-wma' });
  buttonOf('Try again')?.click();
  await until('its kind', () => words()?.includes('this kind of recording (audio/x-ms-wma)'));
  refusals.set('lookAtFile', { kind: 'http-status', status: 403, retryAt: null });
  buttonOf('Try again')?.click();
  await until('the refusal', () => words()?.includes('does not hand the recording out (403)'));
  refusals.set('lookAtFile', { kind: 'unreachable', host: 'a.example' });
  buttonOf('Try again')?.click();
  await until('the silence', () => words()?.includes('a.example does not answer'));
  refusals.delete('lookAtFile');
  answers.delete('lookAtFile');
});

test('a recording whose address is not signed for any more goes on with the one that its feed has now', async () => {
  const [spent, fresh] = ['blob:spent?Expires=1&Signature=a', wav(60)];
  keepHeard(spent, 25, 60);
  refusals.set('lookAtFile', { kind: 'http-status', status: 403, retryAt: null });
  answers.set('renewRecording', { url: fresh });
  enqueue(recording('next'), 'last');
  show(<Player recording={recording('show', spent, 7)} name="show" isOneOfMany={false} />);
  await userEvent.click(await until('the button', () => host.querySelector('.play-button')));
  await until('sound', () => playing.value === 'playing' && place.value.length === 60);
  expect(place.value.at).toBeGreaterThanOrEqual(25);
  expect(sent.map(({ name }) => name)).toEqual(['lookAtFile', 'renewRecording']);
  expect(sent[1]?.input).toEqual({ entryId: 7, url: spent });
  expect(kept.get('queue')).toMatchObject({
    now: { address: fresh, title: 'show' },
    next: [{ title: 'next' }],
  });
  // an article that is open still has the address of before
  await until('its button', () => host.querySelector('.play-button')?.ariaLabel?.startsWith('Pause'));
  playFrom(recording('show', spent, 7), 40);
  expect([place.value.at >= 40, queue.value.now?.address]).toEqual([true, fresh]);
  await until('sound', () => playing.value === 'playing');
  togglePlay(recording('show', spent, 7));
  await until('silence', () => playing.value === 'silent');
  togglePlay(recording('show', spent, 7));
  await until('sound', () => playing.value === 'playing');
  expect(sent.map(({ name }) => name)).toEqual(['lookAtFile', 'renewRecording']);
  togglePlay();
  await until('silence', () => playing.value === 'silent');
  expect([heardUpTo(spent) >= 25, heardUpTo(fresh) >= 25]).toEqual([true, true]);
  refusals.clear();
  answers.clear();
});

test('a feed is asked once for an address, whatever it gives, and not for a file that is there', async () => {
  const one = recording('one', 'blob:gone-one', 7);
  const asked = () => sent.filter(({ name }) => name === 'renewRecording').length;
  const words = () => host.querySelector('.note p')?.textContent;
  refusals.set('lookAtFile', { kind: 'http-status', status: 404, retryAt: null });
  answers.set('renewRecording', { url: 'blob:gone-too' });
  show(<Player recording={one} name="one" isOneOfMany={false} />);
  await userEvent.click(await until('the button', () => host.querySelector('.play-button')));
  await until('its second end', () => failure.value.includes('404'));
  expect([asked(), queue.value.now?.address]).toEqual([1, 'blob:gone-too']);
  const looks = sent.length;
  enqueue(recording('behind it'), 'last');
  expect(sent.length).toBe(looks);
  void play();
  await until('the question', () => playing.value === 'failed' && failure.value.includes('404'));
  expect(asked()).toBe(1);
  // out of order for a while, or of a kind that is not played
  const other = recording('other', 'blob:gone-other', 7);
  refusals.set('lookAtFile', { kind: 'http-status', status: 503, retryAt: null });
  void play(other);
  await until('the trouble', () => failure.value.includes('503'));
  refusals.clear();
  answers.set('lookAtFile', { type: 'audio/x-ms-wma' });
  void play(other);
  await until('its kind', () => failure.value.includes('x-ms-wma'));
  expect([asked(), words()]).toEqual([1, undefined]);
  answers.clear();
});

test('a recording is one by whatever signature it comes: in the queue, in its player, in its place', async () => {
  const by = (signature: string) =>
    recording('show', `https://cdn.example/show.mp3?Expires=1&Signature=${signature}`);
  enqueue(by('a'), 'last');
  enqueue(by('b'), 'last');
  expect(titles()).toEqual(['show']);
  show(<Player recording={by('c')} name="show" isOneOfMany={false} />);
  await until('the button', () => buttonOf('Take out of the queue'));
  keepHeard(by('a').address, 65, 600);
  expect(heardUpTo(by('c').address)).toBe(65);
  // written by a version that kept places by whole addresses
  await new Promise((done) => setTimeout(done));
  await writeElsewhere('hearing', null);
  await writeElsewhere('heard', [[by('d').address, 44]]);
  expect(heardUpTo(by('e').address)).toBe(44);
});

test('the queue outlives the page, and what is damaged in the storage does no harm', async () => {
  enqueue(recording('one'), 'last');
  expect(kept.get('queue')).toMatchObject({ now: null, next: [{ title: 'one' }] });
  // writing comes to its end
  await new Promise((done) => setTimeout(done));
  await writeElsewhere('queue', { now: 5, next: [{}, 'x'] });
  expect(queue.value).toEqual({ now: null, next: [] });
  await writeElsewhere('queue', { now: null, next: [recording('two')] });
  expect(titles()).toEqual(['two']);
  await writeElsewhere('queue', '{');
  expect(queue.value).toEqual(emptyQueue);
  await writeElsewhere('queue', null);
  expect([queue.value, listening.value]).toEqual([emptyQueue, null]);
});

test('after a lost database the queue leads to its own articles, as soon as these are there again', async () => {
  await freshDatabase();
  const episode = (name: string) => {
    const { entry, body } = newEntry(name);
    const url = `https://a.example/${name}.mp3`;
    const enclosure = { url, type: 'audio/mpeg', length: null, title: '', duration: null };
    return { entry, body: { ...body, enclosures: [enclosure] } };
  };
  const feedId = await addFeed('a');
  const { entryIds: before } = await commitCheck({ feedId, patch: {}, added: [episode('one')] });
  const one = { ...recording('one'), feedId, entryId: before[0] ?? 0, key: 'one' };
  const unsubscribed = { ...recording('preview'), feedId: 77, entryId: null };
  enqueue(one, 'last');
  enqueue(unsubscribed, 'last');
  const line = queue.value;
  await findArticles();
  expect(queue.value).toBe(line);
  await freshDatabase();
  await addFeed('a');
  const { entryIds: others } = await commitCheck({ feedId, patch: {}, added: [episode('two')] });
  expect(others).toEqual(before);
  await findArticles();
  expect(queue.value.next).toEqual([{ ...one, entryId: null }, unsubscribed]);
  const { entryIds: after } = await commitCheck({ feedId, patch: {}, added: [episode('one')] });
  announce({ kind: 'arrived', feedId, count: 1 });
  await until('its article', () => queue.value.next[0]?.entryId === after[0]);
  expect(queue.value.next).toEqual([{ ...one, entryId: after[0] }, unsubscribed]);
  await until('it to be written', () => (kept.get('queue') as Queue).next[0]?.entryId === after[0]);
  await freshDatabase();
});

test('the queue says how long it still takes, at the speed of each feed', async () => {
  feeds.value = [{ id: 1, title: 'Radio', customTitle: '', sources: [], speed: 2 } as Partial<Feed> as Feed];
  enqueue(recording('one'), 'last');
  enqueue(recording('two'), 'last');
  keepHeard('https://a.example/one.mp3', 400, 600);
  show(<QueueList />);
  const words = () => host.querySelector('.queue-foot .quiet')?.textContent;
  await until('the time', () => words() === '2 recordings wait · 6:40 left');
  enqueue({ ...recording('three'), length: null }, 'last');
  await until('what is known of it', () => words() === '3 recordings wait · at least 6:40 left');
  feeds.value = [];
});

test('neither the next one nor a mark follows where the reader does not want it', async () => {
  changeListening({ playOn: false, readWhenHeard: false });
  const [first, second] = [recording('first', wav(30), 7), recording('second', wav(30), 8)];
  enqueue(second, 'last');
  await press(first);
  await until('its length', () => place.value.length === 30);
  seek(29.7);
  await until('its end', () => queue.value.now === null);
  expect([isHeard(first.address), titles(), sent.map(({ name }) => name)]).toEqual([true, ['second'], []]);
});

const undo = () => toasts.value[0]?.action?.run();

test('whatever is done to the queue can be taken back', async () => {
  for (const title of ['one', 'two', 'three']) putInLine(recording(title), 'last');
  putInLine(recording('three'), 'first');
  expect([titles(), toasts.value[0]?.text]).toEqual([['three', 'one', 'two'], 'Plays next.']);
  undo();
  expect(titles()).toEqual(['one', 'two', 'three']);
  show(<QueueList />);
  const button = (name: string) => host.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`);
  button('Take “two” out of the queue')?.click();
  expect(titles()).toEqual(['one', 'three']);
  undo();
  expect(titles()).toEqual(['one', 'two', 'three']);
  host.querySelector<HTMLButtonElement>('.queue-foot button')?.click();
  expect(titles()).toEqual([]);
  undo();
  expect(titles()).toEqual(['one', 'two', 'three']);
});

test('the sleep timer falls silent by the clock, says so, and can be taken back', async () => {
  await press(recording('long', wav(60)));
  show(<ListeningBar />);
  (await until('the button', () => host.querySelector<HTMLElement>('[aria-label="Sleep timer"]'))).click();
  const item = (words: string) =>
    [...host.querySelectorAll<HTMLElement>('.sleep-item')].find((one) => one.textContent === words);
  const five = await until('the choice', () => item('After 5 minutes'));
  await expectAccessible();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  five.click();
  expect([sleep.value, minutesLeft.value, sleepSaid.value]).toEqual([5, 5, 'Silence in 5 minutes']);
  vi.advanceTimersByTime(3.5 * 60_000);
  expect([minutesLeft.value, playing.value]).toEqual([2, 'playing']);
  vi.advanceTimersByTime(1.5 * 60_000);
  vi.useRealTimers();
  await until('silence', () => playing.value === 'silent');
  expect([sleep.value, minutesLeft.value, queue.value.now?.title]).toEqual(['never', null, 'long']);
  expect(toasts.value[0]?.text).toContain('your place is kept');
  undo();
  await until('sound', () => playing.value === 'playing');
});

test('after this one: the next waits', async () => {
  const [first, second] = [recording('first', wav(30), 7), recording('second', wav(30), 8)];
  putInLine(second, 'last');
  await press(first);
  await until('its length', () => place.value.length === 30);
  sleepAfter('end');
  seek(29.7);
  await until('its end', () => queue.value.now === null);
  expect([isHeard(first.address), titles(), sleep.value]).toEqual([true, ['second'], 'never']);
});

test('each feed has its speed, and all others have that of the settings', async () => {
  const feed: Partial<Feed> = { id: 1, title: 'Radio', customTitle: '', sources: [], speed: 1.5 };
  feeds.value = [feed as Feed];
  await press(recording('talk', wav(60)));
  const chosen = () => host.querySelector<HTMLSelectElement>('.player .pace');
  expect([speedNow(), (await until('speeds', chosen)).value]).toEqual([1.5, '1.5']);
  await userEvent.selectOptions(await until('speeds', chosen), '2');
  expect(speedNow()).toBe(2);
  expect(sent).toContainEqual({ name: 'setFeedSpeed', input: { feedId: 1, speed: 2 } });
  await userEvent.selectOptions(await until('speeds', chosen), '1');
  expect(sent.at(-1)).toEqual({ name: 'setFeedSpeed', input: { feedId: 1, speed: null } });
  feeds.value = [];
  expect(speedNow()).toBe(1);
});

test('another page that begins to sound silences this one', async () => {
  await press(recording('long', wav(60)));
  new BroadcastChannel('listening').postMessage('begun');
  await until('silence', () => playing.value === 'silent');
  expect(queue.value.now?.title).toBe('long');
});

test('what plays in an article by its own controls keeps its place, and only one sounds', async () => {
  const address = wav(60);
  keepHeard(address, 20, 60);
  await press(recording('podcast', wav(60)));
  const media = Object.assign(new Audio(address), { controls: true, muted: true, preload: 'none' });
  host.append(media);
  media.addEventListener('play', () => void followMedia(media));
  await media.play();
  await until('silence of the other', () => playing.value === 'silent');
  await until('its place', () => media.currentTime >= 20);
  media.currentTime = 40;
  await until('the place to be kept', () => heardUpTo(address) >= 40);
  togglePlay();
  await until('the other', () => playing.value === 'playing');
  await until('its silence', () => media.paused);
  await media.play();
  media.currentTime = 59.8;
  await until('its end', () => isHeard(address));
  media.remove();
});

test('the menu of a row offers to hear what came with it, and its keys go round', async () => {
  const entry = { ...newEntry('story').entry, id: 1, feedId: 1, audio: 1 as const };
  const row = show(<button type="button">row</button>);
  row.addEventListener('contextmenu', (event) => openRowMenu(event, entry), { once: true });
  const event = new MouseEvent('contextmenu', { clientX: 20, clientY: 30, cancelable: true, bubbles: true });
  row.querySelector('button')?.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  show(<RowMenu />);
  const items = () => [...host.querySelectorAll('.menu-item')].map(({ textContent }) => textContent);
  expect(items().slice(0, 4)).toEqual(['Play', 'Play next', 'Add to queue', 'Mark as read']);
  expect(document.activeElement?.textContent).toBe('Play');
  await expectAccessible();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('Play next');
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(document.activeElement?.textContent).toBe(items().at(-1));
  await userEvent.keyboard('{Escape}');
  await until('it to close', () => rowMenu.value === null);
  rowMenu.value = { entry: { ...entry, audio: undefined } as never, x: 0, y: 0 };
  show(<RowMenu />);
  expect(items()[0]).toBe('Mark as read');
});

test('the bar of reading aloud can be used by everybody', async () => {
  const range = new StaticRange({ startContainer: host, startOffset: 0, endContainer: host, endOffset: 0 });
  const now: Speech = {
    entryId: 1,
    title: 'A story',
    status: 'paused',
    at: 1,
    all: ['One.', 'Two.', 'Three.'].map((text) => ({ text, language: 'en', range })),
    voice: null,
  };
  listening.value = 'speech';
  speech.value = now;
  show(<ListeningBar />);
  await until('the bar', () => host.querySelector('.play-time')?.textContent === '2 of 3');
  host.querySelector<HTMLButtonElement>('button[aria-label="Next sentence"]')?.click();
  await until('the next sentence', () => host.querySelector('.play-time')?.textContent === '3 of 3');
  await expectAccessible();
  host.querySelector<HTMLButtonElement>('button[aria-label="Next sentence"]')?.click();
  await until('its end', () => speech.value === null && listening.value === null);
});
