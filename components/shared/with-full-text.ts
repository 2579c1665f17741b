import { getBody } from '../../utils/db/entry-lists';
import { getFullText } from '../../utils/db/full-texts';
import type { FullTextRow } from '../../utils/db/schema';
import type { Body } from '../../utils/model/entry';

/** An article's body with the text of its own page, where that was fetched. */
export function withFullText(body: Body | undefined, full: FullTextRow | undefined): Body | undefined {
  if (!body || !full || full.html === '') return body;
  return { ...body, html: full.html, base: full.base, language: body.language || full.language };
}

/** All that there is of an article's text; undefined where none is kept, or it cannot be read. */
export async function readWhole(entryId: number): Promise<Body | undefined> {
  const both = Promise.all([getBody(entryId), getFullText(entryId)]);
  const [body, full] = await both.catch(() => []);
  return withFullText(body, full);
}
