import { effect } from '@preact/signals';
import { feedFace, feedsById } from './feeds-state';
import { listening } from './listening-state';
import { pauseReading, speech, stepReading, toggleReading } from './reading-aloud';
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
    artist: feedsById.value.has(feedId) ? feedFace(feedId).name : '',
  });
}

function setPlace(): void {
  const { at, length } = place.value;
  if (listening.value === 'speech' || !(length > 0) || at > length) return;
  navigator.mediaSession.setPositionState({ duration: length, position: at, playbackRate: speedNow() });
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
];

function recordingHandlers(): Handlers {
  const next = queue.value.next[0];
  return [
    ['play', () => void play()],
    ['pause', () => pause()],
    ['seekbackward', () => skip(-1)],
    ['seekforward', () => skip(1)],
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
