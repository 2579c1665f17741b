import type { Tag } from '../model/tag';
import { asTag, readable } from './rows';
import type { AnyTx } from './schema';
import { read } from './transaction';

/** The tags in use, by name. */
export async function listTags(): Promise<Tag[]> {
  const tags = await read(['tags'], loadTags);
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return tags.filter((tag) => tag.removedAt === null).sort((a, b) => compare(a.title, b.title));
}

export function isInUse(tag: Tag): boolean {
  return tag.removedAt === null;
}

/** All tags, those in the bin too. */
export async function loadTags(tx: AnyTx): Promise<Tag[]> {
  return readable(await tx.objectStore('tags').getAll(), asTag);
}
