import { browser } from 'wxt/browser';
import { t } from './text';

/** An article as the address bar offers it: what is shown, and what follows `#` in the address of the reader's page. */
export interface Offer {
  text: string;
  place: string;
}

/** Where the reader wants to see it: the browser's words. */
type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

/**
 * One browser reads descriptions as XML and the other as text (MDN, omnibox.SuggestResult): without the characters that
 * XML gives a meaning, both show the same.
 */
export function shown(text: string): string {
  const wide: Record<string, string> = { '&': '＆', '<': '‹', '>': '›', '"': '”', "'": '’' };
  return text.replaceAll(/[&<>"']/g, (sign) => wide[sign] ?? sign).replaceAll(/\p{Cc}/gu, ' ');
}

/**
 * Offers what `find` finds for the words behind our keyword in the address bar, and opens the place that was chosen, or
 * that of the words themselves; `onOpen` is told which. `onStart` is called with the keyword, before there are any words.
 * Does nothing where the browser has no keywords (on phones).
 */
export function watchAddressBar(
  onStart: () => void,
  find: (text: string) => Promise<Offer[]>,
  placeOf: (text: string) => string,
  onOpen: (place: string) => void,
): void {
  const { omnibox } = browser;
  if (!omnibox) return;
  const reader = browser.runtime.getURL('/reader.html');
  let typed = '';
  omnibox.onInputStarted.addListener(onStart);
  omnibox.onInputChanged.addListener((text, suggest) => {
    typed = text;
    void omnibox.setDefaultSuggestion({ description: shown(t('addressBarSearch', [text])) });
    void find(text).then(
      (offers) => {
        // an answer to what is no longer typed would only flicker
        if (typed === text)
          suggest(
            offers.map((offer) => ({ content: `${reader}#${offer.place}`, description: shown(offer.text) })),
          );
      },
      () => undefined,
    );
  });
  omnibox.onInputEntered.addListener((text, disposition) => {
    const place = text.startsWith(`${reader}#`) ? text.slice(reader.length + 1) : placeOf(text);
    void show(`${reader}#${place}`, disposition as Disposition);
    onOpen(place);
  });
}

async function show(url: string, disposition: Disposition): Promise<void> {
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
