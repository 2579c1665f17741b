import { type FrontKeeper, frontKeeper } from '../../utils/actions/keep-front';
import { takeIn } from '../../utils/actions/take-in';
import type { World } from '../../utils/actions/world';
import { leaveFront, saveFront } from '../../utils/browser/front';
import { watchSettings } from '../../utils/browser/settings';
import type { Change } from '../../utils/messages/protocol';
import { withIdleRests } from './idle-rests';

/** After the last change: a poll of hundreds of feeds is let finish first. */
const quietMs = 2000;
let timer: ReturnType<typeof setTimeout> | undefined;
let keepers: FrontKeeper[] | undefined;

/** After the last change: one copy of the front is in memory, the other is written to disk and has time until the browser ends. */
const soonMs = 250;
const atRestMs = 3000;

async function index(world: World): Promise<void> {
  const idle = withIdleRests(world);
  await world.keepAlive(() => takeIn(idle.world)).finally(idle.stop);
}

/** What arrives or changes can be found by search soon after, once nothing else is going on. */
function indexSoon(world: World): void {
  clearTimeout(timer);
  timer = setTimeout(() => void index(world).catch(() => undefined), quietMs);
}

function frontOf(world: World): FrontKeeper[] {
  const made = [frontKeeper(world, saveFront, soonMs), frontKeeper(world, leaveFront, atRestMs)];
  watchSettings(() => void dropFront(made));
  return made;
}

function dropFront(of: FrontKeeper[], change?: Change): Promise<unknown> {
  return Promise.all(of.map((keeper) => keeper.follow(change)));
}

/**
 * What follows a change, or a start of the background: the index of search, and what the popup shows first. Done when the
 * popup would not show what was before.
 */
export async function follow(world: World, change?: Change): Promise<void> {
  if (change?.kind !== 'indexed') indexSoon(world);
  keepers ??= frontOf(world);
  if (change) await dropFront(keepers, change);
  else for (const keeper of keepers) keeper.renew();
}

/** The same before a change is made: should all end in the middle of it, the next start shows nothing that was before. */
export async function expectChange(world: World): Promise<void> {
  keepers ??= frontOf(world);
  await dropFront(keepers);
}
