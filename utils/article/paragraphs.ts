import { inlineElements } from '../text/blocks';
import { setLeaves } from './leaf-blocks';
import { setLines } from './lines';
import { indent } from './prose';

/** What may hold paragraphs that are told by their breaks alone. */
const holders = 'p, div, section, article, main, blockquote';
/** Shown as blocks where they stand beside paragraphs, not in one. */
const pictures = new Set(['img', 'picture', 'video', 'audio']);

const isBlank = (node: Node) => node instanceof Text && node.data.trim() === '';
const isBreak = (node: Node) => node instanceof Element && node.localName === 'br';

function isBlock(node: Node): boolean {
  if (!(node instanceof Element)) return false;
  const { localName } = node;
  return pictures.has(localName) || (localName !== 'br' && !inlineElements.has(localName));
}

/** Where a run of breaks with nothing between them ends; `from` itself where there are fewer than two. */
function endOfBreaks(nodes: readonly Node[], from: number): number {
  let [breaks, end] = [0, from];
  for (let at = from; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (!node || !(isBreak(node) || isBlank(node))) break;
    if (isBreak(node)) [breaks, end] = [breaks + 1, at + 1];
  }
  return breaks > 1 ? end : from;
}

/** A block by itself, or what flows in one paragraph. */
type Part = Element | Node[];

/** The parts of a holder: what two breaks or a block set apart, and the blocks where `blocks` says so. */
function partsOf(nodes: readonly Node[], blocks: boolean): Part[] {
  const parts: Part[] = [];
  let open: Node[] = [];
  const close = () => {
    if (open.some((node) => !isBlank(node))) parts.push(open);
    open = [];
  };
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    const end = endOfBreaks(nodes, at);
    if (end > at || (blocks && node && isBlock(node))) close();
    if (end > at) at = end - 1;
    else if (blocks && node instanceof Element && isBlock(node)) parts.push(node);
    else if (node) open.push(node);
  }
  close();
  return parts;
}

function paragraphOf(nodes: readonly Node[], like: Element | null): Element {
  const paragraph = like ? document.importNode(like, false) : document.createElement('p');
  for (const node of nodes) paragraph.append(node);
  return paragraph;
}

function split(holder: DocumentFragment | Element): void {
  if ([...holder.children].filter(isBreak).length < 2) return;
  const isParagraph = holder instanceof Element && holder.localName === 'p';
  const parts = partsOf([...holder.childNodes], !isParagraph);
  if (parts.length < 2 && isParagraph) return;
  const made = document.createDocumentFragment();
  for (const [at, part] of parts.entries()) {
    const paragraph = part instanceof Element ? part : paragraphOf(part, isParagraph ? holder : null);
    if (isParagraph && at > 0) paragraph.removeAttribute('id');
    made.append(paragraph);
  }
  if (isParagraph) holder.replaceWith(made);
  else holder.replaceChildren(made);
}

/** What some editors write for an empty line: its room stands between paragraphs anyway. */
function dropEmpty(content: DocumentFragment): void {
  for (const paragraph of content.querySelectorAll('p:not([id])')) {
    const isEmpty =
      [...paragraph.querySelectorAll('*')].every(isSpacer) && paragraph.textContent?.trim() === '';
    if (isEmpty) paragraph.remove();
  }
}

const isSpacer = ({ localName }: Element) => localName === 'br' || localName === 'span';

/** Two wide spaces begin a paragraph in Chinese print; here it begins below a gap. Verses keep theirs. */
function outdent(content: DocumentFragment): void {
  for (const block of content.querySelectorAll('p, .line')) {
    if (block.querySelector('br') && !block.querySelector('.line')) continue;
    const first = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
    if (first instanceof Text) first.data = first.data.replace(indent, '');
  }
}

/** A place and a dash, as agencies begin a report: `华盛顿 — `. */
const dateline = /^\s*\p{L}[^.。!！?？\n]{0,40}[—–―-]{1,2}\s*$/u;

/**
 * Gives paragraphs that a feed set apart by two breaks only the element, and so the room, of others; and lets a dateline
 * before a paragraph begin its first line. Blocks of the article stay what they were: two breaks divide them in its HTML
 * too (`splitBlocks`).
 */
export function setParagraphs(content: DocumentFragment): void {
  dropEmpty(content);
  split(content);
  for (const holder of content.querySelectorAll(holders)) if (!holder.closest('pre, table')) split(holder);
  setLeaves(content);
  setLines(content);
  outdent(content);
  for (const paragraph of content.querySelectorAll('p')) {
    const before = paragraph.previousSibling;
    if (before instanceof Text && dateline.test(before.data)) paragraph.classList.add('run-in');
  }
}
