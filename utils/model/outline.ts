/** One node of an OPML document: a folder when it has no address. */
export interface Outline {
  /** The folder's name, or the feed's own title. */
  title: string;
  xmlUrl: string;
  htmlUrl: string;
  children: Outline[];
  /** The reader's own name for the feed, where there is one. */
  customTitle?: string;
  /** The feed's further addresses, in order. */
  mirrors?: string[];
  /** What else we say about a feed in our own namespace, by name: kept as it is, also what a later version wrote. */
  settings?: Readonly<Record<string, string>>;
}

export interface ImportReport {
  added: number;
  alreadyThere: number;
  /** Feeds that the document had twice, in nearly the same spelling, and the address that stands for both. */
  merged: { title: string; url: string; into: string }[];
  folders: number;
  /** Addresses that were not taken, and why. */
  refused: { title: string; url: string; reason: 'address-invalid' | 'address-private' }[];
}
