import type { ExtensionPage } from './extension-page';

interface Saved {
  name: string;
  bytes: number[];
}

/** From now on the page remembers what it offers for saving. */
export function watchDownloads(page: ExtensionPage): Promise<void> {
  return page.evaluate(() => {
    const blobs = new Map<string, Blob>();
    const holder = globalThis as unknown as { saved?: Promise<Saved> };
    delete holder.saved;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      const url = make(blob);
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      const blob = blobs.get(this.href);
      const name = this.download;
      if (blob)
        holder.saved = blob.arrayBuffer().then((bytes) => ({ name, bytes: [...new Uint8Array(bytes)] }));
    };
  });
}

/** What it offered last. */
export async function savedFile(page: ExtensionPage): Promise<{ name: string; bytes: Buffer }> {
  const { name, bytes } = await page.until(
    'a saved file',
    () => (globalThis as unknown as { saved?: Promise<Saved> }).saved,
  );
  return { name, bytes: Buffer.from(bytes) };
}
