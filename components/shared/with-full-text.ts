import type { FullTextRow } from '../../utils/db/schema';
import type { Body } from '../../utils/model/entry';

/** An article's body with the text of its own page, where that was fetched. */
export function withFullText(body: Body | undefined, full: FullTextRow | undefined): Body | undefined {
  if (!body || !full || full.html === '') return body;
  return { ...body, html: full.html, base: full.base, language: body.language || full.language };
}
