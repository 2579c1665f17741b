const pictures = 'img, picture, video';
/** A caption is not longer. */
const longest = 160;
/** What tells the words below a picture from the next paragraph: how they begin, or whom they end with. */
const beginning =
  /^[（(【[]?\s*(?:[▲△▼▽↑↓◎●■□◆]|[图圖](?:[一二三四五六七八九十\d]{0,3}\s*[：:｜|/／／]|[为為片说說源注註示]|\s*[\d一二三]+[.、\s])|(?:资料|資料|档案|檔案|示意|截|配)[图圖照]|(?:摄影|攝影|图源|圖源|供图|供圖)[：:／/｜|\s]|(?:photo|image|credit|source|picture)s?\s*[:：])/i;
const ending =
  /(?:[\s／/（(|｜：:，。](?:[\p{sc=Han}·]{2,8})?[摄攝]|(?:资料|資料|档案|檔案|示意|截)[图圖照]片?|供[图圖]|[图圖]片?来源[：:].{0,30}|(?:路透社?|法新社?|美联社|美聯社|新华社|新華社|中新社|中央社|视觉中国|視覺中國|Getty Images?|Reuters|AFP|AP|Xinhua|Shutterstock))\s*(?:发|照片|图片|圖片)?[）)】\]。]?$/u;

const wordsOf = (node: Node) => (node.textContent ?? '').trim();

function isCaption(words: string): boolean {
  return words !== '' && words.length <= longest && (beginning.test(words) || ending.test(words));
}

/** Whether a block shows a picture and says nothing. */
const isPicture = (block: Element | null) =>
  block !== null && block.querySelector(pictures) !== null && wordsOf(block) === '';

/** The words below a picture in its own paragraph, behind a break. */
function markBelow(lineBreak: Element): void {
  const before = lineBreak.previousElementSibling;
  if (!before || !(before.matches(pictures) || isPicture(before))) return;
  const words: Node[] = [];
  for (let node = lineBreak.nextSibling; node; node = node.nextSibling) words.push(node);
  const text = words.map(wordsOf).join('');
  const holdsMore = words.some((one) => one instanceof Element && one.matches(`br, ${pictures}`));
  if (holdsMore || !isCaption(text)) return;
  const caption = document.createElement('span');
  caption.className = 'caption-line';
  caption.append(...words);
  lineBreak.after(caption);
}

/** Tells the captions that a feed wrote as paragraphs below its pictures from the paragraphs that follow. */
export function setCaptions(content: DocumentFragment): void {
  for (const paragraph of content.querySelectorAll('p')) {
    const before =
      paragraph.previousElementSibling ?? paragraph.parentElement?.previousElementSibling ?? null;
    const isBelow = before !== null && (before.matches(pictures) || isPicture(before));
    if (isBelow && paragraph.querySelector(pictures) === null && isCaption(wordsOf(paragraph)))
      paragraph.classList.add('caption-line');
  }
  for (const lineBreak of content.querySelectorAll('p > br, div > br, section > br')) markBelow(lineBreak);
}
