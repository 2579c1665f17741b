import { parseSrcset } from './images/srcset';

/** Where a picture of this address stands in the file that an article goes into; undefined for one that does not. */
export type OwnImages = (address: string) => string | undefined;

/** All addresses that an image offers, its own first. */
function addressesOf(image: Element): string[] {
  const sources = [image, ...(image.closest('picture')?.querySelectorAll('source') ?? [])];
  const sets = sources.flatMap((one) => parseSrcset(one.getAttribute('srcset') ?? ''));
  return [image.getAttribute('src') ?? '', ...sets.map(({ url }) => url)].filter((address) => address !== '');
}

/** Gives the images of a sanitized article, which loads nothing yet, the addresses that they have in its own file. */
export function showOwnImages(content: DocumentFragment, own: OwnImages): void {
  for (const image of content.querySelectorAll('img')) {
    const found = addressesOf(image)
      .map(own)
      .find((address) => address !== undefined);
    if (found === undefined) continue;
    image.closest('picture')?.replaceWith(image);
    image.removeAttribute('srcset');
    image.removeAttribute('sizes');
    image.setAttribute('src', found);
  }
}

export const noOwnImages: OwnImages = () => undefined;
