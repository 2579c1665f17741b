import { getIcons } from '../../utils/db/icons';
import { feedIcons } from './icons-state';

/** When each was asked for: an icon that is the same keeps its address, and is not drawn anew. */
const known = new Map<number, number>();

/** Reads the icons from the database. Without them the letters stay. */
export async function loadIcons(): Promise<void> {
  const rows = await getIcons().catch(() => []);
  const next = new Map<number, string>();
  for (const { feedId, blob, askedAt } of rows) {
    if (!blob) continue;
    const last = feedIcons.value.get(feedId);
    const isSame = last !== undefined && known.get(feedId) === askedAt;
    if (last !== undefined && !isSame) URL.revokeObjectURL(last);
    known.set(feedId, askedAt);
    next.set(feedId, isSame ? last : URL.createObjectURL(blob));
  }
  feedIcons.value = next;
}
