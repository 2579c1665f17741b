import { originalAddress } from '../../utils/article/images/chain';
import { getCachedImages } from '../../utils/db/cached-images';

/** An address within this page of the copy that was kept of an image, by either of its addresses; null without one. */
export async function cachedCopy(given: string): Promise<string | null> {
  try {
    const [copy] = (await getCachedImages([given, originalAddress(given)])).values();
    return copy ? URL.createObjectURL(copy.blob) : null;
  } catch {
    return null;
  }
}
