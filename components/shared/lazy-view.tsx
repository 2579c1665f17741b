import type { ComponentChild, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { RetryNote } from './retry-note';

/**
 * A view that is fetched when it is first shown, so that what a page loads at its start stays small; once there, it is
 * shown at once. When fetching fails (the extension was just updated under the open page), it says so and offers to load
 * the page anew: a browser does not ask again for a part that it once failed to get.
 */
export function lazyView<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile: ComponentChild = null,
): ComponentType<P> {
  let fetched: ComponentType<P> | null = null;
  return function LazyView(props: P) {
    const [state, setState] = useState<'waiting' | 'here' | 'failed'>(fetched ? 'here' : 'waiting');
    useEffect(() => {
      if (fetched) return;
      load().then(
        (view) => {
          fetched = view;
          setState('here');
        },
        () => setState('failed'),
      );
    }, []);
    if (state === 'failed') return <RetryNote text={t('partFailed')} onRetry={() => location.reload()} />;
    const View = fetched;
    return View ? <View {...props} /> : meanwhile;
  };
}
