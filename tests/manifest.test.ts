import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { playerOrigins } from '../utils/article/embeds/players';

interface Manifest {
  manifest_version: number;
  name: string;
  description: string;
  default_locale: string;
  version: string;
  permissions: string[];
  host_permissions?: string[];
  optional_permissions?: string[];
  optional_host_permissions: string[];
  content_scripts?: unknown[];
  web_accessible_resources?: unknown[];
  externally_connectable?: unknown;
  content_security_policy: { extension_pages: string };
  icons: Record<string, string>;
  background: { service_worker?: string; scripts?: string[] };
  browser_specific_settings?: { gecko: Record<string, unknown> };
  protocol_handlers?: { protocol: string; name: string; uriTemplate: string }[];
}

const output = join(import.meta.dirname, '../.output');
const locales = join(import.meta.dirname, '../public/_locales');

/** What in the built code shows that a permission is needed. */
const uses: Record<string, RegExp> = {
  storage: /\.storage\b/,
  unlimitedStorage: /indexedDB/,
  alarms: /\.alarms\b/,
  sidePanel: /side_panel|sidePanel/,
  activeTab: /\.scripting\b/,
  scripting: /\.scripting\b/,
  contextMenus: /\.contextMenus\b|\.menus\b/,
  notifications: /\.notifications\b/,
};

describe.each(['chrome-mv3', 'firefox-mv3'])('the manifest of %s', (build) => {
  const folder = join(output, build);
  const path = join(folder, 'manifest.json');
  const manifest: Manifest = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : ({} as Manifest);

  test('is of version 3 and has the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(output, '../package.json'), 'utf8'));
    expect([manifest.manifest_version, manifest.version]).toEqual([3, version]);
  });

  test('asks for no site at install, and for all only when the reader says so', () => {
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('has no permission that the code does not use', () => {
    const code = `${builtCode(folder)}${JSON.stringify(manifest)}`.replace(
      JSON.stringify(manifest.permissions),
      '',
    );
    for (const permission of manifest.permissions) {
      expect(uses[permission], `${permission} is not known to be needed`).toBeDefined();
      expect(uses[permission]?.test(code), `${permission} is not used`).toBe(true);
    }
  });

  test('locks its pages: own scripts only, trusted types, no frames, plain http feeds allowed', () => {
    const policy = directives(manifest.content_security_policy.extension_pages);
    expect(policy).toMatchObject({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'require-trusted-types-for': ["'script'"],
      'connect-src': expect.arrayContaining(['https:', 'http:']),
    });
    expect(Object.keys(policy)).not.toContain('upgrade-insecure-requests');
    expect(manifest.content_security_policy.extension_pages).not.toMatch(/unsafe-|\*/);
  });

  test('has the policy that was reviewed, to the letter (REQ-14, REQ-16)', () => {
    expect(manifest.content_security_policy.extension_pages.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' https: http: data: blob:",
      'media-src https: http: blob:',
      "font-src 'self'",
      'connect-src https: http:',
      'frame-src https://www.youtube-nocookie.com https://player.bilibili.com https://player.vimeo.com https://open.spotify.com https://w.soundcloud.com https://bandcamp.com',
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types dompurify xml-inert',
    ]);
  });

  test('lets frames ask for the players that are offered, and for nothing else (REQ-13)', () => {
    expect(directives(manifest.content_security_policy.extension_pages)['frame-src']).toEqual(playerOrigins);
  });

  test('has its icons, and words for every language', () => {
    for (const [size, file] of Object.entries(manifest.icons)) {
      expect(pngWidth(join(folder, file)), file).toBe(Number(size));
    }
    expect(Object.keys(manifest.icons)).toEqual(expect.arrayContaining(['16', '32', '48', '128']));
    const keys = JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g);
    for (const [, key = ''] of keys) {
      for (const locale of readdirSync(locales)) {
        const messages = JSON.parse(readFileSync(join(locales, locale, 'messages.json'), 'utf8'));
        expect(messages[key]?.message, `${key} in ${locale}`).toBeTruthy();
      }
    }
  });
});

test('both browsers get the same policy and the same permissions', () => {
  const [chrome, firefox] = ['chrome-mv3', 'firefox-mv3'].map(
    (build): Manifest => JSON.parse(readFileSync(join(output, build, 'manifest.json'), 'utf8')),
  );
  expect(firefox?.content_security_policy).toEqual(chrome?.content_security_policy);
  const shared = (manifest: Manifest | undefined) =>
    manifest?.permissions.filter((name) => name !== 'sidePanel').sort();
  expect(shared(firefox)).toEqual(shared(chrome));
  expect(firefox?.optional_permissions).toEqual(chrome?.optional_permissions);
});

test('the permissions are those that were reviewed', () => {
  const manifest: Manifest = JSON.parse(readFileSync(join(output, 'chrome-mv3/manifest.json'), 'utf8'));
  const reviewed = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];
  expect(manifest.permissions.filter((name) => name !== 'sidePanel').sort()).toEqual(reviewed);
  expect(manifest.optional_permissions).toEqual(['notifications']);
});

test('no file has a name that Chromium keeps for itself', () => {
  const files = readdirSync(join(output, 'chrome-mv3'), { recursive: true }).map(String);
  expect(files.filter((file) => /(^|[/])_/.test(file) && !/^_locales(?:[/]|$)/.test(file))).toEqual([]);
});

test('the worker gives its one policy to files of its own folder, by name, and to no other address', () => {
  const folder = join(output, 'chrome-mv3');
  const code = readFileSync(join(folder, 'background.js'), 'utf8');
  const parts = readdirSync(join(folder, 'background'));
  const list = readFileSync(join(folder, 'background/part-names.js'), 'utf8');
  const made: { name: string; rules: { createScriptURL(name: string): string } }[] = [];
  const loaded: string[] = [];
  const onInstall: (() => void)[] = [];
  const self = {
    trustedTypes: {
      createPolicy: (name: string, rules: (typeof made)[number]['rules']) => {
        made.push({ name, rules });
        return rules;
      },
    },
    addEventListener: (_: string, listener: () => void) => onInstall.push(listener),
  };
  const loader = code.slice(code.indexOf('{') + 1, code.indexOf('((exports'));
  new Function('self', 'importScripts', loader)(self, (address: string) => {
    loaded.push(address);
    if (address.endsWith('/part-names.js')) new Function('self', list)(self);
  });
  for (const install of onInstall) install();
  expect(loaded.sort()).toEqual(parts.map((part) => `/background/${part}`).sort());
  expect(made.map(({ name }) => name)).toEqual(['xml-inert']);
  const hostile = [
    'x/y.js',
    '../popup.js',
    '//evil.test/x.js',
    '..%2Fpopup.js',
    '',
    `${parts[0]}?x`,
    `${parts[0]}#`,
    'https://evil.test/x.js',
    'constructor',
  ];
  for (const name of hostile) expect(() => made[0]?.rules.createScriptURL(name), name).toThrow(TypeError);
});

test('links to feeds are answered where the browser lets an extension do so', () => {
  const [chrome, firefox] = ['chrome-mv3', 'firefox-mv3'].map(
    (build): Manifest => JSON.parse(readFileSync(join(output, build, 'manifest.json'), 'utf8')),
  );
  expect(chrome?.protocol_handlers).toBeUndefined();
  expect(firefox?.protocol_handlers).toEqual([
    { protocol: 'web+feed', name: '__MSG_extensionName__', uriTemplate: '/reader.html#preview=%s' },
  ]);
});

test('Firefox is told that nothing is collected, but what image proxies see if the reader names one; and gets a fixed id', () => {
  const manifest: Manifest = JSON.parse(readFileSync(join(output, 'firefox-mv3/manifest.json'), 'utf8'));
  expect(manifest.browser_specific_settings?.gecko).toMatchObject({
    id: 'broadsheet@broadsheet.example',
    data_collection_permissions: { required: ['none'], optional: ['browsingActivity', 'websiteContent'] },
  });
});

function directives(policy: string): Record<string, string[]> {
  const parts = policy.split(';').map((part) => part.trim().split(/\s+/));
  return Object.fromEntries(parts.filter(([name]) => name).map(([name, ...values]) => [name, values]));
}

function builtCode(folder: string): string {
  const files = readdirSync(folder, { recursive: true }).map(String);
  const scripts = files.filter((file) => file.endsWith('.js'));
  return scripts.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}

/** The width in a PNG's header; NaN for anything else. */
function pngWidth(file: string): number {
  const bytes = readFileSync(file);
  return bytes.subarray(1, 4).toString('latin1') === 'PNG' ? bytes.readUInt32BE(16) : Number.NaN;
}
