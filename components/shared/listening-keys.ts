import { t } from '../../utils/browser/text';
import { getBody } from '../../utils/db/entry-lists';
import type { Recording } from '../../utils/listening/queue';
import type { Entry } from '../../utils/model/entry';
import { listening } from './listening-state';
import { putInLine } from './queue-acts';
import { stepReading, toggleReading } from './reading-aloud';
import { play, queue, skip, togglePlay } from './recordings';
import { recordingsWith } from './recordings-in-text';
import { toast } from './toasts';

/** The first recording that came with an article. */
async function firstRecording(entry: Entry | undefined): Promise<Recording | undefined> {
  const body = entry && (await getBody(entry.id).catch(() => undefined));
  return body && entry && (await recordingsWith(body, entry))[0];
}

/** Plays or pauses what is heard; where there is nothing, what came with the article. */
async function playOrPause(entry: Entry | undefined): Promise<void> {
  if (queue.value.now) return togglePlay();
  const recording = (await firstRecording(entry)) ?? queue.value.next[0];
  if (recording) await play(recording);
  else toast(t('nothingToHear'));
}

async function withRecording(
  entry: Entry | undefined,
  act: (recording: Recording) => unknown,
): Promise<void> {
  const recording = await firstRecording(entry);
  if (recording) act(recording);
  else toast(t('nothingToHear'));
}

function step(direction: -1 | 1): void {
  if (listening.value === 'speech') stepReading(direction);
  else skip(direction);
}

/** What the keys for listening do, to the article that is selected. */
export const listeningKeys: Record<
  'readAloud' | 'playOrPause' | 'playThis' | 'playNext' | 'addToQueue' | 'soundBack' | 'soundAhead',
  (entry: Entry | undefined) => unknown
> = {
  readAloud: toggleReading,
  playOrPause,
  playThis: (entry) => withRecording(entry, play),
  playNext: (entry) => withRecording(entry, (recording) => putInLine(recording, 'first')),
  addToQueue: (entry) => withRecording(entry, (recording) => putInLine(recording, 'last')),
  soundBack: () => step(-1),
  soundAhead: () => step(1),
};
