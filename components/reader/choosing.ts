import { t } from '../../utils/browser/text';
import { choose, chosen, lastChosen } from '../shared/chosen';
import { listIds } from '../shared/list-ids';
import { entryCount, exhausted, pages } from '../shared/list-state';
import { selectedId } from '../shared/reading-state';
import { route, scopeKey } from '../shared/route';
import { toast } from '../shared/toasts';

const rowIds = () => pages.value.flatMap((page) => page.map(({ id }) => id));

/** Chooses an article, or no longer. */
export function toggleChosen(id: number): void {
  const ids = new Set(chosen.value);
  if (!ids.delete(id)) ids.add(id);
  choose(ids, id);
}

/** Chooses all from the one that was chosen last, or is selected, to this one. */
function chooseTo(id: number): void {
  const rows = rowIds();
  const ends = [rows.indexOf(lastChosen.value ?? selectedId.value ?? id), rows.indexOf(id)].map((at) =>
    at < 0 ? rows.indexOf(id) : at,
  );
  const range = rows.slice(Math.min(...ends), Math.max(...ends) + 1);
  choose([...(chosen.value ?? []), ...range], id);
}

/** What a click on a row chooses; with Shift all up to there. */
export function chooseByClick(id: number, isRange: boolean): void {
  if (isRange) {
    // the browser has marked the words between two clicks
    document.getSelection()?.removeAllRanges();
    chooseTo(id);
  } else toggleChosen(id);
}

/** Chooses all that the list holds, also what was not read yet; none where all are chosen. */
export async function chooseAll(): Promise<void> {
  if (exhausted.value && chosen.value?.size === entryCount.value) return choose([]);
  const mine = scopeKey.value;
  try {
    const ids = exhausted.value ? rowIds() : await listIds(route.value.scope);
    if (mine === scopeKey.value) choose(ids);
  } catch {
    toast(t('listFailed'), { tone: 'bad' });
  }
}

/** The chosen ones in the order of the list. */
export function chosenInOrder(): number[] {
  const ids = chosen.value ?? new Set<number>();
  const shown = rowIds().filter((id) => ids.has(id));
  const above = new Set(shown);
  return [...shown, ...[...ids].filter((id) => !above.has(id))];
}
