import { t } from '../../utils/browser/text';
import { getUndoOffer, saveUndoOffer, type UndoOffer, watchUndoOffer } from '../../utils/browser/undo-offer';
import { countWords } from './locale';
import { perform } from './perform';
import { toast } from './toasts';

/** Later than this nobody remembers what there was to take back (ms). */
const validMs = 10 * 60_000;

function show({ undoId, changed, at }: UndoOffer): void {
  if (Date.now() - at > validMs) return;
  void saveUndoOffer(null);
  const undo = () => void perform('undo', { undoId });
  toast(countWords('markedRead', changed), { action: { label: t('undo'), run: undo } });
}

/** Offers to take back what a key of the browser did while no page was there to say so. */
export async function followUndoOffers(): Promise<void> {
  watchUndoOffer(show);
  const offer = await getUndoOffer();
  if (offer) show(offer);
}
