import type { World } from '../../utils/actions/world';
import type { Change } from '../../utils/messages/protocol';

export interface FollowedWorld extends World {
  /** Begins what follows a change, or a start where nothing changed; done when nothing shows what was before. */
  followUp(change?: Change): Promise<unknown>;
  /** To be awaited before articles are marked or removed; done when nothing shows them as they are, even after a crash. */
  expectChange(): Promise<unknown>;
  /** Done when nothing shows what was before the last change. */
  followed(): Promise<unknown> | undefined;
}

/** The world in which work follows what changes; that work is loaded apart. */
export function withFollowers(world: World): FollowedWorld {
  let last: Promise<unknown> | undefined;
  const following: FollowedWorld = {
    ...world,
    announce(change) {
      world.announce(change);
      last = following.followUp(change);
    },
    // what goes wrong now is tried again at the next change or start
    followUp: (change) =>
      import('./follow').then(({ follow }) => follow(following, change)).catch(() => undefined),
    expectChange: () =>
      import('./follow').then(({ expectChange }) => expectChange(following)).catch(() => undefined),
    followed: () => last,
  };
  return following;
}
