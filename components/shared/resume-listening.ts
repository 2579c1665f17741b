import { readValue, watchValue } from '../../utils/browser/stored-value';
import { handoverKey, listening, queueKey } from './listening-state';
import { loadListening } from './load-listening';

/** Shows, silent, what was heard when the page was left, and what other pages put in line. */
export async function resumeListening(): Promise<void> {
  const show = (queue: unknown) => {
    if (queue) listening.value ??= 'recording';
  };
  watchValue('local', queueKey, show);
  show(await readValue('local', queueKey).catch(() => null));
  // what sounded in the page that the reader came from
  if (await readValue('session', handoverKey).catch(() => null))
    await loadListening().then(
      ({ takeOver }) => takeOver(),
      () => undefined,
    );
}
