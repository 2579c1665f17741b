import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';

const builds = ['chrome-mv3', 'firefox-mv3'] as const;
const backgroundLimit = 60_000;
const pageLimit = 120_000;
const frameLimit = 12_000;
const frameStylesLimit = 24_000;

describe.each(builds)('the size of %s, minified, before gzip', (build) => {
  const folder = join(import.meta.dirname, '../.output', build);

  beforeAll(() => {
    if (!existsSync(join(folder, 'manifest.json')))
      throw new Error(`Build first: npm run build (${build} lacks)`);
  });

  test('the background fits', () => {
    const { total, table } = weigh(folder, ['background.js']);
    console.log(`${build} background: ${total} of ${backgroundLimit} bytes${table}`);
    expect(total).toBeGreaterThan(1000);
    expect(total).toBeLessThanOrEqual(backgroundLimit);
  });

  test('the script that each page loads before its first interaction fits', () => {
    const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
    expect(pages).toEqual(expect.arrayContaining(['options.html', 'popup.html', 'reader.html']));
    for (const page of pages) {
      const first = scriptsOf(readFileSync(join(folder, page), 'utf8'));
      const { total, table } = weigh(folder, [...first, ...takingOver(folder, first)]);
      console.log(`${build} ${page}: ${total} of ${pageLimit} bytes${table}`);
      expect(total, page).toBeGreaterThan(1000);
      expect(total, page).toBeLessThanOrEqual(pageLimit);
    }
  });

  test('the popup draws its first frame with a tenth of that, out of two files', () => {
    const first = scriptsOf(readFileSync(join(folder, 'popup.html'), 'utf8'));
    expect(takingOver(folder, first)).toHaveLength(1);
    const { total, table } = weigh(folder, first);
    console.log(`${build} first frame of popup.html: ${total} of ${frameLimit} bytes${table}`);
    expect(total).toBeLessThanOrEqual(frameLimit);
    const styles = stylesOf(readFileSync(join(folder, 'popup.html'), 'utf8'));
    expect([first.length, styles.length]).toEqual([1, 1]);
    expect(statSync(join(folder, styles[0] ?? '')).size).toBeLessThanOrEqual(frameStylesLimit);
  });

  test('no part of a page runs what another page begins with', () => {
    const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
    const script = (page: string) => scriptsOf(readFileSync(join(folder, page), 'utf8'))[0] ?? '';
    for (const page of pages) {
      const others = pages.filter((other) => other !== page).map(script);
      const named = partsOf(folder, script(page));
      expect(named.size, page).toBeGreaterThan(10);
      expect(others.filter((other) => named.has(other))).toEqual([]);
    }
  });

  test('no part of the background runs what a page begins with', () => {
    const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
    const firsts = pages.map((page) => scriptsOf(readFileSync(join(folder, page), 'utf8'))[0] ?? '');
    const named = partsOf(folder, 'background.js');
    expect(named.size).toBeGreaterThan(build.startsWith('firefox') ? 10 : 0);
    expect(firsts.filter((first) => named.has(first))).toEqual([]);
  });

  test.each([
    ['popup', ['.icon-button{', '.row{', '.foot{']],
    ['reader', ['.icon-button{', '.row{', '.nav-pane{']],
    ['sidepanel', ['.icon-button{', '.row{', '.nav-pane{']],
    ['options', ['.icon-button{', '.options-column{']],
  ])('the styles of %s come after those it shares, which they change', (page, marks) => {
    const html = readFileSync(join(folder, `${page}.html`), 'utf8');
    const styles = stylesOf(html)
      .map((path) => readFileSync(join(folder, path), 'utf8'))
      .join('');
    const places = marks.map((mark) => styles.indexOf(mark));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  test('nothing is shipped that only developers need', () => {
    const files = readdirSync(folder, { recursive: true }).map(String);
    expect(files.filter((file) => /\.(map|ts|tsx)$|fixture|\.test\./.test(file))).toEqual([]);
  });
});

/** Those of its style sheets, in their order. */
function stylesOf(html: string): string[] {
  return Array.from(html.matchAll(/<link rel="stylesheet"[^>]*href="\/?([^"]+)"/g), ([, path = '']) => path);
}

/** Addresses of the scripts and preloads that a page names, relative to the build. */
function scriptsOf(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const scripts = tags.filter((tag) => tag.startsWith('<script') || /rel="modulepreload"/.test(tag));
  return scripts.flatMap((tag) => /(?:src|href)="\/?([^"]+)"/.exec(tag)?.[1] ?? []);
}

/** What a first frame loads to take over from it: the interaction comes with that. */
function takingOver(folder: string, scripts: string[]): string[] {
  const named = scripts.flatMap((script) =>
    Array.from(readFileSync(join(folder, script), 'utf8').matchAll(/import\(["'`]\.\/(popup-[^"'`]+)/g)),
  );
  return named.map(([, name]) => `chunks/${name}`);
}

/** The chunk and all that it and its parts name, at once or on demand. */
function partsOf(folder: string, first: string): Set<string> {
  const named = new Set([first]);
  for (const file of named) {
    const code = readFileSync(join(folder, file), 'utf8');
    for (const [, name] of code.matchAll(/[/"'`]([\w.-]+\.js)["'`]/g))
      if (existsSync(join(folder, 'chunks', name ?? ''))) named.add(`chunks/${name}`);
  }
  return named;
}

/** Bytes of these scripts with all that they import statically; what is imported on demand is not counted. */
function weigh(folder: string, entries: string[]): { total: number; table: string } {
  const seen = new Set<string>();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    open.push(
      ...staticImports(readFileSync(join(folder, file), 'utf8')).map((to) =>
        posix.join(dirname(file ?? ''), to),
      ),
    );
  }
  const rows = [...seen].map((file) => {
    const gzipped = gzipSync(readFileSync(join(folder, file))).length;
    return `\n  ${statSync(join(folder, file)).size} (${gzipped} gzip) ${file}`;
  });
  const total = [...seen].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  return { total, table: rows.join('') };
}

/** Of a module, or of a part of Chromium's background (see wxt.config.ts), where what is on demand is behind a promise. */
function staticImports(code: string): string[] {
  const required = Array.from(
    code.matchAll(/(then\(\(\)=>(?:[\w$]+\()?)?require\(["'`](\.[^"'`]+)["'`]\)/g),
    ([, deferred, path]) => (deferred ? '' : (path ?? '')),
  ).filter((path) => path !== '');
  const pattern = /(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w$*{][^'"();]*?\s*from\s*)?["'](\.[^"']+)["']/g;
  return [...required, ...Array.from(code.matchAll(pattern), ([, path]) => path ?? '')];
}
