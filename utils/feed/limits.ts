/**
 * What one document may hold. What is over a limit is dropped and the rest is read: no feed comes near these figures,
 * and a document that does must not cost memory or time for it. Attributes per tag: utils/text/attributes.ts.
 */
export const MAX_TEXT = 32 * 1024 * 1024;
export const MAX_DEPTH = 128;
/** Per element; entries are counted apart. */
export const MAX_CHILDREN = 1024;
export const MAX_ENTRIES = 25_000;
/** Categories, and enclosures, of one entry. */
export const MAX_LISTED = 64;
/** Internal entities of a DOCTYPE, and the characters of each. */
export const MAX_DECLARED = 512;
export const MAX_DECLARED_LENGTH = 64;
