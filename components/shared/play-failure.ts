import { computed, effect, signal } from '@preact/signals';
import { type TextKey, t } from '../../utils/browser/text';
import type { Recording } from '../../utils/listening/queue';
import { send } from '../../utils/messages/send';
import type { Problem } from '../../utils/model/problem';
import { errorNow, playing, queue } from './recordings';
import { mayHaveMoved, renewAddress } from './renew-address';

/** Why what is heard does not sound, in words; '' while that is not known. */
export const failure = signal('');

const statusWords: Readonly<Record<number, TextKey>> = {
  401: 'playRefused',
  403: 'playRefused',
  404: 'playGone',
};

function problemWords(problem: Problem): string {
  if (problem.kind === 'offline') return t('playOffline');
  if (problem.kind === 'gone') return t('playGone', ['410']);
  if (problem.kind === 'unreachable') return t('playSilent', [problem.host]);
  if (problem.kind !== 'http-status') return t('playFailed');
  const { status } = problem;
  return t(statusWords[status] ?? (status >= 500 ? 'playServer' : 'playRefused'), [String(status)]);
}

/** What the server hands out, and the browser does not play. */
function fileWords(type: string, code: number): string {
  if (code === MediaError.MEDIA_ERR_NETWORK) return t('playCutOff');
  if (/html|^text\//.test(type)) return t('playIsPage');
  return code === MediaError.MEDIA_ERR_DECODE ? t('playDamaged') : t('playFormat', [type || '?']);
}

/**
 * Browsers do not say why nothing came, so the server is asked once more, for a single byte; and the feed, where that says
 * that the recording may be had under another address by now.
 */
async function lookInto(now: Recording, code: number): Promise<void> {
  const isStill = () => playing.value === 'failed' && queue.value.now?.address === now.address;
  const say = (words: string) => {
    if (isStill()) failure.value = words;
  };
  if (navigator.onLine === false) return say(t('playOffline'));
  const answer = await send('lookAtFile', { url: now.address, feedId: now.feedId });
  if (isStill() && mayHaveMoved(answer) && (await renewAddress(now, isStill))) return;
  say(answer.ok ? fileWords(answer.data.type, code) : problemWords(answer.problem));
}

/** The same while others are put in line behind it. */
const heardNow = computed(() => queue.value.now);

effect(() => {
  const now = heardNow.value;
  if (playing.value !== 'failed' || !now) {
    failure.value = '';
    return;
  }
  void lookInto(now, errorNow());
});
