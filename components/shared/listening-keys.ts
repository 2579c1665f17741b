import { t } from '../../utils/browser/text';
import { getBody } from '../../utils/db/entry-lists';
import type { Recording } from '../../utils/listening/queue';
import type { Entry } from '../../utils/model/entry';
import { listening } from './listening-state';
import { stepReading, toggleReading } from './reading-aloud';
import { enqueue, play, queue, skip, togglePlay } from './recordings';
import { recordingsOf } from './recordings-of';
import { toast } from './toasts';

/** The first recording that came with an article. */
async function firstRecording(entry: Entry | undefined): Promise<Recording | undefined> {
  const body = entry && (await getBody(entry.id).catch(() => undefined));
  return body ? recordingsOf(body, entry)[0] : undefined;
}

/** Plays or pauses what is heard; where there is nothing, what came with the article. */
async function playOrPause(entry: Entry | undefined): Promise<void> {
  if (queue.value.now) return togglePlay();
  const recording = (await firstRecording(entry)) ?? queue.value.next[0];
  if (recording) await play(recording);
  else toast(t('nothingToHear'));
}

async function addToQueue(entry: Entry | undefined): Promise<void> {
  const recording = await firstRecording(entry);
  if (recording) enqueue(recording, 'last');
  toast(t(recording ? 'queueAdded' : 'nothingToHear'));
}

function step(direction: -1 | 1): void {
  if (listening.value === 'speech') stepReading(direction);
  else skip(direction);
}

/** What the keys for listening do, to the article that is selected. */
export const listeningKeys: Record<
  'readAloud' | 'playOrPause' | 'addToQueue' | 'soundBack' | 'soundAhead',
  (entry: Entry | undefined) => unknown
> = {
  readAloud: toggleReading,
  playOrPause,
  addToQueue,
  soundBack: () => step(-1),
  soundAhead: () => step(1),
};
