import { lazyView } from './lazy-view';
import { listening } from './listening-state';

const Bar = lazyView(async () => (await import('./listening-parts')).parts.ListeningBar);

/** The bar at the foot of the page, while there is something to hear. */
export function Listening() {
  return listening.value && <Bar />;
}
