import type { ArchiveArticle } from '../../utils/archive/article';
import { enclosureWords } from '../../utils/archive/enclosure-words';
import { escapeMarkup } from '../../utils/archive/xml-text';
import { originalAddress } from '../../utils/article/images/chain';
import { imagesIn } from '../../utils/article/images/in-text';
import { readWebUrl } from '../../utils/text/address-url';

/** The name of a picture's file, without the size that publishers put into it (`-300x200`) and whatever proxy it came by. */
function pictureName(address: string): string {
  const path = readWebUrl(originalAddress(address))?.pathname ?? '';
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/[-_]\d{2,4}x\d{2,4}(?=\.\w+$)|\.\w+$/g, '')
    .toLowerCase();
}

/** Whether the text shows that picture, in whatever size. */
function isShown(image: string, article: ArchiveArticle): boolean {
  const shown = imagesIn(article.html, article).flat();
  const name = pictureName(image);
  return shown.includes(image) || (name !== '' && shown.some((one) => pictureName(one) === name));
}

function lead(article: ArchiveArticle): string {
  const address = readWebUrl(article.image)?.href ?? '';
  if (address === '' || isShown(address, article)) return '';
  return `<figure><img src="${escapeMarkup(address)}" alt=""></figure>`;
}

function enclosureList(article: ArchiveArticle): string {
  const lines = enclosureWords(article).map(({ url, name, facts }) => {
    const words = facts && ` (${escapeMarkup(facts)})`;
    return `<li><a href="${escapeMarkup(url)}">${escapeMarkup(name)}</a>${words}</li>`;
  });
  return lines.length > 0 ? `<ul>${lines.join('')}</ul>` : '';
}

/**
 * An article's HTML as its exports show it: the lead picture where the text lacks it, the text, and what came with it as
 * links. In pieces, so that a text that closes nothing takes nothing in.
 */
export function articlePieces(article: ArchiveArticle): string[] {
  return [lead(article), article.html, enclosureList(article)].filter((html) => html !== '');
}
