import { markRead } from '../../utils/actions/mark-read';
import { oneAtATime } from '../../utils/actions/one-at-a-time';
import { star } from '../../utils/actions/star';
import type { MessageName } from '../../utils/messages/protocol';
import type { Handlers } from '../../utils/messages/serve';
import type { AtHand } from './handlers';
import type { FollowedWorld } from './with-followers';

/** What takes articles out of the list of unread ones, or brings them back. */
const moving = new Set<MessageName>(['markRead', 'markAllRead', 'undo', 'unsubscribe', 'mergeFeeds']);

/** What marks and tags articles: done in the order in which it was asked for, at hand or to be loaded first. */
const marking = new Set<MessageName>(['markRead', 'star', 'markAllRead', 'undo', 'tagEntries']);

/**
 * Marking single articles happens all day and is at hand; even the table of all other messages is loaded when one of them comes. What is
 * answered has come true for every page that opens.
 */
export function handlersAtHand(world: FollowedWorld): Handlers {
  const own: Pick<Handlers, AtHand> & Partial<Handlers> = {
    markRead: (input) => markRead(world, input),
    star: (input) => star(world, input),
  };
  const inTurn = oneAtATime();
  const get = (_: object, name: Exclude<MessageName, AtHand>) => async (input: never) => {
    const act = async () => {
      if (moving.has(name)) await world.expectChange();
      return (own[name] ?? (await import('./handlers')).handlersIn(world)[name])(input);
    };
    const output = await (marking.has(name) ? inTurn(act) : act());
    await world.followed();
    return output;
  };
  return new Proxy(own, { get: get as never }) as Handlers;
}
