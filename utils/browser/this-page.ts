import { browser } from 'wxt/browser';

/** What the page in the present tab says of itself: hostile text, all of it. */
export interface ThisPage {
  url: string;
  /** At most a million characters. */
  html: string;
  /** The document's media type. */
  type: string;
}

const maxHtml = 1_000_000;

/** Runs inside the page, so it may use nothing from outside itself. What comes back is XML where the page was HTML. */
function describePage(limit: number): ThisPage {
  const html = new XMLSerializer().serializeToString(document.documentElement).slice(0, limit);
  return { url: location.href, html, type: document.contentType };
}

function isThisPage(value: unknown): value is ThisPage {
  const own = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  return ['url', 'html', 'type'].every((name) => typeof own.get(name) === 'string');
}

/**
 * Looks once at the page in the present tab, which the reader allows by calling the popup (activeTab). null where the
 * browser lets no extension look: its own pages, stores, other extensions.
 */
export async function readThisPage(): Promise<ThisPage | null> {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined) return null;
    const target = { tabId: tab.id };
    const [answer] = await browser.scripting.executeScript({ target, func: describePage, args: [maxHtml] });
    return isThisPage(answer?.result) ? answer.result : null;
  } catch {
    return null;
  }
}
