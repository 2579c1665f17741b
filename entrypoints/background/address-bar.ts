import { markOpened } from '../../utils/actions/mark-opened';
import type { World } from '../../utils/actions/world';
import { watchAddressBar } from '../../utils/browser/address-bar';

/** Articles in the address bar, behind the manifest's keyword. What finds them is loaded with the keyword, not before. */
export function serveAddressBar(world: World, start: () => Promise<unknown>): void {
  const ready = async () => {
    const [offers] = await Promise.all([import('../../utils/actions/offer-articles'), start()]);
    return offers;
  };
  watchAddressBar(
    () =>
      void ready().then(
        ({ offerSoon }) => offerSoon(),
        () => undefined,
      ),
    async (text) => (await ready()).offerArticles(text, Date.now()),
    (text) => `/search/${encodeURIComponent(text)}`,
    (place) => {
      const id = /\/entry\/(\d+)$/.exec(place)?.[1];
      if (id) void start().then(() => markOpened(world, Number(id)));
    },
  );
}
