import { formControls, neverThere, ownStyle, safeAttributes, safeTags } from './allowed';

/** An element as plain data, so that a page can hand its article to a judge outside. */
export interface Part {
  name: string;
  namespace: string;
  attributes: Record<string, string>;
}

/** The elements of an article. Uses nothing from outside itself: drivers send it into pages as text. */
export function partsOf(root: ParentNode): Part[] {
  return Array.from(root.querySelectorAll('*'), (element) => ({
    name: element.localName,
    namespace: element.namespaceURI ?? '',
    attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
  }));
}

const namespaces = ['http://www.w3.org/1999/xhtml', 'http://www.w3.org/1998/Math/MathML'];
const privateHost =
  /^(?:localhost\.?|[^.]+|.*\.(?:local|internal|localhost)|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|169\.254\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|0\.0\.0\.0|\[.*\])$/;
const raster = /^data:image\/(?:png|gif|jpe?g|webp|avif|bmp|x-icon)[;,]/i;

/** http(s), nobody's user name, nobody's own network. */
function isPublicWeb(text: string): boolean {
  if (!/^https?:\/\/[^\s\\]/i.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === '' && url.password === '' && !privateHost.test(url.hostname);
}

type Check = (part: Part) => string[];

const isOwnRoom = (name: string, key: string, value: string) =>
  name === 'img' && key === 'style' && ownStyle.test(value);

const known: Check = ({ name, namespace, attributes }) => [
  ...(safeTags.has(name) && namespaces.includes(namespace) ? [] : [`REQ-6 <${name}>`]),
  ...Object.entries(attributes)
    .filter(([key, value]) => !(safeAttributes.has(key) || isOwnRoom(name, key, value)))
    .map(([key, value]) => `REQ-6 ${name}[${key}=${value.slice(0, 60)}]`),
];

const forbidden = new Set([...formControls.split(','), ...neverThere.split(',')]);
const named: Check = ({ name, attributes: { id } }) => [
  ...(forbidden.has(name) ? [`REQ-6 forbidden <${name}>`] : []),
  ...(id !== undefined && !id.startsWith('user-content-') ? [`REQ-5 id ${id}`] : []),
];

const guards = { target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' };
const has = (part: Part, wanted: Record<string, string>) =>
  Object.entries(wanted).every(([key, value]) => part.attributes[key] === value);

const link: Check = (part) => {
  const { href } = part.attributes;
  if (href === undefined) return [];
  if (part.name !== 'a') return [`REQ-7 href on ${part.name}`];
  if (/^(?:mailto|tel):/.test(href) || href.startsWith('#user-content-')) return [];
  if (!isPublicWeb(href)) return [`REQ-7 href ${href.slice(0, 80)}`];
  return has(part, guards) ? [] : [`REQ-7 unguarded ${href.slice(0, 80)}`];
};

const image: Check = (part) => {
  if (part.name !== 'img') return [];
  const { src, width, height } = part.attributes;
  const faults =
    src === undefined || raster.test(src) || isPublicWeb(src) ? [] : [`REQ-9 src ${src.slice(0, 80)}`];
  if (!has(part, { loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' }))
    faults.push('REQ-9 image');
  const tiny = [width, height].every((side) => /^0*[01](?:px)?$/.test(side?.trim() ?? ''));
  return tiny ? [...faults, 'REQ-10 1x1 image'] : faults;
};

const srcset: Check = ({ attributes }) =>
  attributes.srcset === undefined
    ? []
    : attributes.srcset
        .split(',')
        .map((candidate) => candidate.trim().split(/\s/)[0] ?? '')
        .filter((address) => !isPublicWeb(address))
        .map((address) => `REQ-11 candidate ${address.slice(0, 80)}`);

const media: Check = ({ name, attributes }) => {
  if (name !== 'audio' && name !== 'video') return [];
  const quiet = attributes.preload === 'none' && 'controls' in attributes && !('autoplay' in attributes);
  return quiet ? [] : ['REQ-12 media'];
};

const otherAddresses: Check = ({ name, attributes }) =>
  ['poster', 'cite', 'src']
    .filter((key) => !(name === 'img' && key === 'src') && attributes[key] !== undefined)
    .filter((key) => !isPublicWeb(attributes[key] ?? ''))
    .map((key) => `REQ-2 ${key} ${attributes[key]?.slice(0, 80)}`);

const checks: Check[] = [known, named, link, image, srcset, media, otherAddresses];

/** What is wrong with a sanitized article, each with the requirement it breaks; [] when nothing is. */
export function violations(parts: Part[]): string[] {
  return parts.flatMap((part) => checks.flatMap((check) => check(part)));
}
