import { readValue, writeValue } from '../../utils/browser/stored-value';
import { t } from '../../utils/browser/text';
import { feedsById } from './feeds-state';
import { handoverKey, listening } from './listening-state';
import { goOnFrom, speech, stopReading } from './reading-aloud';
import { pause, play, playing, queue } from './recordings';
import { routeHash } from './route-hash';
import { toast } from './toasts';

/** What sounded in a page as the reader left it for another, which goes on with it. */
interface Handover {
  /** ms; the other page opens at once, or not at all. */
  at: number;
  what: 'recording' | 'speech';
  entryId: number | null;
  /** Of reading aloud. */
  sentence: number;
}

const freshFor = 20_000;

function handoverFrom(value: unknown, now: number): Handover | null {
  const own: Record<string, unknown> = { ...(value as object) };
  const { at, what, entryId, sentence } = own;
  const isFresh = typeof at === 'number' && at <= now && now - at < freshFor;
  if (!isFresh || (what !== 'recording' && what !== 'speech')) return null;
  return {
    at,
    what,
    entryId: typeof entryId === 'number' ? entryId : null,
    sentence: typeof sentence === 'number' ? sentence : 0,
  };
}

/** Falls silent, and leaves word for the page that the reader goes to; gives the place of what was heard there. */
export async function handOver(): Promise<string> {
  const now = speech.value;
  const isSpeech = listening.value === 'speech' && now !== null;
  const entryId = isSpeech ? now.entryId : (queue.value.now?.entryId ?? null);
  const sounds = isSpeech
    ? now.status !== 'paused'
    : playing.value === 'playing' || playing.value === 'waiting';
  const word: Handover = {
    at: Date.now(),
    what: isSpeech ? 'speech' : 'recording',
    entryId,
    sentence: isSpeech ? now.at : 0,
  };
  if (isSpeech) stopReading();
  else pause();
  if (sounds) await writeValue('session', handoverKey, word).catch(() => undefined);
  const feedId = queue.value.now?.feedId ?? 0;
  if (entryId === null) return '';
  const scope =
    isSpeech || !feedsById.value.has(feedId)
      ? ({ kind: 'all' } as const)
      : ({ kind: 'feed', id: feedId } as const);
  return routeHash({ scope, entryId }).slice(1);
}

/** Goes on with what the reader heard on the page that she came from; once, and where the browser wants a press first, after it. */
export async function takeOver(): Promise<void> {
  const word = handoverFrom(await readValue('session', handoverKey).catch(() => null), Date.now());
  await writeValue('session', handoverKey, null).catch(() => undefined);
  if (!word) return;
  if (word.what === 'speech' && word.entryId !== null) await goOnFrom(word.entryId, word.sentence);
  else {
    await play();
    if (playing.value === 'silent' && queue.value.now)
      toast(t('pressToGoOn'), { action: { label: t('play'), run: () => void play() } });
  }
}
