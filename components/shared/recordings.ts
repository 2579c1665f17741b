import { effect, signal } from '@preact/signals';
import { sharedValue } from '../../utils/browser/shared-value';
import {
  emptyQueue,
  type Queue,
  queueFrom,
  type Recording,
  readdressed,
  started,
  withAdded,
} from '../../utils/listening/queue';
import { isSameFile } from '../../utils/listening/same-file';
import { heardKnown, heardUpTo, keepHeard, keepToEnd, moveHeard } from './heard';
import { sendMark } from './left-marks';
import { choices, choicesKnown } from './listening-choices';
import { listening, queueKey } from './listening-state';
import { goesOn } from './playing-on';
import { speedOf } from './speeds';

/** What is heard and what comes after it, the same on all pages. */
export const queue = signal<Queue>(emptyQueue);
export type Playing = 'silent' | 'waiting' | 'playing' | 'failed';
export const playing = signal<Playing>('silent');
/** Seconds; `length` is 0 where nobody knows yet. */
export const place = signal({ at: 0, length: 0 });
/** Of what is heard. */
export const speedNow = () => speedOf(queue.value.now?.feedId ?? null);

/** The place is kept so often, s. */
const keptEvery = 5;

/** Outside of the page's elements, so that it sounds on while articles come and go. Nothing is asked for before play. */
const audio = new Audio();
audio.preload = 'none';
/** The address that the player was given; '' before the first play. */
let loaded = '';
let keptAt = 0;
/** Where the reader wants a recording to begin that is not loaded yet: to the second, also where no place would be kept. */
let wanted: { address: string; at: number } | null = null;
const beginsAt = (address: string) => (wanted?.address === address ? wanted.at : heardUpTo(address));

/** Another page that begins silences this one. */
const pages = new BroadcastChannel('listening');
/** Rises when another page begins to sound. */
export const outdone = signal(0);
pages.onmessage = () => {
  audio.pause();
  outdone.value++;
  void readQueue();
};

/** What other pages put in line comes in; what sounds here is known best here. */
function take(value: unknown): void {
  const { now, next } = queueFrom(value);
  queue.value = isSounding() ? { now: queue.value.now, next } : { now, next };
  showBar();
}

const kept = sharedValue(queueKey, take);
const readQueue = () => kept.read().then(take);

/** Changes the queue on all pages; with nothing to hear the bar goes. */
export function setQueue(next: Queue): void {
  if (next === queue.value) return;
  queue.value = next;
  kept.write(next.now || next.next.length > 0 ? next : null);
  showBar();
}

export function showBar(): void {
  const { now, next } = queue.value;
  if (now || next.length > 0) listening.value ??= 'recording';
  else if (listening.value === 'recording') listening.value = null;
}

function showPlace(): void {
  const { now } = queue.value;
  if (!now) return;
  const isHere = loaded === now.address && audio.readyState > 0;
  const known = isHere && Number.isFinite(audio.duration) ? audio.duration : (now.length ?? 0);
  place.value = { at: isHere ? audio.currentTime : beginsAt(now.address), length: known };
}

function keep(): void {
  if (loaded === '' || audio.readyState === 0 || audio.ended) return;
  keptAt = audio.currentTime;
  keepHeard(loaded, audio.currentTime, audio.duration);
}

function useSpeed(): void {
  const speed = speedNow();
  audio.defaultPlaybackRate = speed;
  audio.playbackRate = speed;
}

function load(address: string): void {
  keep();
  loaded = address;
  audio.src = address;
  useSpeed();
}

/** What addresses have become since this page was opened: an article that is open still has those of before. */
const renewed = new Map<string, string>();
const ofToday = (recording: Recording): Recording => ({
  ...recording,
  address: renewed.get(recording.address) ?? recording.address,
});

/** Whether it is heard now, be it by another of its addresses. */
export function isHeardNow(recording: Recording): boolean {
  return queue.value.now !== null && isSameFile(queue.value.now.address, ofToday(recording).address);
}

/** What is to be played where an article names a recording: what is loaded and sound goes on by the address it was loaded by. */
function wantedBy(recording: Recording): Recording | null {
  const { now } = queue.value;
  const isSound = loaded === now?.address && !audio.error;
  return isSound && isHeardNow(recording) ? now : ofToday(recording);
}

/** Sounds on from where the reader stopped. What was heard in another page falls silent. */
export async function play(recording?: Recording): Promise<void> {
  const chosen = recording ? wantedBy(recording) : (queue.value.now ?? queue.value.next[0]);
  if (!chosen) return;
  playing.value = 'waiting';
  if (chosen.address !== queue.value.now?.address) setQueue(started(queue.value, chosen));
  listening.value = 'recording';
  if (loaded !== chosen.address || audio.error) load(chosen.address);
  pages.postMessage('begun');
  await audio.play().catch(() => {
    // what goes wrong with the recording comes as an event; else it is the reader's pause, or the browser wants a press first
    if (audio.paused && !audio.error) playing.value = 'silent';
  });
}

export function pause(): void {
  audio.pause();
}

/** Silence on all pages. */
export function silenceAll(): void {
  audio.pause();
  pages.postMessage('begun');
}

/** Code of what went wrong with what was loaded last (HTML, MediaError); 0 where nothing did. */
export const errorNow = () => audio.error?.code ?? 0;

export function isSounding(): boolean {
  return playing.value === 'playing' || playing.value === 'waiting';
}

/** Plays or pauses what is heard, or begins this one. */
export function togglePlay(recording?: Recording): void {
  const isNow = !recording || isHeardNow(recording);
  if (isNow && isSounding()) pause();
  else void play(recording);
}

/**
 * A recording whose address does not play any more gets another one, in the queue too, and goes on where it was left; it
 * sounds if it was to sound.
 */
export function goOnAt(before: string, address: string): void {
  moveHeard(before, address);
  for (const [first, last] of renewed) if (last === before) renewed.set(first, address);
  renewed.set(before, address);
  if (wanted?.address === before) wanted = { ...wanted, address };
  const wasToSound = !audio.paused;
  // first, since whoever looks into failures would take the new address for one
  playing.value = wasToSound ? 'waiting' : 'silent';
  setQueue(readdressed(queue.value, before, address));
  if (wasToSound) void play();
}

/** Goes to a second of what is heard; before it was loaded, it will begin there. */
export function seek(seconds: number): void {
  const { now } = queue.value;
  if (!now) return;
  const { length } = place.value;
  const to = Math.max(0, length > 0 ? Math.min(seconds, length) : seconds);
  if (loaded === now.address && audio.readyState > 0) audio.currentTime = to;
  else {
    wanted = { address: now.address, at: to };
    keepHeard(now.address, to, Number.NaN);
  }
  showPlace();
}

/** Plays a recording from a second on. */
export function playFrom(recording: Recording, seconds: number): void {
  void play(recording);
  seek(seconds);
}

export function skip(direction: -1 | 1): void {
  const { back, ahead } = choices.value;
  seek(place.value.at + (direction < 0 ? -back : ahead));
}

/** Puts a recording in line. */
export function enqueue(recording: Recording, where: 'first' | 'last'): void {
  setQueue(withAdded(queue.value, recording, where));
}

/** Ends listening to what is heard; what waits is kept. */
export function stop(): void {
  audio.pause();
  keep();
  playing.value = 'silent';
  setQueue({ ...queue.value, now: null });
}

/** Silence, and nothing waits any more. */
export function clearAll(): void {
  stop();
  setQueue(emptyQueue);
}

/** Heard to its end: its article is read, and the next one begins, unless the reader wants it otherwise. */
function onEnded(): void {
  const { now, next } = queue.value;
  if (now) keepToEnd(now.address);
  const { playOn, readWhenHeard } = choices.value;
  if (now && now.entryId !== null && readWhenHeard)
    void sendMark({ kind: 'read', entryId: now.entryId, on: true });
  const [following] = next;
  setQueue({ now: null, next });
  if (following && playOn && goesOn.value) void play(following);
  goesOn.value = true;
}

function onTime(): void {
  showPlace();
  if (Math.abs(audio.currentTime - keptAt) >= keptEvery) keep();
}

function onPause(): void {
  playing.value = audio.error ? 'failed' : 'silent';
  keep();
}

function onReady(): void {
  const from = beginsAt(loaded);
  wanted = null;
  if (from > 0 && from < audio.duration) audio.currentTime = from;
  useSpeed();
  showPlace();
}

const listeners: Record<string, () => void> = {
  loadedmetadata: onReady,
  timeupdate: onTime,
  seeked: onTime,
  playing: () => {
    playing.value = 'playing';
  },
  waiting: () => {
    playing.value = 'waiting';
  },
  pause: onPause,
  ended: onEnded,
  error: () => {
    keep();
    playing.value = 'failed';
  },
};
for (const [name, listener] of Object.entries(listeners)) audio.addEventListener(name, listener);
addEventListener('pagehide', keep);
effect(useSpeed);
effect(() => {
  if (queue.value.now) showPlace();
});
/** Resolved when it is known what waits, and where it was left. */
export const queueKnown = Promise.all([readQueue(), heardKnown, choicesKnown]);
