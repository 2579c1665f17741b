import { type FrontKeeper, frontKeeper } from '../../utils/actions/keep-front';
import { takeIn } from '../../utils/actions/take-in';
import type { World } from '../../utils/actions/world';
import { saveFront } from '../../utils/browser/front';
import { watchSettings } from '../../utils/browser/settings';
import type { Change } from '../../utils/messages/protocol';
import { withIdleRests } from './idle-rests';

/** After the last change: a poll of hundreds of feeds is let finish first. */
const quietMs = 2000;
let timer: ReturnType<typeof setTimeout> | undefined;
let keeper: FrontKeeper | undefined;

async function index(world: World): Promise<void> {
  const idle = withIdleRests(world);
  await world.keepAlive(() => takeIn(idle.world)).finally(idle.stop);
}

/** What arrives or changes can be found by search soon after, once nothing else is going on. */
function indexSoon(world: World): void {
  clearTimeout(timer);
  timer = setTimeout(() => void index(world).catch(() => undefined), quietMs);
}

function frontOf(world: World): FrontKeeper {
  const made = frontKeeper(world, saveFront);
  watchSettings(() => void made.follow());
  return made;
}

/**
 * What follows a change, or a start of the background: the index of search, and what the popup shows first. Done when the
 * popup would not show what was before.
 */
export async function follow(world: World, change?: Change): Promise<void> {
  if (change?.kind !== 'indexed') indexSoon(world);
  keeper ??= frontOf(world);
  if (change) await keeper.follow(change);
  else keeper.renew();
}
