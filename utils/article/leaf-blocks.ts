import { inlineElements } from '../text/blocks';
import { isMostlyProse } from './prose';

const pictures = 'img, picture, video, audio, iframe';
const noFlow = `:not(${[...inlineElements, 'br'].join(', ')}), ${pictures}`;
/** Where a block is a cell, a caption or an item, and no paragraph. */
const elsewhere = 'pre, table, figure, figcaption, li, dl, details';

/** Whether nothing but words stands in a block. */
function isLeaf(block: Element): boolean {
  return block.querySelector(noFlow) === null && block.closest(elsewhere) === null;
}

const isSmallPrint = (block: Element) =>
  block.childElementCount === 1 && block.firstElementChild?.localName === 'small';

function paragraphOf(block: Element): Element {
  const paragraph = document.createElement('p');
  for (const { name, value } of block.attributes) paragraph.setAttribute(name, value);
  paragraph.append(...block.childNodes);
  return paragraph;
}

/**
 * Makes paragraphs of the divisions and sections that some editors write in their place, one in the other, and leaves out
 * those that stand for an empty line. Where they are short they may be verses or lines, and stay.
 */
export function setLeaves(content: DocumentFragment): void {
  const leaves = [...content.querySelectorAll('div, section')].filter(isLeaf);
  const [empty, full] = [
    leaves.filter(({ textContent }) => textContent?.trim() === ''),
    leaves.filter((block) => block.textContent?.trim() !== '' && !isSmallPrint(block)),
  ];
  if (full.length < 2 || !isMostlyProse(full.map(({ textContent }) => textContent ?? ''))) return;
  for (const block of full) block.replaceWith(paragraphOf(block));
  for (const block of empty) if (block.id === '') block.remove();
}
