import { inlineElements } from '../text/blocks';
import { isProse, startsIndented, widthOf } from './prose';

/** What may hold lines that are paragraphs. */
const holders = 'p, div, section, article, main, blockquote, td';
const notFlowing = new Set(['img', 'picture', 'video', 'audio', 'iframe']);

const isBreak = (node: Node) => node instanceof Element && node.localName === 'br';

function flows(node: Node): boolean {
  if (!(node instanceof Element)) return node instanceof Text;
  return node.localName === 'br' || (inlineElements.has(node.localName) && !notFlowing.has(node.localName));
}

/** The nodes that follow one another without a block or a picture between them. */
function runsOf(holder: DocumentFragment | Element): Node[][] {
  const runs: Node[][] = [[]];
  for (const node of holder.childNodes) {
    if (flows(node)) runs.at(-1)?.push(node);
    else runs.push([]);
  }
  return runs;
}

/** Cuts a text after each of its newlines. */
function cutText(text: Text): Text[] {
  const pieces = text.data.split(/(?<=\n)/).map((line) => document.createTextNode(line));
  if (pieces.length < 2) return [text];
  const cut = document.createDocumentFragment();
  for (const piece of pieces) cut.append(piece);
  text.replaceWith(cut);
  return pieces;
}

function linesOf(run: readonly Node[], ends: (node: Node) => boolean): Node[][] {
  const lines: Node[][] = [[]];
  for (const node of run) {
    if (!isBreak(node)) lines.at(-1)?.push(node);
    if (ends(node)) lines.push([]);
  }
  return lines.filter((line) => wordsOf(line).trim() !== '');
}

const wordsOf = (line: readonly Node[]) => line.map((node) => node.textContent ?? '').join('');

/** What was set once and read again has its lines already. */
function ownLine(line: readonly Node[]): HTMLElement {
  const [first] = line;
  if (line.length === 1 && first instanceof HTMLSpanElement && first.attributes.length === 0) return first;
  const made = document.createElement('span');
  first?.parentNode?.insertBefore(made, first);
  made.append(...line);
  return made;
}

function wrap(lines: readonly Node[][]): void {
  for (const line of lines) ownLine(line).className = 'line';
}

function areParagraphs(lines: readonly Node[][]): boolean {
  const words = lines.map(wordsOf);
  if (lines.length < 2) return false;
  const indented = words.filter(startsIndented).length;
  const width = words.reduce((sum, one) => sum + widthOf(one), 0) / lines.length;
  return isProse(words) || (indented >= lines.length / 2 && width >= 40);
}

const isBlank = (node: Node) => node.textContent?.trim() === '';
/** The white space at the end of a node. */
function endOf({ textContent }: Node): string {
  const text = textContent ?? '';
  return text.slice(text.trimEnd().length);
}

const endsLine = (node: Node) => endOf(node).includes('\n');
const endsPart = (node: Node) => isBlank(node) || endOf(node).split('\n').length > 2;

/** Without any markup but links; and lines that were set once. */
function isPlain(content: DocumentFragment): boolean {
  const isLine = (one: Element) =>
    one.localName === 'span' &&
    one.childElementCount === 0 &&
    (endsLine(one) || one === content.lastElementChild);
  return [...content.children].every((one) => one.localName === 'a' || isLine(one));
}

/** A text that came without any markup: its newlines are all that it has. */
function setPlain(content: DocumentFragment): void {
  if (!content.textContent?.includes('\n') || !isPlain(content)) return;
  const run = [...content.childNodes].flatMap((node) => (node instanceof Text ? cutText(node) : [node]));
  const lines = linesOf(run, endsLine);
  const parts = areParagraphs(lines) ? lines : linesOf(run, endsPart);
  if (parts.length > 1) wrap(parts);
}

/**
 * Gives lines that are paragraphs the room of paragraphs: those between single breaks, and in a text without any markup
 * those between newlines. They become lines of their own inside their block, which stays one, as it is in the article's HTML
 * (`splitBlocks`). Verses, addresses and lists of names stay as they are.
 */
export function setLines(content: DocumentFragment): void {
  setPlain(content);
  for (const holder of [content, ...content.querySelectorAll(holders)]) {
    if (holder instanceof Element && holder.closest('pre')) continue;
    if (![...holder.childNodes].some(isBreak)) continue;
    for (const run of runsOf(holder)) {
      const lines = linesOf(run, isBreak);
      if (areParagraphs(lines)) wrap(lines);
    }
  }
}
