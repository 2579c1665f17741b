import { effect } from '@preact/signals';
import { chapterNow } from './chapters';
import { feedFace, feedsById } from './feeds-state';
import { listening } from './listening-state';
import { pauseReading, speech, stepReading, stopReading, toggleReading } from './reading-aloud';
import { reading } from './reading-state';
import { pause, place, play, playing, queue, seek, skip, speedNow, stop } from './recordings';

type State = [playbackState: MediaSessionPlaybackState, title: string, feedId: number];

/** What is read aloud, or heard. */
function stateNow(): State | null {
  const now = speech.value;
  if (listening.value === 'speech' && now)
    return [now.status === 'paused' ? 'paused' : 'playing', now.title, reading.value?.entry.feedId ?? 0];
  const heard = queue.value.now;
  return heard && [playing.value === 'playing' ? 'playing' : 'paused', heard.title, heard.feedId];
}

function setState(): void {
  const state = stateNow();
  const { mediaSession } = navigator;
  mediaSession.playbackState = state?.[0] ?? 'none';
  if (!state) {
    mediaSession.metadata = null;
    return;
  }
  const [, title, feedId] = state;
  mediaSession.metadata = new MediaMetadata({
    title,
    album: listening.value === 'recording' ? (chapterNow.value?.title ?? '') : '',
    artist: feedsById.value.has(feedId) ? feedFace(feedId).name : '',
  });
}

function setPlace(): void {
  const { at, length } = place.value;
  const isKnown = listening.value === 'recording' && queue.value.now !== null && length > 0 && at <= length;
  // without one, the place of what was heard before would stay
  navigator.mediaSession.setPositionState(
    isKnown ? { duration: length, position: at, playbackRate: speedNow() } : undefined,
  );
}

type Handlers = [MediaSessionAction, MediaSessionActionHandler | null][];

const speechHandlers: Handlers = [
  ['play', () => toggleReading()],
  ['pause', () => pauseReading()],
  ['seekbackward', () => stepReading(-1)],
  ['seekforward', () => stepReading(1)],
  ['previoustrack', () => stepReading(-1)],
  ['nexttrack', () => stepReading(1)],
  ['seekto', null],
  ['stop', () => stopReading()],
];

/** Some systems say how far. */
const seekBy = (seconds: number) => seek(place.value.at + seconds);

function recordingHandlers(): Handlers {
  const next = queue.value.next[0];
  return [
    ['play', () => void play()],
    ['pause', () => pause()],
    ['seekbackward', ({ seekOffset }) => (seekOffset ? seekBy(-seekOffset) : skip(-1))],
    ['seekforward', ({ seekOffset }) => (seekOffset ? seekBy(seekOffset) : skip(1))],
    ['previoustrack', () => seek(0)],
    ['nexttrack', next ? () => void play(next) : null],
    ['seekto', ({ seekTime }) => seek(seekTime ?? 0)],
    ['stop', () => stop()],
  ];
}

function setHandlers(): void {
  const handlers = listening.value === 'speech' ? speechHandlers : recordingHandlers();
  for (const [action, handler] of handlers) {
    try {
      navigator.mediaSession.setActionHandler(action, handler);
    } catch {
      // a browser that does not know an action throws (W3C Media Session, 5.1)
    }
  }
}

/** The keys of keyboards and headsets, and what the system shows of what is heard; no picture, which would be a request. */
export function followSession(): void {
  if (!('mediaSession' in navigator)) return;
  effect(setState);
  effect(setPlace);
  effect(setHandlers);
}
