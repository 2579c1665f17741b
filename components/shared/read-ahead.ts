import { getBody } from '../../utils/db/entry-lists';
import { getFullText } from '../../utils/db/full-texts';
import type { Entry } from '../../utils/model/entry';
import { cleanAhead } from './cleaning';
import type { Prepared } from './prepared';

/** All that is read and looked up before an article can be drawn. It is sanitized when it is shown, as ever. */
export async function readAhead(entry: Entry): Promise<Prepared> {
  const [body, full] = await Promise.all([getBody(entry.id), getFullText(entry.id)]);
  if (body) await cleanAhead(entry, body);
  return { body, full };
}
