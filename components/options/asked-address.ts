import { parseAddress } from '../../utils/text/address';

/** What another page of ours, or a link, wants the reader to decide about here. */
export interface Asked {
  /** For the box; '' for none. */
  find: string;
  /** Feeds to choose from. */
  add: string[];
}

const maxFeeds = 20;

function addressesOf(parameters: URLSearchParams, name: string): string[] {
  const found = parameters.getAll(name).flatMap((text) => parseAddress(text)?.url ?? []);
  return [...new Set(found)].slice(0, maxFeeds);
}

/** Reads `#find=<page>` and `#add=<feed>&add=<feed>`. Nothing is asked or stored before the reader presses a button. */
export function parseAsked(hash: string): Asked {
  const parameters = new URLSearchParams(/^#(?:add|find)=/.test(hash) ? hash.slice(1) : '');
  return { find: addressesOf(parameters, 'find')[0] ?? '', add: addressesOf(parameters, 'add') };
}
