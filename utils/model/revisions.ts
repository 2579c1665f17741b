/** Earlier texts of one article, at most (a feed that changes its articles every day has no end), and characters of them together. */
export const keptRevisions = { most: 5, length: 400_000 };
