import { signal } from '@preact/signals';

/** What the address of the options page names: a section, and what of it. */
export interface Place {
  section: string;
  /** The feed whose page it is. */
  feedId: number | null;
  /** What follows the section's name. */
  part: string;
}

/** Reads `#feed/3`, `#health/failing`, `#images`. The hash only says where to look, whoever wrote it. */
export function parsePlace(hash: string): Place {
  const [, section = '', part = ''] = /^#([a-z]+)(?:\/(\w{1,15}))?$/.exec(hash) ?? [];
  const feedId = section === 'feed' && /^[1-9]\d*$/.test(part) ? Number(part) : null;
  return { section, part, feedId };
}

export const place = signal(parsePlace(location.hash));

window.addEventListener('hashchange', () => {
  place.value = parsePlace(location.hash);
});

/** The hash of a feed's page. */
export function feedHash(feedId: number): string {
  return `#feed/${feedId}`;
}
