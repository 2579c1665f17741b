import type { Picked } from '../../utils/clean/offer-rules';
import { inlineElements } from '../../utils/text/blocks';
import { collapse } from '../../utils/text/html-text';

/** A paragraph, line or picture of an article as it stands on the page. */
export interface ShownBlock {
  range: Range;
  picked: Picked;
}

interface Run {
  first: Node;
  last: Node;
  text: string;
  hasPicture: boolean;
}

const pictures = new Set(['img', 'video', 'audio', 'math', 'svg']);

/** Reads the page as `splitBlocks` reads HTML. */
class Runs {
  readonly found: Run[] = [];
  #open: Run | null = null;
  #breaks = 0;

  read(node: Node): void {
    if (node instanceof Text) this.#add(node, node.data, false);
    else if (node instanceof Element) this.#element(node);
  }

  close(): void {
    const run = this.#open;
    this.#open = null;
    this.#breaks = 0;
    if (run && (run.hasPicture || run.text.trim() !== '')) this.found.push(run);
  }

  #element(element: Element): void {
    const { localName } = element;
    // what stands in for a picture or a player is one of ours, and has its words in a tree of its own
    if (pictures.has(localName) || element.shadowRoot) this.#add(element, '', true);
    else if (localName === 'br') this.#break(element);
    else if (inlineElements.has(localName)) for (const child of element.childNodes) this.read(child);
    else {
      this.close();
      for (const child of element.childNodes) this.read(child);
      this.close();
    }
  }

  #break(element: Element): void {
    if (++this.#breaks > 1) this.close();
    else if (this.#open) Object.assign(this.#open, { last: element, text: `${this.#open.text} ` });
  }

  #add(node: Node, text: string, hasPicture: boolean): void {
    if (!hasPicture && text.trim() === '' && !this.#open) return;
    if (hasPicture || text.trim() !== '') this.#breaks = 0;
    this.#open ??= { first: node, last: node, text: '', hasPicture: false };
    Object.assign(this.#open, {
      last: node,
      text: this.#open.text + text,
      hasPicture: this.#open.hasPicture || hasPicture,
    });
  }
}

/** What an article shows, block by block: the same blocks that its HTML has. */
export function shownBlocks(root: Element): ShownBlock[] {
  const runs = new Runs();
  for (const child of root.childNodes) runs.read(child);
  runs.close();
  const texts = runs.found.map(({ text }) => collapse(text));
  const of = texts.filter((text) => text === '').length;
  let place = 0;
  return runs.found.map(({ first, last }, at) => {
    const range = document.createRange();
    range.setStartBefore(first);
    range.setEndAfter(last);
    const text = texts[at] ?? '';
    return { range, picked: { text, picture: text === '' ? { place: place++, of } : null } };
  });
}

/** The block at a point of the window: of those around it the smallest; -1 for none. */
export function blockAt(blocks: readonly ShownBlock[], x: number, y: number): number {
  let best = { at: -1, size: Number.POSITIVE_INFINITY };
  for (const [at, { range }] of blocks.entries()) {
    const { top, bottom, left, right, width, height } = range.getBoundingClientRect();
    const size = width * height;
    if (y >= top && y <= bottom && x >= left - 40 && x <= right + 40 && size < best.size) best = { at, size };
  }
  return best.at;
}
