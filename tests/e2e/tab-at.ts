import { ExtensionPage, poll } from './extension-page';

/** A tab that the extension has opened, once its address fits. Drivers hear late, or never, where it has gone. */
export async function tabAt(from: ExtensionPage, fits: RegExp): Promise<ExtensionPage> {
  const seen = new Set<string>();
  const tab = await poll(async () => {
    for (const one of await from.page.browser().pages()) {
      const address = decodeURIComponent(await one.evaluate(() => location.href).catch(String));
      if (fits.test(address)) return one;
      seen.add(address);
    }
    return null;
  });
  if (!tab) throw new Error(`No tab at ${fits}: ${[...seen].join(' ')}`);
  return new ExtensionPage(tab, async () => undefined, '');
}
