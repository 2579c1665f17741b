const marks = /[\s\p{P}\p{S}]+/gu;
const bare = (text: string) => text.replace(marks, '').toLowerCase();

/** Shorter ones are words that an article may begin with. */
const shortest = 4;

const pictures = 'img, picture, video, audio';

function firstWords(content: DocumentFragment): Node | null {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode.textContent?.trim()) return walker.currentNode;
  return null;
}

/** Leaves out the title where an article begins with it, since it stands above; not where the article says nothing else. */
export function dropRepeatedTitle(content: DocumentFragment, title: string): void {
  const wanted = bare(title);
  if (wanted.length < shortest) return;
  const block = firstWords(content)?.parentElement?.closest('h1, h2, h3, h4, p, div, section');
  if (!block || bare(block.textContent ?? '') !== wanted) return;
  if (block.querySelector(pictures) || block.querySelectorAll('a').length > 1) return;
  if (block.querySelector('a') && !/^h\d$/.test(block.localName)) return;
  const saysMore = content.textContent?.trim() !== block.textContent?.trim();
  if (saysMore || content.querySelector(pictures)) block.remove();
}
