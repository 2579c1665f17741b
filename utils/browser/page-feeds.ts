import { browser } from 'wxt/browser';

/** Runs inside the page, so it may use nothing from outside itself. The addresses of the feeds that it announces. */
function announcedFeeds(): string[] {
  const types = /^application\/(rss|atom|rdf|feed)\+(xml|json)|^application\/json$/i;
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel~="alternate" i][href][type]');
  return [...links].filter(({ type }) => types.test(type)).map(({ href }) => href);
}

/** The feeds that the page in the present tab announces in its head; none where we may not look. Each is a hostile text. */
export async function listPageFeeds(): Promise<string[]> {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined) return [];
    const [answer] = await browser.scripting.executeScript({
      target: { tabId: tab.id },
      func: announcedFeeds,
    });
    const found: unknown = answer?.result;
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string').slice(0, 50) : [];
  } catch {
    return [];
  }
}
