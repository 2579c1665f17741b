import { effect } from '@preact/signals';
import { heardUpTo, keepHeard, keepToEnd } from './heard';
import { pauseReading, speech } from './reading-aloud';
import { outdone, playing, queueKnown, silenceAll } from './recordings';

/** The place is kept so often, s. */
const keptEvery = 5;

/** What plays in an article by the browser's own controls. */
let sounding: HTMLMediaElement | null = null;
const followed = new WeakSet<HTMLMediaElement>();

/** Goes on from where it was left, unless the reader chose a place herself. */
function resume(media: HTMLMediaElement): void {
  const from = heardUpTo(media.currentSrc);
  if (from > 0 && from < media.duration && media.currentTime < 1) media.currentTime = from;
}

function keepPlaceOf(media: HTMLMediaElement): void {
  let keptAt = 0;
  const keep = () => {
    if (media.ended || media.readyState === 0) return;
    keptAt = media.currentTime;
    keepHeard(media.currentSrc, media.currentTime, media.duration);
  };
  media.addEventListener('timeupdate', () => {
    if (Math.abs(media.currentTime - keptAt) >= keptEvery) keep();
  });
  media.addEventListener('pause', keep);
  media.addEventListener('ended', () => keepToEnd(media.currentSrc));
  if (media.readyState > 0) resume(media);
  else media.addEventListener('loadedmetadata', () => resume(media), { once: true });
}

/**
 * A sound or film in an article's text, or a film that came with it, begins by its own controls: all else falls silent, and
 * its place is kept like that of recordings. The element stays the browser's: nothing is asked for that the reader's press
 * did not ask for.
 */
export async function followMedia(media: HTMLMediaElement): Promise<void> {
  if (sounding !== media) sounding?.pause();
  silenceAll();
  pauseReading();
  sounding = media;
  if (followed.has(media)) return;
  followed.add(media);
  await queueKnown;
  keepPlaceOf(media);
}

effect(() => {
  if (playing.value === 'waiting' || speech.value?.status === 'speaking') sounding?.pause();
});
outdone.subscribe(() => sounding?.pause());
