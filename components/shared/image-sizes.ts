/** Sizes of images as they came, in CSS px, by the address that the feed gave. */
const sizes = new Map<string, { width: number; height: number }>();
/** A few hundred articles with some pictures each. */
const mostKept = 2000;
/** Smaller ones take no room that anybody would miss, and are given none: a dot that counts readers is never drawn as one. */
const leastKept = 3;
/** Narrower ones, signs in a line of text, have no room for words. */
const roomyWidth = 200;

/** Notes how large an image is that has come, so that it has its room before it comes when its article is opened again. */
export function noteSize(
  given: string,
  { naturalWidth: width, naturalHeight: height }: HTMLImageElement,
): void {
  if (width < leastKept || height < leastKept || given.startsWith('data:')) return;
  sizes.set(given, { width, height });
  const [oldest] = sizes.keys();
  if (sizes.size > mostKept && oldest !== undefined) sizes.delete(oldest);
}

/** Gives an image that does not say its size the one it had the last time. */
export function giveSize(image: HTMLImageElement, given: string): void {
  const known = sizes.get(given);
  if (!known || image.hasAttribute('width') || image.hasAttribute('height')) return;
  image.width = known.width;
  image.height = known.height;
}

/**
 * Makes what stands in the place of an image that was shown, and did not come, as large as its place was, so that what is
 * read does not move. Where no size was known there was no place.
 */
export function keepRoom(place: HTMLElement, image: HTMLImageElement): void {
  const [width, height] = [Number(image.getAttribute('width')), Number(image.getAttribute('height'))];
  if (!image.isConnected || !(width >= roomyWidth) || !(height > 0)) return;
  const { style } = place;
  style.inlineSize = `min(100%, ${width}px)`;
  style.aspectRatio = `${width} / ${height}`;
  style.marginBlock = '0';
  const isBlock = getComputedStyle(image).display === 'block';
  style.display = isBlock ? 'grid' : 'inline-grid';
  if (isBlock) style.marginInline = 'auto';
}
