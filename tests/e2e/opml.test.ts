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

/** Clicks "Export OPML" and gives the text of the file that the page offers for saving. */
async function exportedFile(options: ExtensionPage): Promise<string> {
  await options.evaluate(() => {
    const holder = globalThis as unknown as { exported?: Promise<string> };
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      holder.exported = blob.text();
      return make(blob);
    };
  });
  await options.click('button', 'Export OPML');
  return options.until(
    'the exported file',
    () => (globalThis as unknown as { exported?: Promise<string> }).exported,
  );
}
