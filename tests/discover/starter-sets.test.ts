import { describe, expect, it } from 'vitest';
import { patternsOf, setsFor, starterSets } from '../../utils/discover/starter-sets';
import { readWebUrl } from '../../utils/text/address-url';

describe('starter sets', () => {
  const feeds = starterSets.flatMap((set) => set.feeds);

  it('name addresses that can be asked, each once', () => {
    const addresses = feeds.flatMap((feed) => feed.addresses);
    expect(addresses.filter((address) => readWebUrl(address)?.protocol !== 'https:')).toEqual([]);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(feeds.filter(({ site }) => !readWebUrl(site))).toEqual([]);
  });

  it('stand in the order of the reader’s language', () => {
    expect(setsFor('zh-CN')[0]?.id).toBe('newsHans');
    expect(setsFor('zh-TW').map(({ id }) => id)[0]).toBe('newsHant');
    expect(setsFor('zh-Hant-HK')[0]?.id).toBe('newsHant');
    expect(setsFor('en-GB')[0]?.language).toBe('en');
    expect(setsFor('fr')).toHaveLength(starterSets.length);
  });

  it('ask for no more sites than they need', () => {
    const [first] = starterSets;
    const patterns = patternsOf(first ? [first] : []);
    expect(patterns).toContain('*://feedx.net/*');
    expect(patterns).not.toContain('*://*/*');
    expect(new Set(patterns).size).toBe(patterns.length);
  });
});
