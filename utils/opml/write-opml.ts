import type { Outline } from '../model/outline';
import { namespacePrefix, namespaceUri, settingName } from './namespace';
import { escapeXml } from './plain-text';

type Attributes = readonly (readonly [name: string, value: string])[];

function ownAttributes({ customTitle, mirrors, settings }: Outline): Attributes {
  const named = Object.entries(settings ?? {}).filter(([name]) => settingName.test(name));
  const own: Attributes = [
    ['customTitle', customTitle ?? ''],
    ['mirrors', (mirrors ?? []).join(' ')],
    ...named.filter(([name]) => name !== 'customTitle' && name !== 'mirrors'),
  ];
  return own
    .filter(([name, value]) => value !== '' || (settings && Object.hasOwn(settings, name)))
    .map(([name, value]) => [`${namespacePrefix}:${name}`, value]);
}

/** `text` is what a reader is shown, `title` the feed's own (OPML 2.0); folders bear both, because some readers want `title`. */
function attributes(outline: Outline): Attributes {
  const { title, customTitle, xmlUrl, htmlUrl } = outline;
  if (xmlUrl === '') {
    return [
      ['text', title],
      ['title', title],
    ];
  }
  return [
    ['type', 'rss'],
    ['text', customTitle || title],
    ['title', title],
    ['xmlUrl', xmlUrl],
    ...(htmlUrl === '' ? [] : [['htmlUrl', htmlUrl] as const]),
    ...ownAttributes(outline),
  ];
}

function write(outline: Outline, indent: string, lines: string[]): void {
  const pairs = attributes(outline).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  const tag = `${indent}<outline${pairs.join('')}`;
  if (outline.children.length === 0) {
    lines.push(`${tag}/>`);
    return;
  }
  lines.push(`${tag}>`);
  for (const child of outline.children) write(child, `${indent}  `, lines);
  lines.push(`${indent}</outline>`);
}

/**
 * An OPML 2.0 document (http://opml.org/spec2.opml) that other readers open, and that `parseOpml` reads back without
 * loss: what OPML has no word for is in attributes of our namespace. `createdAt` in ms.
 */
export function writeOpml(
  outlines: readonly Outline[],
  { title, createdAt }: { title: string; createdAt: number },
): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:${namespacePrefix}="${namespaceUri}">`,
    '  <head>',
    `    <title>${escapeXml(title)}</title>`,
    `    <dateCreated>${new Date(createdAt).toUTCString()}</dateCreated>`,
    '  </head>',
    '  <body>',
  ];
  for (const outline of outlines) write(outline, '    ', lines);
  lines.push('  </body>', '</opml>', '');
  return lines.join('\n');
}
