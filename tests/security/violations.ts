import { formControls, neverThere, safeAttributes, safeTags } from './allowed';

const xhtml = 'http://www.w3.org/1999/xhtml';
const mathml = 'http://www.w3.org/1998/Math/MathML';
const privateHost =
  /^(?:localhost\.?|.*\.(?:local|internal|localhost)|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|169\.254\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|0\.0\.0\.0|\[.*\])$/;
const raster = /^data:image\/(?:png|gif|jpe?g|webp|avif|bmp|x-icon)[;,]/i;

/** http(s), nobody's user name, nobody's own network, and not the page's origin: the base of the tests is elsewhere. */
function isPublicWeb(text: string): boolean {
  if (!/^https?:\/\/[^\s\\]/i.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    url.username === '' &&
    url.password === '' &&
    !privateHost.test(url.hostname) &&
    url.host !== location.host
  );
}

function elementFaults(element: Element): string[] {
  const { localName, namespaceURI } = element;
  const home = namespaceURI === xhtml || namespaceURI === mathml;
  const faults = safeTags.has(localName) && home ? [] : [`REQ-6 <${localName}>`];
  for (const { name, value } of element.attributes) {
    if (!safeAttributes.has(name) || element.getAttributeNode(name)?.namespaceURI)
      faults.push(`REQ-6 ${localName}[${name}=${value.slice(0, 60)}]`);
  }
  return faults;
}

function linkFaults(link: Element): string[] {
  const href = link.getAttribute('href');
  if (href === null) return [];
  if (/^(?:mailto|tel):/.test(href) || href.startsWith('#user-content-')) return [];
  if (!isPublicWeb(href)) return [`REQ-7 href ${href.slice(0, 80)}`];
  const rel = (link.getAttribute('rel') ?? '').split(' ');
  const guarded =
    link.getAttribute('target') === '_blank' &&
    rel.includes('noopener') &&
    rel.includes('noreferrer') &&
    link.getAttribute('referrerpolicy') === 'no-referrer';
  return guarded ? [] : [`REQ-7 unguarded ${href.slice(0, 80)}`];
}

function imageFaults(image: Element): string[] {
  const src = image.getAttribute('src');
  const faults =
    src === null || raster.test(src) || isPublicWeb(src) ? [] : [`REQ-9 src ${src.slice(0, 80)}`];
  const set =
    image.getAttribute('loading') === 'lazy' &&
    image.getAttribute('decoding') === 'async' &&
    image.getAttribute('referrerpolicy') === 'no-referrer';
  if (!set || image.hasAttribute('crossorigin')) faults.push('REQ-9 image attributes');
  const sides = ['width', 'height'].map((side) => image.getAttribute(side)?.trim() ?? '');
  if (sides.every((side) => /^0*[01](?:px)?$/.test(side))) faults.push('REQ-10 1x1 image');
  return faults;
}

function srcsetFaults(element: Element): string[] {
  return (element.getAttribute('srcset') ?? '')
    .split(',')
    .map((candidate) => candidate.trim())
    .filter((candidate) => element.hasAttribute('srcset') && !isPublicWeb(candidate.split(/\s/)[0] ?? ''))
    .map((candidate) => `REQ-11 candidate ${candidate.slice(0, 80)}`);
}

function mediaFaults(media: Element): string[] {
  const faults: string[] = [];
  if (media.hasAttribute('autoplay')) faults.push('REQ-12 autoplay');
  if (media.getAttribute('preload') !== 'none' || !media.hasAttribute('controls'))
    faults.push('REQ-12 preload or controls');
  return faults;
}

function addressFaults(element: Element): string[] {
  const faults: string[] = [];
  for (const name of ['poster', 'cite', 'src'])
    if (
      element.localName !== 'img' &&
      element.hasAttribute(name) &&
      !isPublicWeb(element.getAttribute(name) ?? '')
    )
      faults.push(`REQ-2 ${name} ${element.getAttribute(name)?.slice(0, 80)}`);
  if (element.localName !== 'a' && element.hasAttribute('href'))
    faults.push(`REQ-7 href on ${element.localName}`);
  const id = element.getAttribute('id');
  if (id !== null && !id.startsWith('user-content-')) faults.push(`REQ-5 id ${id}`);
  return faults;
}

const checks: Record<string, (element: Element) => string[]> = {
  a: linkFaults,
  img: imageFaults,
  audio: mediaFaults,
  video: mediaFaults,
};

/** What is wrong with sanitized HTML, each with the requirement it breaks; [] when nothing is. */
export function violations(root: ParentNode): string[] {
  const faults = [...root.querySelectorAll('*')].flatMap((element) => [
    ...elementFaults(element),
    ...addressFaults(element),
    ...srcsetFaults(element),
    ...(checks[element.localName]?.(element) ?? []),
  ]);
  if (root.querySelector(formControls)) faults.push('REQ-6 form control');
  if (root.querySelector(neverThere)) faults.push('REQ-6 forbidden element');
  return faults;
}
