const opening = /^[（《〈「『【〔“‘([]/;
const closing = /[）》〉」』】〕”’，。、；：！？…)\]]$/;
/** Words that lean on the one before them: no line begins with them where that can be helped. */
const leaning = /^(?:的|地|得|了|着|過|过|们|們|吗|嗎|呢|吧|啊|者|等|々|は|が|を|に|の|で|と|も|へ|や)$/;
const number = /[\d.,%]$/;

/** A headline is not longer; whatever stands in its place is broken as it comes. */
const longest = 300;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter | null {
  if (!/^(?:zh|yue|ja)\b/.test(language) || !('Segmenter' in Intl)) return null;
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

function mayBreak(before: Intl.SegmentData, after: Intl.SegmentData): boolean {
  if (leaning.test(after.segment)) return false;
  if (number.test(before.segment) && after.segment.length === 1) return false;
  if (opening.test(after.segment)) return !opening.test(before.segment);
  if (closing.test(before.segment)) return after.isWordLike === true;
  return before.isWordLike === true && after.isWordLike === true;
}

/** So much between quotation marks stays on one line. */
const longestQuoted = 8;
const quoted = /^[“「『《〈‘].*[”」』》〉’]$/;

/** Puts what short quotations were cut into together again. */
function whole(pieces: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] ?? '';
    let [text, end] = [piece, at];
    while (
      opening.test(piece) &&
      !quoted.test(text) &&
      text.length < longestQuoted &&
      end + 1 < pieces.length
    )
      text += pieces[++end] ?? '';
    const isWhole = end > at && quoted.test(text) && text.length <= longestQuoted;
    kept.push(isWhole ? text : piece);
    if (isWhole) at = end;
  }
  return kept;
}

/**
 * The pieces of a headline in Chinese or Japanese between which its lines may break: words, with the signs that belong to
 * them. The whole text in one piece in other languages, and where the browser knows no words.
 */
export function phrasesOf(text: string, language: string): string[] {
  const segmenter = text.length > longest ? null : segmenterFor(language);
  const pieces: string[] = [];
  let before: Intl.SegmentData | null = null;
  for (const segment of segmenter?.segment(text) ?? []) {
    if (before && !mayBreak(before, segment)) pieces.push((pieces.pop() ?? '') + segment.segment);
    else pieces.push(segment.segment);
    before = segment;
  }
  return pieces.length > 0 ? whole(pieces) : [text];
}

/** Whether a piece is kept on one line: more than a sign, and no more than fits on every line. */
export function isPhrase(piece: string): boolean {
  return piece.length > 1 && piece.length <= longestQuoted + 2;
}

function phrase(piece: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'phrase';
  element.textContent = piece;
  return element;
}

/** Lets the headlines inside an article break between words only. */
export function breakHeadings(content: DocumentFragment, language: string): void {
  for (const heading of content.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    for (const node of [...heading.childNodes]) {
      if (!(node instanceof Text)) continue;
      const pieces = phrasesOf(node.data, language);
      if (pieces.length > 1) node.replaceWith(...pieces.map((one) => (isPhrase(one) ? phrase(one) : one)));
    }
  }
}
