import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ExtensionPage } from './extension-page';
import { scenario } from './scenario';

const subscriptions = `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="新闻"><outline text="Asia"><outline type="rss" text="美国之音" xmlUrl="https://example.org/voa.xml?a=1&amp;b=2" htmlUrl="https://example.org/"/></outline>
<outline type="rss" text="World" xmlUrl="https://example.net/world.xml"/></outline>
<outline type="rss" text="Alone" xmlUrl="https://example.com/alone.atom"/>
</body></opml>`;

scenario('OPML in and out', async ({ browser, facts }) => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-opml-'));
  const file = join(folder, 'subscriptions.opml');
  writeFileSync(file, subscriptions);
  try {
    const options = await browser.open('options.html');
    await options.chooseFile('Import OPML', file);
    await options.shows('美国之音');
    const { feeds } = await facts();
    expect(feeds.map(({ url }) => url).sort()).toEqual([
      'https://example.com/alone.atom',
      'https://example.net/world.xml',
      'https://example.org/voa.xml?a=1&b=2',
    ]);

    const exported = await exportedFile(options);
    expect(exported).toContain('xmlUrl="https://example.org/voa.xml?a=1&amp;b=2"');
    expect(exported).toMatch(/text="新闻"[\s\S]*text="Asia"[\s\S]*text="美国之音"/);
    const again = await browser.send('importOpml', { text: exported });
    expect(again).toMatchObject({ ok: true, data: { added: 0, alreadyThere: 3 } });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

scenario('a list in GBK comes in as it was written', async ({ browser, facts }) => {
  const options = await browser.open('options.html');
  await options.chooseFile(
    'Import OPML',
    join(import.meta.dirname, '../actions/documents/subscriptions.opml'),
  );
  await options.shows('2 feeds added · 1 new folder');
  await options.shows('科技');
  expect((await facts()).feeds.map(({ title }) => title).sort()).toEqual(['新闻', '科技']);
});

scenario('a password in an address leaves only when the reader says so', async ({ browser }) => {
  const outlines = ['https://open.example/feed', 'https://me:secret@closed.example/feed'].map(
    (url) => `<outline type="rss" text="${new URL(url).hostname}" xmlUrl="${url}"/>`,
  );
  const text = `<opml version="2.0"><body>${outlines.join('')}</body></opml>`;
  expect(await browser.send('importOpml', { text })).toMatchObject({ ok: true, data: { added: 2 } });
  const options = await browser.open('options.html');
  const shared = await exportedFile(options);
  expect(shared).toContain('open.example');
  expect(shared).not.toMatch(/secret|closed/);
  await options.shows('1 feed was left out because its address has a password in it.');
  expect(await exportedFile(options, 'Export with passwords')).toContain('me:secret@closed.example');
});

/** Clicks the button that exports and gives the text of the file that the page offers for saving. */
async function exportedFile(options: ExtensionPage, button = 'Export OPML'): Promise<string> {
  await options.evaluate(() => {
    const holder = globalThis as unknown as { exported?: Promise<string> };
    delete holder.exported;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      holder.exported = blob.text();
      return make(blob);
    };
  });
  await options.click('button', button);
  return options.until(
    'the exported file',
    () => (globalThis as unknown as { exported?: Promise<string> }).exported,
  );
}
