import { useEffect, useState } from 'preact/hooks';
import { listCopies } from '../../utils/db/copies';
import { watchChanges } from '../../utils/messages/changes';
import type { Entry } from '../../utils/model/entry';
import { settings } from './settings-state';

const none: readonly Entry[] = [];

/** The article's copies in other feeds, first arrived first; none where the reader wants every article by itself. */
export function useCopies({ id, story }: Entry): readonly Entry[] {
  const [known, setKnown] = useState<{ of: number; copies: readonly Entry[] }>({ of: id, copies: none });
  const wanted = settings.value.joinStories && story !== undefined;
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    const take = (copies: readonly Entry[]) => current && setKnown({ of: id, copies });
    const look = () => void listCopies([id]).then(take, () => undefined);
    look();
    const stop = watchChanges(({ kind }) => {
      if (kind === 'joined' || kind === 'feeds') look();
    });
    return () => {
      current = false;
      stop();
    };
  }, [id, story, wanted]);
  return wanted && known.of === id ? known.copies : none;
}
