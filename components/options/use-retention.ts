import { useEffect, useState } from 'preact/hooks';
import { getRetention, watchRetention } from '../../utils/browser/retention';
import { defaultRetention, type Retention } from '../../utils/model/retention';

/** The rules for all feeds, and the way to show a change of them at once. */
export function useRetention(): [Retention, (next: Retention) => void] {
  const [retention, setRetention] = useState<Retention>(defaultRetention);
  useEffect(() => {
    void getRetention().then(setRetention, () => undefined);
    return watchRetention(setRetention);
  }, []);
  return [retention, setRetention];
}
