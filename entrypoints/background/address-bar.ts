import { watchAddressBar } from '../../utils/browser/address-bar';

/** Articles in the address bar, behind the manifest's keyword. What finds them is loaded with the first letter. */
export function serveAddressBar(start: () => Promise<unknown>): void {
  watchAddressBar(
    async (text) => {
      const [{ offerArticles }] = await Promise.all([import('../../utils/actions/offer-articles'), start()]);
      return offerArticles(text, Date.now());
    },
    (text) => `/search/${encodeURIComponent(text)}`,
  );
}
