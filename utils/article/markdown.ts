import TurndownService from 'turndown';
import { noOwnImages, type OwnImages, showOwnImages } from './own-images';
import { type ArticlePlace, sanitize } from './sanitize';

const service = new TurndownService({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
});

/** Letters of scripts that put no space between words: CommonMark sees no end of emphasis between punctuation and them. */
const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** `**“引文”**他说` would show its stars, so emphasis that ends in punctuation beside such a letter is written in HTML. */
service.addRule('emphasis', {
  filter: ['strong', 'b', 'em', 'i'],
  replacement: (content, node) => {
    const text = content.trim();
    if (text === '') return content;
    const name = /^(STRONG|B)$/.test(node.nodeName) ? 'strong' : 'em';
    const mark = name === 'strong' ? '**' : '*';
    const [before, after] = [
      node.previousSibling?.textContent?.at(-1) ?? '',
      node.nextSibling?.textContent?.at(0) ?? '',
    ];
    const stuck =
      (/^[\p{P}\p{S}]/u.test(text) && wide.test(before)) || (/[\p{P}\p{S}]$/u.test(text) && wide.test(after));
    return stuck ? `<${name}>${text}</${name}>` : content.replace(text, `${mark}${text}${mark}`);
  },
});

/** A link around nothing is where a mirror took something out. */
service.addRule('emptyLink', {
  filter: (node) =>
    node.nodeName === 'A' && !node.textContent?.trim() && !node.querySelector('img, video, audio'),
  replacement: () => '',
});

/** Captions stand below their picture, tables stay what they are: Markdown has no way to say them whole. */
service.keep((node) => ['TABLE', 'RUBY', 'SUB', 'SUP', 'AUDIO', 'VIDEO', 'DETAILS'].includes(node.nodeName));

/** An article's HTML as CommonMark, sanitized and then changed by `change`; its addresses are absolute. */
export function articleMarkdown(
  html: string,
  place: ArticlePlace,
  own: OwnImages = noOwnImages,
  change: (content: DocumentFragment) => void = () => undefined,
): string {
  const content = sanitize(html, place);
  showOwnImages(content, own);
  change(content);
  return `${service.turndown(content).trim()}\n`;
}
