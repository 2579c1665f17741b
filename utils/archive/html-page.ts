import type { ArchiveArticle } from './article';
import { originOf } from './origin';
import { escapeMarkup } from './xml-text';

const style = `:root{color-scheme:light dark}body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.7 serif}
h1,h2{line-height:1.3}header p{font:.85rem/1.5 system-ui;opacity:.75}img,video{max-width:100%;height:auto}
pre{overflow-x:auto}table{border-collapse:collapse}td,th{padding:.2em .5em;border:1px solid}`;

/** Nothing in the file may run or ask for anything but pictures and sounds. */
const policy =
  "default-src 'none'; img-src https: http: data:; media-src https: http:; style-src 'unsafe-inline'";

/** A page's beginning up to its body. */
export function pageHead(title: string, language: string, more = ''): string {
  return `<!doctype html>
<html${language && ` lang="${escapeMarkup(language)}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(title)}</title>
<style>${style}${more}</style>
</head>
`;
}

/** An article as a page of its own. `content`: its HTML, sanitized and well-formed. */
export function writeHtmlPage(article: ArchiveArticle, content: string): string {
  const { title, language } = article;
  return `${pageHead(title, language)}<body>
<header>
<h1>${escapeMarkup(title)}</h1>
${originOf(article)}</header>
<article>${content}</article>
</body>
</html>
`;
}
