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
  const newline = text.data.indexOf('\n');
  if (newline < 0 || newline === text.length - 1) return [text];
  return [text, ...cutText(text.splitText(newline + 1))];
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

function wrap(lines: readonly Node[][]): void {
  for (const line of lines) {
    const wrapped = document.createElement('span');
    wrapped.className = 'line';
    line[0]?.parentNode?.insertBefore(wrapped, line[0]);
    wrapped.append(...line);
  }
}

function areParagraphs(lines: readonly Node[][]): boolean {
  const words = lines.map(wordsOf);
  if (lines.length < 2) return false;
  const indented = words.filter(startsIndented).length;
  const width = words.reduce((sum, one) => sum + widthOf(one), 0) / lines.length;
  return isProse(words) || (indented >= lines.length / 2 && width >= 40);
}

const isBlank = (node: Node) => node.textContent?.trim() === '';
const endsLine = (node: Node) => node instanceof Text && node.data.endsWith('\n');

/** A text that came without any markup: its newlines are all that it has. */
function setPlain(content: DocumentFragment): void {
  const { children, textContent } = content;
  if (!textContent?.includes('\n') || [...children].some(({ localName }) => localName !== 'a')) return;
  const run = [...content.childNodes].flatMap((node) => (node instanceof Text ? cutText(node) : [node]));
  const lines = linesOf(run, endsLine);
  const parts = areParagraphs(lines) ? lines : linesOf(run, isBlank);
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
