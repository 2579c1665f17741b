import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { RetryNote } from './retry-note';

type Fetched = ComponentType | 'failed' | null;

/**
 * A view that is fetched when it is first shown, so that what a page loads at its start stays small. When that fails
 * (the extension was just updated under the open page), it says so and offers to load
 * the page anew: a browser does not ask again for a part that it once failed to get.
 */
export function lazyView(load: () => Promise<ComponentType>): ComponentType {
  return function LazyView() {
    const [View, setView] = useState<Fetched>(null);
    useEffect(() => {
      load().then(
        (view) => setView(() => view),
        () => setView('failed'),
      );
    }, []);
    if (View === 'failed') return <RetryNote text={t('partFailed')} onRetry={() => location.reload()} />;
    return View && <View />;
  };
}
