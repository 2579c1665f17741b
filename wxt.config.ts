import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type UserConfig } from 'vite';
import { defineConfig } from 'wxt';
import { contentSecurityPolicy } from './utils/browser/content-policy';

/** Wanted once, when the worker is installed: four kilobytes that no start has to read. */
const listName = 'part-names.js';

/**
 * A service worker may not use `import()` (w3c/ServiceWorker#1356), but it may `importScripts()` what it has imported
 * once while it was installed. So the parts of the background that are rarely needed become files of their own, which
 * are registered at installation and run when used. The policy wants trusted script addresses, and names the policies
 * there may be: this is the only one that the worker makes, and it trusts files of their folder alone.
 * Firefox's event page is a module and needs none of this.
 */
const loader = `
const parts = (self.parts = {}), loaded = {};
const createScriptURL = (name) => {
  if (!/^[\\w-]+\\.js$/.test(name)) throw new TypeError('No part of the background: ' + name);
  return '/background/' + name;
};
const policy = self.trustedTypes?.createPolicy('xml-inert', { createScriptURL }) ?? { createScriptURL };
const register = (name) => importScripts(policy.createScriptURL(name));
const load = (path) => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (loaded[name]) return loaded[name].exports;
  if (!parts[name]) register(name);
  const module = (loaded[name] = { exports: {} });
  parts[name](module.exports, load, module);
  return module.exports;
};
self.addEventListener('install', () => (register('${listName}'), self.partNames.forEach(register)));`;

const asPart = (name: string, code: string) =>
  `self.parts['${name}']=function(exports,require,module){${code}\n};`;

const backgroundParts: Plugin = {
  name: 'broadsheet:background-parts',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
    const names = chunks
      .filter(({ isEntry }) => !isEntry)
      .map(({ fileName }) => fileName.slice('background/'.length));
    const list = { fileName: `background/${listName}`, source: `self.partNames=${JSON.stringify(names)};` };
    this.emitFile({ type: 'asset', ...list });
    for (const chunk of chunks) {
      chunk.code = chunk.isEntry
        ? `{${loader}\n((exports,require,module)=>{${chunk.code}\n})({},load,{});}`
        : asPart(chunk.fileName.slice('background/'.length), chunk.code);
    }
  },
};

function splitBackground({ build, plugins }: UserConfig): void {
  if (!build?.lib) return;
  build.lib.formats = ['cjs'];
  build.rollupOptions = {
    output: { entryFileNames: 'background.js', chunkFileNames: 'background/[name].js', exports: 'named' },
  };
  plugins?.push(backgroundParts);
}

/** What a chunk's naming is told of the modules (Rolldown's `codeSplitting.groups[].name`). */
interface Graph {
  getModuleInfo(id: string): { importers: string[]; dynamicImporters: string[]; isEntry: boolean } | null;
}

/** What a page shows first is its entry's own; what takes over from that starts the page as well. */
const takesOver = /components\/(\w+)\/\1-app\.tsx$/;

/** The entrypoints from which a module is reached: by static imports, or by any; `front` for what comes before them. */
function entriesOf(id: string, graph: Graph, isAny: boolean): Set<string> {
  const seen = new Set([id]);
  const entries = new Set<string>();
  for (const one of seen) {
    const info = graph.getModuleInfo(one);
    const started = takesOver.exec(one)?.[1];
    const entry = info?.isEntry && (/entrypoints\/(\w+)/.exec(one)?.[1] ?? one);
    if (started) entries.add(started);
    if (entry) entries.add(entry === 'popup' && !isAny ? 'front' : entry);
    for (const importer of info?.importers ?? []) seen.add(importer);
    for (const importer of (isAny && info?.dynamicImporters) || []) seen.add(importer);
  }
  return entries;
}

/**
 * Every file of an extension is a way to the browser's first process and back, and a page waits for the slowest: what
 * pages start with is in a few files, by who shares it, and not in the forty that their parts on demand would make of it.
 * What others may need as well, on demand, is apart from it: nobody is to run what another page begins with.
 */
function startingChunk(id: string, graph: Graph): string | null {
  const pages = entriesOf(id, graph, false);
  const anyone = entriesOf(id, graph, true);
  const isFront = pages.delete('front');
  if (isFront) pages.add('popup');
  const isAlone = anyone.size === pages.size;
  const isBase = pages.delete('background');
  const [one] = pages;
  if (one === undefined) return null;
  const who =
    pages.size === 1 ? one : pages.has('options') ? 'pages' : pages.has('popup') ? 'reading' : 'panes';
  // whoever needs a part of the popup's own file runs the popup: Firefox's background did, and drew lists during polls
  if (isFront && who === 'popup' && !isAlone && !id.endsWith('.css')) return 'base-front';
  // scripts of the first frame in as few files as can be; styles with those whose they are
  if (isFront && id.endsWith('.css')) return `front-styles-${who}`;
  if (isFront && who !== 'pages') return `front-${who}`;
  if (isFront) return isBase ? 'base-front' : 'front';
  if (isBase) return `base-${who}`;
  // the background, which needs it on demand, is to load nothing that draws
  if (who === 'options' && anyone.has('background')) return 'base-options';
  return isAlone ? who : `parts-${who}`;
}

/** What all pages share first, then what some do, then a page's own: of two rules alike the later one holds. */
const stylesInOrder: Plugin = {
  name: 'styles-in-order',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      const rank = (link: string) =>
        link.includes('/front-styles-pages-') ? 0 : link.includes('/front-') ? 1 : 2;
      const link = /<link rel="stylesheet"[^>]*>/g;
      const sorted = (html.match(link) ?? []).sort((one, other) => rank(one) - rank(other));
      return html.replace(link, () => sorted.shift() ?? '');
    },
  },
};

function joinStarts({ build, plugins }: UserConfig): void {
  plugins?.push(stylesInOrder);
  const groups = [{ name: startingChunk, includeDependenciesRecursively: false }];
  Object.assign(build?.rollupOptions?.output ?? {}, { codeSplitting: { groups } });
}

/**
 * What a page begins with is named in its HTML, to be loaded at once; what takes over from a first frame is asked for
 * together as well. What is imported later comes from the same disk in a moment: naming the parts of each part
 * beforehand would be four kilobytes of names at every start.
 */
const resolveDependencies = (file: string, names: string[], { hostType }: { hostType: 'html' | 'js' }) =>
  hostType === 'html' || /\/popup-[^/]*$/.test(file) ? names : [];

const firstPage = 'popup.html';
const stylesFile = 'assets/front-popup.css';
const paneStyles = 'assets/all-panes.css';

/** What is imported on demand stays a file of its own. */
const onDemand: Plugin = {
  name: 'broadsheet:on-demand',
  enforce: 'pre',
  resolveId: (id, _importer, { kind }) => (kind === 'dynamic-import' ? { id, external: true } : null),
};

/** The script of a file and of all that it imports at once, which exports what the file does. */
async function joined(file: string): Promise<string> {
  const lib = { entry: file, formats: ['es' as const] };
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [onDemand],
    build: {
      ...{ write: false, target: 'esnext', lib },
      rolldownOptions: { output: { minify: true } },
    },
  });
  const [{ output } = { output: [] }] = Array.isArray(built) ? built : [];
  const [chunk, ...others] = output;
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error(`${file} is not one script`);
  return chunk.code;
}

const pageIn = (folder: string, page: string) =>
  existsSync(join(folder, page)) ? readFileSync(join(folder, page), 'utf8') : '';

const stylesOf = (html: string) =>
  Array.from(html.matchAll(/<link rel="stylesheet"[^>]* href="\/([^"]+)"/g), ([, name = '']) => name);

/** Makes one file of these style sheets, and gives a page that names it in the place of those it had. */
function withOneSheet(folder: string, html: string, file: string): string {
  const sheets = stylesOf(html).map((name) => readFileSync(join(folder, name), 'utf8'));
  writeFileSync(join(folder, file), sheets.join('\n'));
  return html
    .replace(/\s*<link rel="stylesheet"[^>]*>/g, '')
    .replace(/\s*<\/head>/, `\n    <link rel="stylesheet" crossorigin href="/${file}">\n  </head>`);
}

/**
 * Makes one script and one style sheet of those that the popup draws its first frame with: every file is a way to the browser's
 * first process and back, and that frame waits for the slowest. Other pages keep the files that they shared with it.
 */
async function joinFront(folder: string): Promise<void> {
  const html = pageIn(folder, firstPage);
  const [tag = '', script] = /<script type="module"[^>]* src="\/([^"]+)"/.exec(html) ?? [];
  // a development server's page has no files
  if (!script) return;
  const styles = stylesOf(html);
  // what takes over asks for no style that is there
  const code = await joined(join(folder, script));
  writeFileSync(
    join(folder, script),
    styles.reduce((text, name) => text.replaceAll(name, stylesFile), code),
  );
  const joinedPage = html
    .replace(/\s*<link rel="modulepreload"[^>]*>/g, '')
    // it asks for what it shows before the styles are there
    .replace(tag, tag.replace('<script', '<script async'));
  writeFileSync(join(folder, firstPage), withOneSheet(folder, joinedPage, stylesFile));
}

/** One style sheet in place of five for the other pages that show articles; their scripts stay shared with the parts on demand. */
function joinPaneStyles(folder: string): void {
  for (const page of ['reader.html', 'sidepanel.html']) {
    const html = pageIn(folder, page);
    if (stylesOf(html).length > 0) writeFileSync(join(folder, page), withOneSheet(folder, html, paneStyles));
  }
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  zip: { includeSources: ['**/*', '.npmrc'] },
  hooks: {
    'build:done': ({ config }) => joinFront(config.outDir).then(() => joinPaneStyles(config.outDir)),
    'vite:build:extendConfig': ([entrypoint], config) => {
      // In Firefox the background is a module, and is built with the pages.
      const isAlone = config.build?.lib;
      if (!isAlone) joinStarts(config as UserConfig);
      else if (entrypoint?.type === 'background') splitBackground(config as UserConfig);
      // Both browsers have preloaded modules since long before the versions that we ask for.
      if (config.build) config.build.modulePreload = { polyfill: false, resolveDependencies };
    },
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'activeTab', 'scripting', 'contextMenus'],
    // U for unread: Alt+Shift with B and R is Chromium's own, with B a menu of Firefox's
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+U' } },
      'next-unread': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_commandNext__' },
      'mark-all-read': { description: '__MSG_markAllRead__' },
    },
    optional_permissions: ['notifications'],
    optional_host_permissions: ['*://*/*'],
    // typed before words to search for, and seldom the beginning of anything else
    omnibox: { keyword: 'bs' },
    icons: {
      16: 'icon/16.png',
      32: 'icon/32.png',
      48: 'icon/48.png',
      96: 'icon/96.png',
      128: 'icon/128.png',
    },
    // The development server needs its own script and socket addresses; WXT adds them where no policy is set.
    ...(command === 'build' && { content_security_policy: { extension_pages: contentSecurityPolicy } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'broadsheet@broadsheet.example',
              strict_min_version: '142.0',
              // An image proxy, should the reader ever name one, sees the addresses of images: Firefox asks her then.
              data_collection_permissions: {
                required: ['none'],
                optional: ['browsingActivity', 'websiteContent'],
              },
            },
          },
          // Chromium lets no extension answer to a kind of link, and neither browser one to plain `feed:`.
          protocol_handlers: [
            { protocol: 'web+feed', name: '__MSG_extensionName__', uriTemplate: '/reader.html#preview=%s' },
          ],
        }
      : {
          minimum_chrome_version: '123',
          // else pictures of a site that we may visit are asked for with all of its cookies (REQ-9); Firefox knows no such key
          cross_origin_embedder_policy: { value: 'credentialless' },
        }),
  }),
});
