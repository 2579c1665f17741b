import { effect } from '@preact/signals';
import { feedFace } from './feeds-state';
import { choices } from './listening-choices';
import { pause, place, play, playing, queue, seek, skip } from './recordings';

function setState(): void {
  const { now } = queue.value;
  navigator.mediaSession.metadata = now
    ? new MediaMetadata({ title: now.title, artist: feedFace(now.feedId).name })
    : null;
  navigator.mediaSession.playbackState = now ? (playing.value === 'playing' ? 'playing' : 'paused') : 'none';
}

function setPlace(): void {
  const { at, length } = place.value;
  if (!(length > 0) || at > length) return;
  navigator.mediaSession.setPositionState({
    duration: length,
    position: at,
    playbackRate: choices.value.speed,
  });
}

function setHandlers(): void {
  const next = queue.value.next[0];
  const handlers: [MediaSessionAction, MediaSessionActionHandler | null][] = [
    ['play', () => void play()],
    ['pause', () => pause()],
    ['seekbackward', () => skip(-1)],
    ['seekforward', () => skip(1)],
    ['seekto', ({ seekTime }) => seek(seekTime ?? 0)],
    ['nexttrack', next ? () => void play(next) : null],
  ];
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
