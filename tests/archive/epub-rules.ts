import { strFromU8, unzipSync } from 'fflate';

/** The kinds of files that every reading system shows (EPUB 3.3, 3.2), by how such a file begins. */
const kinds: Record<string, RegExp> = {
  'application/xhtml+xml': /^<\?xml version="1\.0" encoding="utf-8"\?>\n<!DOCTYPE html>\n<html/,
  'text/css': /^[^<]/,
  'image/png': /^\x89PNG\r\n/,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/gif': /^GIF8[79]a/,
  'image/webp': /^RIFF....WEBP/s,
  'image/svg+xml': /^<(?:\?xml|svg)/,
};
const xhtml = 'http://www.w3.org/1999/xhtml';
const words = (text: string) => new Set(text.split(' '));
const phrasing = words(
  'em strong b i u s sub sup small code q cite abbr mark del ins kbd samp var a br ruby rt rp img span',
);
const blocks = words(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol pre hr table div figure figcaption li caption thead tbody tfoot tr th td',
);
const known = new Set([...phrasing, ...blocks]);
/** Whose children must be of these kinds, and hold no words of their own. */
const strict: Record<string, Set<string>> = {
  ul: words('li'),
  ol: words('li'),
  table: words('caption thead tbody tfoot tr'),
  thead: words('tr'),
  tbody: words('tr'),
  tfoot: words('tr'),
  tr: words('td th'),
};
const parents: Record<string, Set<string>> = {
  li: words('ul ol'),
  tr: words('thead tbody tfoot table'),
  td: words('tr'),
  th: words('tr'),
  caption: words('table'),
  thead: words('table'),
  tbody: words('table'),
  tfoot: words('table'),
  figcaption: words('figure'),
  rt: words('ruby'),
  rp: words('ruby'),
};
const ofWords = words('p h1 h2 h3 h4 h5 h6 pre');
const attributes: Record<string, RegExp> = {
  'a href': /^(?:https?|mailto|tel):[^\s<>"{}|\\^`]+$/,
  'img src': /^images\/[\da-f]{64}\.\w+$/,
  'img alt': /^/,
  'td colspan': /^[1-9]\d{0,2}$/,
  'td rowspan': /^[1-9]\d{0,2}$/,
  'th colspan': /^[1-9]\d{0,2}$/,
  'th rowspan': /^[1-9]\d{0,2}$/,
};

/** RFC 5646, well-formed: no more can be told without the registry. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * What a book breaks of the rules that epubcheck reports, as far as they can be told without it: the container (PKG, OCF),
 * the package (OPF), its files and addresses (RSC), the content documents (HTM) and the table of contents (NAV).
 */
export function epubFaults(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const fault = (rule: string, what: string) => faults.push(`${rule}: ${what}`);
  const head = strFromU8(bytes.subarray(0, 58), true);
  if (head.slice(0, 4) !== 'PK\x03\x04' || head.slice(30) !== 'mimetypeapplication/epub+zip')
    fault('PKG-006', 'the mimetype is not first');
  if (bytes[8] !== 0 || bytes[28] !== 0) fault('PKG-005', 'the mimetype is packed, or has an extra field');
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  if (strFromU8(files.mimetype ?? new Uint8Array()) !== 'application/epub+zip') fault('PKG-007', 'mimetype');
  for (const name of names) if (/["*:<>?\\\p{Cc}]|\.$|\s/u.test(name)) fault('PKG-009', name);
  if (new Set(names.map((name) => name.normalize('NFC').toLowerCase())).size < names.length)
    fault('OPF-060', 'names differ in nothing but capitals');
  const xml = (path: string) => parseXml(files[path], path, fault);
  const container = xml('META-INF/container.xml');
  const root = container?.querySelector('rootfile[media-type="application/oebps-package+xml"]');
  const opfPath = root?.getAttribute('full-path') ?? '';
  const opf = xml(opfPath);
  if (!opf) return [...faults, 'RSC-002: no package document'];
  checkMetadata(opf, fault);
  const home = opfPath.slice(0, opfPath.lastIndexOf('/') + 1);
  const items = checkManifest(opf, files, home, fault);
  const declared = new Set([...items.values()].map(({ href }) => home + href));
  for (const name of names)
    if (name !== 'mimetype' && name !== opfPath && !name.startsWith('META-INF/') && !declared.has(name))
      fault('OPF-003', name);
  const order = [...opf.querySelectorAll('spine > itemref')].map((item) => item.getAttribute('idref') ?? '');
  if (order.length === 0) fault('OPF-033', 'an empty spine');
  if (new Set(order).size < order.length) fault('OPF-034', 'a chapter stands twice in the spine');
  for (const id of order) if (items.get(id)?.type !== 'application/xhtml+xml') fault('OPF-043', id);
  const hrefs = new Set([...items.values()].map(({ href }) => href));
  for (const { href, type, isNav } of items.values()) {
    if (type !== 'application/xhtml+xml') continue;
    const page = xml(home + href);
    if (!page) continue;
    checkHead(page, href, fault);
    if (isNav)
      checkNav(
        page,
        order.map((id) => items.get(id)?.href ?? ''),
        fault,
      );
    else checkContent(page, href, hrefs, fault);
  }
  return faults;
}

type Fault = (rule: string, what: string) => void;

function parseXml(bytes: Uint8Array | undefined, path: string, fault: Fault): Document | null {
  if (!bytes) {
    fault('RSC-001', path);
    return null;
  }
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (/<!ENTITY|<!DOCTYPE(?! html>)/.test(text)) fault('HTM-004', path);
  const read = new DOMParser().parseFromString(text, 'application/xml');
  const error = read.querySelector('parsererror');
  if (error) fault('RSC-016', `${path}: ${error.textContent}`);
  return error ? null : read;
}

function checkMetadata(opf: Document, fault: Fault): void {
  const { documentElement: root } = opf;
  if (root.getAttribute('version') !== '3.0') fault('OPF-001', 'version');
  const id = opf.getElementById(root.getAttribute('unique-identifier') ?? '');
  if (id?.localName !== 'identifier' || !id.textContent?.trim()) fault('OPF-030', 'no unique identifier');
  if (!opf.querySelector('metadata > title')?.textContent?.trim()) fault('RSC-005', 'no title');
  const languages = [...opf.querySelectorAll('metadata > language')].map((one) => one.textContent ?? '');
  if (languages.length === 0) fault('RSC-005', 'no language');
  for (const tag of [...languages, root.getAttribute('xml:lang') ?? 'und'])
    if (!isLanguage(tag)) fault('OPF-092', tag);
  const modified = [...opf.querySelectorAll('meta[property="dcterms:modified"]')];
  if (modified.length !== 1 || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(modified[0]?.textContent ?? ''))
    fault('RSC-005', 'dcterms:modified');
}

interface Item {
  href: string;
  type: string;
  isNav: boolean;
}

function checkManifest(opf: Document, files: Record<string, Uint8Array>, home: string, fault: Fault) {
  const items = new Map<string, Item>();
  const ids = [...opf.querySelectorAll('[id]')].map((one) => one.id);
  if (new Set(ids).size < ids.length) fault('RSC-005', 'an id stands twice');
  for (const item of opf.querySelectorAll('manifest > item')) {
    const [href, type] = [item.getAttribute('href') ?? '', item.getAttribute('media-type') ?? ''];
    if (!/^[A-Za-z_][\w.-]*$/.test(item.id)) fault('RSC-005', `id ${item.id}`);
    if ([...items.values()].some((one) => one.href === href)) fault('OPF-074', href);
    const bytes = files[home + href];
    if (!bytes) fault('RSC-001', href);
    else if (!kinds[type]?.test(strFromU8(bytes.subarray(0, 200), true))) fault('OPF-029', `${href} ${type}`);
    items.set(item.id, { href, type, isNav: item.getAttribute('properties') === 'nav' });
  }
  if ([...items.values()].filter(({ isNav }) => isNav).length !== 1) fault('RSC-005', 'not one nav');
  return items;
}

function checkHead(page: Document, path: string, fault: Fault): void {
  const { documentElement: root } = page;
  if (root.localName !== 'html' || root.namespaceURI !== xhtml) fault('RSC-005', `${path}: no html`);
  if (!page.querySelector('head > title')?.textContent?.trim()) fault('RSC-017', `${path}: no title`);
  if (root.lang !== root.getAttribute('xml:lang') || !isLanguage(root.lang)) fault('OPF-092', path);
  const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
  if (new Set(ids).size < ids.length) fault('RSC-005', `${path}: an id stands twice`);
}

function checkNav(page: Document, order: readonly string[], fault: Fault): void {
  const tables = page.querySelectorAll('nav');
  const isToc = tables[0]?.getAttributeNS('http://www.idpf.org/2007/ops', 'type') === 'toc';
  if (tables.length !== 1 || !isToc) fault('RSC-005', 'no table of contents');
  const links = [...page.querySelectorAll('nav > ol > li > a')];
  if (links.length === 0) fault('RSC-005', 'an empty table of contents');
  for (const link of links) if (!link.textContent?.trim()) fault('RSC-005', 'a link without words');
  const hrefs = links.map((link) => link.getAttribute('href'));
  if (hrefs.join() !== order.join()) fault('NAV-011', 'not in the order of the spine');
}

function checkContent(page: Document, path: string, hrefs: ReadonlySet<string>, fault: Fault): void {
  for (const element of page.querySelectorAll('body *')) {
    const name = element.localName;
    const where = `${path}: ${name}`;
    if (element.namespaceURI !== xhtml || !known.has(name)) fault('RSC-005', where);
    const parent = element.parentElement?.localName ?? '';
    if (parents[name] && !parents[name].has(parent)) fault('RSC-005', `${where} in ${parent}`);
    const allowed = strict[name];
    if (allowed) {
      const isWrong = (node: Node) =>
        node instanceof Element ? !allowed.has(node.localName) : node.textContent?.trim() !== '';
      if ([...element.childNodes].some(isWrong)) fault('RSC-005', `${where} holds what it may not`);
    }
    const holdsBlock = [...element.children].some((child) => blocks.has(child.localName));
    if ((ofWords.has(name) || phrasing.has(name)) && holdsBlock) fault('RSC-005', `${where} holds a block`);
    if (name === 'caption' && element.querySelector('table')) fault('RSC-005', `${where} holds a table`);
    if (/^(?:a|ruby)$/.test(name) && element.querySelector(name)) fault('RSC-005', `${where} in itself`);
    if (name === 'ruby' && !element.querySelector('rt')) fault('RSC-005', `${where} without its reading`);
    if (name === 'img' && !element.hasAttribute('alt')) fault('RSC-005', `${where} without words`);
    checkAttributes(element, where, hrefs, fault);
  }
}

function checkAttributes(element: Element, where: string, hrefs: ReadonlySet<string>, fault: Fault): void {
  for (const { name, value } of element.attributes) {
    if (name === 'class') continue;
    const isDirection = name === 'dir' && /^(?:ltr|rtl|auto)$/.test(value);
    const rule = attributes[`${element.localName} ${name}`];
    if (!isDirection && !rule?.test(value)) fault('RSC-020', `${where} ${name}="${value}"`);
    if (name === 'src' && !hrefs.has(value)) fault('RSC-008', `${where} ${value} is not in the book`);
  }
}
