import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import { htmlToText } from '../text/html-text';
import { wellFormed } from './well-formed';

/** The article that a page holds. */
export interface ExtractedArticle {
  /** Raw: to be sanitized like what feeds send. Its addresses are absolute. */
  html: string;
  /** BCP 47 as the page declares it; '' where it does not. */
  language: string;
  /** Characters of its text. */
  length: number;
}

/** A page's text of this many characters is an article; a Chinese character says as much as two letters or three. */
const enough = { wide: 200, other: 500 };
/** Less than this is a caption or a line of links. */
const least = 80;
const wideLetters = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;
/** More of a page is not looked at. */
const longest = 3_000_000;

/** The article in a web page; null where there is none to be found. Needs no DOM; never throws. */
export function extractArticle(html: string, url: string): ExtractedArticle | null {
  const page = html.slice(0, longest);
  try {
    const parser = new JSDOMParser();
    const wide = (page.match(wideLetters)?.length ?? 0) > 300;
    const found = new Readability(parser.parse(wellFormed(page), url), {
      charThreshold: wide ? enough.wide : enough.other,
    }).parse();
    const content = found?.content ?? '';
    const length = htmlToText(content, longest).length;
    if (length < least) return null;
    return { html: content, language: declaredLanguage(page), length };
  } catch {
    return null;
  }
}

function declaredLanguage(html: string): string {
  return (
    /<html\b[^>]*?\slang\s*=\s*["']?([a-z]{2,3}(?:-[a-z\d]{2,8})*)/i.exec(html.slice(0, 5000))?.[1] ?? ''
  );
}
