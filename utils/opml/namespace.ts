/** Ours in OPML 2.0, which allows attributes in a namespace of one's own. A name, not a page: nobody asks for it. */
export const namespaceUri = 'https://broadsheet.example/opml';

/** The prefix that we write. */
export const namespacePrefix = 'broadsheet';

/** What a name of a setting may look like. */
export const settingName = /^[A-Za-z][\w-]{0,63}$/;
