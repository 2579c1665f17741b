/** One node of an OPML document: a folder when it has no address. */
export interface Outline {
  title: string;
  xmlUrl: string;
  htmlUrl: string;
  children: Outline[];
}

export interface ImportReport {
  added: number;
  alreadyThere: number;
  folders: number;
  /** Addresses that were not taken, and why. */
  refused: { title: string; url: string; reason: 'address-invalid' | 'address-private' }[];
}
