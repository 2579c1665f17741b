import { getBody } from '../../utils/db/entry-lists';
import { getFullText } from '../../utils/db/full-texts';
import type { FullTextRow } from '../../utils/db/schema';
import type { Body, WholeBody } from '../../utils/model/entry';

/** An article's body with the text of its own page, where that was fetched. */
export function withFullText(body: Body | undefined, full: FullTextRow | undefined): WholeBody | undefined {
  if (!body || !full || full.html === '') return body;
  const { html, base, fetchedAt } = full;
  return { ...body, html, base, language: body.language || full.language, pageAt: fetchedAt };
}

/** All that there is of an article's text; undefined where none is kept, or it cannot be read. */
export async function readWhole(entryId: number): Promise<WholeBody | undefined> {
  const both = Promise.all([getBody(entryId), getFullText(entryId)]);
  const [body, full] = await both.catch(() => []);
  return withFullText(body, full);
}
