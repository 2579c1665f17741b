import { browser } from 'wxt/browser';

/** A page that the reader wants to keep: hostile text, all of it. */
export interface SavedPage {
  url: string;
  title: string;
  /** At most a million characters. */
  html: string;
}

const maxHtml = 1_000_000;

/** Runs inside the page, so it may use nothing from outside itself. */
function describePage(limit: number): SavedPage {
  const html = new XMLSerializer().serializeToString(document.documentElement).slice(0, limit);
  return { url: location.href, title: document.title.slice(0, 1000), html };
}

function isSavedPage(value: unknown): value is SavedPage {
  const own = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  return ['url', 'title', 'html'].every((name) => typeof own.get(name) === 'string');
}

/** What the page in a tab says, where the reader has just allowed us to look; null where the browser does not. */
export async function readPageOf(tabId: number): Promise<SavedPage | null> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      func: describePage,
      args: [maxHtml],
    });
    return isSavedPage(answer?.result) ? answer.result : null;
  } catch {
    return null;
  }
}
