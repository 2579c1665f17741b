/** The package's own parser, for contexts without a DOM; it has no types of its own. */
declare module '@mozilla/readability/JSDOMParser.js' {
  class JSDOMParser {
    parse(html: string, url: string): Document;
  }
  export = JSDOMParser;
}
