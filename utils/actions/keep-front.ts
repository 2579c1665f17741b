import type { Change } from '../messages/protocol';
import type { Front } from '../model/front';
import { makeFront } from './make-front';
import type { World } from './world';

/** What leaves the list of unread articles as it is. */
const harmless = new Set<Change['kind']>(['progress', 'settled', 'icons', 'kept', 'indexed', 'rules']);

/** Where the front is kept; `null` takes it away. What is asked later is done later. */
export type SaveFront = (front: Front | null) => Promise<void>;

export interface FrontKeeper {
  /**
   * Something was changed, or may have been: what is kept goes at once, and a new one follows when all is quiet. Done when
   * it is gone.
   */
  follow(change?: Change): Promise<void>;
  /** Makes it anew soon, in case that a change was not followed to its end. */
  renew(): void;
}

/**
 * Keeps the front true: one that a change has overtaken is never left where a page could find it, so that nothing is
 * shown as unread that the reader has read. Made again only where nothing changed while it was read and saved, and for
 * `quietMs` before: a held key and a poll tell of many changes.
 */
export function frontKeeper(
  world: Pick<World, 'getSettings' | 'pause'>,
  save: SaveFront,
  quietMs: number,
): FrontKeeper {
  let changes = 0;
  let isKept = true;
  let isMaking = false;
  let gone = Promise.resolve();
  const drop = () => {
    if (isKept) gone = save(null).catch(() => undefined);
    isKept = false;
    return gone;
  };
  const make = async () => {
    for (let known = -1; known !== changes; ) {
      known = changes;
      await world.pause(quietMs);
      if (known !== changes) continue;
      const front = await makeFront(await world.getSettings());
      if (known !== changes) continue;
      isKept = front !== null;
      await save(front);
    }
  };
  const renew = () => {
    if (isMaking) return;
    isMaking = true;
    const rest = () => {
      isMaking = false;
    };
    // what cannot be read or kept is not kept: pages ask the database, as ever
    void make().catch(drop).finally(rest);
  };
  const follow = (change?: Change) => {
    if (change && harmless.has(change.kind)) return gone;
    changes++;
    const dropped = drop();
    renew();
    return dropped;
  };
  return { follow, renew };
}
