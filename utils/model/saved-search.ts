/** A search that the reader keeps among her views. */
export interface SavedSearch {
  id: number;
  title: string;
  /** As it was typed. */
  query: string;
  /** Place among the others, ascending. */
  position: number;
}
