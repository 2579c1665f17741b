import { getSettings } from '../../utils/browser/settings';
import { send } from '../../utils/messages/send';

/** Where the badge counts what is new, opening a page makes it old. */
export async function noteOpening(): Promise<void> {
  if ((await getSettings()).badge === 'new') await send('noteOpening', {});
}
