import { deleteSearch, putSearch } from '../db/searches';
import type { Input, Output } from '../messages/protocol';
import { ProblemError } from '../model/problem';
import type { World } from './world';

/** Keeps a search among the views, or changes one that is kept. Throws input-invalid without a query. */
export async function saveSearch(
  world: World,
  { searchId, title, query, place }: Input<'saveSearch'>,
): Promise<Output<'saveSearch'>> {
  const wanted = query.trim();
  if (wanted === '') throw new ProblemError({ kind: 'input-invalid', field: 'query' });
  const search = { title: title.trim() || wanted, query: wanted };
  const id = await putSearch(searchId === undefined ? search : { ...search, id: searchId }, place);
  world.announce({ kind: 'tags' });
  return { searchId: id };
}

/** It can be put back by saving it again under its id. */
export async function removeSearch(
  world: World,
  { searchId }: Input<'removeSearch'>,
): Promise<Output<'removeSearch'>> {
  await deleteSearch(searchId);
  world.announce({ kind: 'tags' });
  return { searchId };
}
