import { lazyView } from './lazy-view';
import { type Leave, listening } from './listening-state';
import { loadListening } from './load-listening';

const Bar = lazyView(async () => (await loadListening()).ListeningBar);

/** The bar at the foot of the page, while there is something to hear. */
export function Listening({ leave }: { leave?: Leave }) {
  return listening.value && <Bar leave={leave} />;
}
