import { escapeMarkup } from './xml-text';

/** A chapter as the package document and the table of contents name it. */
export interface EpubChapter {
  file: string;
  title: string;
}

export interface EpubBook {
  /** Unique; a urn. */
  id: string;
  title: string;
  /** BCP 47. */
  language: string;
  /** ms */
  modified: number;
}

const xml = '<?xml version="1.0" encoding="utf-8"?>\n';

export const epubContainer = `${xml}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

export const epubStyle = `h1{line-height:1.3}.origin{font-size:.85em}table{border-collapse:collapse}td,th{border:1px solid;padding:.2em .5em}
`;

const types: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** The kinds of pictures that every reading system shows (EPUB 3.3, 3.2); others need a stand-in, and are not put in. */
export function bookType(path: string): string | undefined {
  return types[path.slice(path.lastIndexOf('.') + 1)];
}

/** The package document (EPUB 3.3, 5): what the book is, its files, and their order. */
export function epubPackage(
  { id, title, language, modified }: EpubBook,
  chapters: readonly EpubChapter[],
  images: readonly { path: string }[] = [],
): string {
  const pictures = images.map(
    ({ path }, i) => `<item id="p${i}" href="${path}" media-type="${bookType(path)}"/>`,
  );
  const items = chapters.map(
    ({ file }, i) => `<item id="c${i}" href="${file}" media-type="application/xhtml+xml"/>`,
  );
  const order = chapters.map((_, i) => `<itemref idref="c${i}"/>`);
  return `${xml}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${escapeMarkup(language)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeMarkup(id)}</dc:identifier>
<dc:title>${escapeMarkup(title)}</dc:title>
<dc:language>${escapeMarkup(language)}</dc:language>
<meta property="dcterms:modified">${new Date(modified).toISOString().replace(/\.\d+Z$/, 'Z')}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${[...items, ...pictures].join('\n')}
</manifest>
<spine>
${order.join('\n')}
</spine>
</package>
`;
}

/** The table of contents (EPUB 3.3, 7). */
export function epubNav({ title, language }: EpubBook, chapters: readonly EpubChapter[]): string {
  const lines = chapters.map(
    (chapter) => `<li><a href="${chapter.file}">${escapeMarkup(chapter.title)}</a></li>`,
  );
  const list = `<nav epub:type="toc"><h1>${escapeMarkup(title)}</h1>\n<ol>\n${lines.join('\n')}\n</ol></nav>`;
  return epubPage(title, language, list);
}

/** A content document; `content` is well-formed. */
export function epubPage(title: string, language: string, content: string): string {
  const lang = escapeMarkup(language);
  return `${xml}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${lang}" lang="${lang}">
<head><title>${escapeMarkup(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
${content}
</body>
</html>
`;
}
