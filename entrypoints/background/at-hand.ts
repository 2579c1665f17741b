import { markRead } from '../../utils/actions/mark-read';
import { star } from '../../utils/actions/star';
import type { World } from '../../utils/actions/world';
import type { Input, MessageName, Output } from '../../utils/messages/protocol';
import type { Handlers } from '../../utils/messages/serve';
import type { AtHand } from './handlers';

/** Marking single articles happens all day and is at hand; even the table of all other messages is loaded when one of them comes. */
export function handlersAtHand(world: World): Handlers {
  const own: Pick<Handlers, AtHand> & Partial<Handlers> = {
    markRead: (input) => markRead(world, input),
    star: (input) => star(world, input),
  };
  const load = async <N extends Exclude<MessageName, AtHand>>(name: N, input: Input<N>): Promise<Output<N>> =>
    (await import('./handlers')).handlersIn(world)[name](input);
  const get = (_: object, name: Exclude<MessageName, AtHand>) =>
    own[name] ?? ((input: never) => load(name, input));
  return new Proxy(own, { get: get as never }) as Handlers;
}
