import { twinAddresses } from '../discover/twins';
import type { ImportReport, Outline } from '../model/outline';
import { addressKey } from '../text/address';

/** A list in which each feed stands once, and what was said of it a second time. */
export interface JoinedOutlines {
  outlines: Outline[];
  merged: ImportReport['merged'];
}

/**
 * Makes one feed of those that a list names by several addresses: known mirrors of each other (feedx.net and feedx.site),
 * or an address that stands among the mirrors of another. The first keeps its place and name and gets all the addresses.
 */
export function joinOutlines(outlines: readonly Outline[]): JoinedOutlines {
  const owners = new Map<string, Outline>();
  const merged: ImportReport['merged'] = [];
  const take = (nodes: readonly Outline[]): Outline[] =>
    nodes.flatMap((node) => {
      if (node.xmlUrl === '') return [{ ...node, children: take(node.children) }];
      const owner = ownerOf(node, owners);
      const feed = owner ?? { ...node };
      if (owner) {
        addAddresses(owner, node);
        merged.push({ title: node.title, url: node.xmlUrl, into: owner.xmlUrl });
      }
      for (const url of addressesOf(node)) owners.set(addressKey(url), feed);
      return owner ? [] : [feed];
    });
  return { outlines: take(outlines), merged };
}

/** The addresses at which a feed may be known already: its own, and those of its mirrors. */
export function addressesOf({ xmlUrl, mirrors = [] }: Outline): string[] {
  return [xmlUrl, ...mirrors];
}

/** Other addresses by which a feed that is followed may be the one of this outline. */
export function furtherAddresses({ xmlUrl, mirrors = [] }: Outline): string[] {
  return [...mirrors, ...twinAddresses(xmlUrl)];
}

function ownerOf(outline: Outline, owners: ReadonlyMap<string, Outline>): Outline | undefined {
  const addresses = [outline.xmlUrl, ...furtherAddresses(outline)];
  return addresses.flatMap((url) => owners.get(addressKey(url)) ?? [])[0];
}

function addAddresses(owner: Outline, other: Outline): void {
  const known = new Set(addressesOf(owner).map(addressKey));
  const further = addressesOf(other).filter((url) => !known.has(addressKey(url)));
  if (further.length > 0) owner.mirrors = [...(owner.mirrors ?? []), ...further];
  if (owner.title === '') owner.title = other.title;
}
