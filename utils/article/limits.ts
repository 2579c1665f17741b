import { Nesting } from './nesting';

/** REQ-21: 500 KB of `<div>` took the parser 82 s, so what is over a limit is never parsed. */
const limits = {
  /** Without its pictures: one that is written into its own address is a single long value, of which nothing is made. */
  length: 2_000_000,
  withPictures: 8_000_000,
  depth: 512,
  elements: 50_000,
  attributes: 200,
  comments: 4000,
  costly: 500,
};

/** Of these 24,000 in a row take Chromium's parser or DOMPurify between 4 and 36 s, though they are in no way nested. */
const costly = /^(?:audio|base|embed|form|frame|iframe|object|video)$/;

const rawText = /^(?:iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)$/;
const tagStart = /<(?:(\/?)([a-z][^\s/>]*)|!--|[!?/])/gi;
/** One attribute, as https://html.spec.whatwg.org/multipage/parsing.html#before-attribute-name-state reads it. */
const attribute = /[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?)?/y;
const tagEnd = /[\s/]*>/y;

/** Reads the attributes from `at` on: how many, and where the tag ends. */
function readTag(html: string, at: number): { attributes: number; end: number } {
  let end = at;
  for (let attributes = 0; ; attributes++) {
    tagEnd.lastIndex = end;
    if (tagEnd.test(html)) return { attributes, end: tagEnd.lastIndex };
    attribute.lastIndex = end;
    if (!attribute.test(html) || attributes > limits.attributes) return { attributes, end: html.length };
    end = attribute.lastIndex;
  }
}

function skipTo(html: string, terminator: RegExp, from: number): number {
  terminator.lastIndex = from;
  return terminator.test(html) ? terminator.lastIndex : html.length;
}

function skipRaw(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

function skipDeclaration(html: string, match: RegExpExecArray): number {
  const from = match.index + match[0].length;
  return match[0] === '<!--' ? skipTo(html, /--!?>|(?<=<!--)-?>/g, from) : skipTo(html, />/g, from);
}

/**
 * Whether an article is too long, too deep or too crowded for the HTML parser. One pass, linear in the length; made
 * so that a document can seem deeper than it is, but not flatter.
 */
export function exceedsLimits(html: string): boolean {
  if (html.length > limits.withPictures) return true;
  const nesting = new Nesting();
  let elements = 0;
  let comments = 0;
  let costlyOnes = 0;
  let pictures = 0;
  const starts = new RegExp(tagStart);
  for (let match = starts.exec(html); match; match = starts.exec(html)) {
    const name = match[2]?.toLowerCase();
    if (name === undefined) {
      starts.lastIndex = skipDeclaration(html, match);
      // A document of 24,000 comments outside its body took the parser 4 s.
      if (++comments > limits.comments) return true;
      continue;
    }
    const { attributes, end } = readTag(html, starts.lastIndex);
    const opens = match[1] === '';
    if (name === 'img') pictures += end - match.index;
    if (opens && costly.test(name) && ++costlyOnes > limits.costly) return true;
    if (opens) elements += nesting.enter(name);
    else nesting.leave(name);
    if (attributes > limits.attributes || nesting.depth > limits.depth || elements > limits.elements)
      return true;
    starts.lastIndex = opens && rawText.test(name) ? skipRaw(html, name, end) : end;
  }
  return html.length - pictures > limits.length;
}
