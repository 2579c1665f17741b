import type { Feed, Source } from '../model/feed';
import { isPrivateHost } from '../text/address';
import { readWebUrl } from '../text/address-url';
import { historyOf } from './history';
import { activeIndex, heldUntilOf } from './sources';

/** Between two requests to one host (ms). */
const stepMs = 2000;

function hostOf(source: Source | undefined): string {
  return readWebUrl(source?.url ?? '')?.hostname ?? '';
}

/** The addresses of a feed with those of a host held until then; what has no validators there wants a day's patience. */
export function heldSources(sources: readonly Source[], isMeant: (source: Source) => boolean, until: number) {
  return sources.map((source): Source => {
    if (!isMeant(source)) return source;
    const history = historyOf(source);
    const heldUntil = Math.max(history.heldUntil, until);
    return { ...source, history: { ...history, heldUntil, wantsDay: source.validators === null } };
  });
}

/**
 * The other feeds with an address at the host that has told one feed to wait, with their turns after it; a feed that has
 * an address elsewhere goes on there. None on private hosts and bare addresses, where many services may stand behind one
 * name (polling S-6).
 */
export function heldWith(told: Feed, feeds: readonly Feed[], now: number): Map<number, (feed: Feed) => Feed> {
  const source = told.sources[activeIndex(told)];
  const until = historyOf(source).heldUntil;
  const host = hostOf(source);
  const isShared = host === '' || isPrivateHost(host) || /^[\d.]+$|^\[/.test(host);
  if (isShared || until <= now) return new Map();
  const isMeant = (each: Source) => hostOf(each) === host;
  const others = feeds.filter((feed) => feed.id !== told.id && feed.sources.some(isMeant));
  return new Map(
    others.map(({ id }, index) => [id, (feed) => held(feed, isMeant, until, now, (index + 1) * stepMs)]),
  );
}

function held(
  feed: Feed,
  isMeant: (source: Source) => boolean,
  until: number,
  now: number,
  turn: number,
): Feed {
  const sources = heldSources(feed.sources, isMeant, until);
  const heldUntil = heldUntilOf({ sources }, now);
  const after = { ...feed, sources, heldUntil };
  const at = heldUntil + turn;
  if (heldUntil === 0 || at <= feed.nextCheckAt) return after;
  return { ...after, nextCheckAt: at, nextCheckReason: 'retry-after' };
}
