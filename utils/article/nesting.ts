const words = (text: string) => new Set(text.trim().split(/\s+/));

const voids = words(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);
/** Opened anew by the parser in every block that follows while they are not closed. */
const formatting = words('a b big code em font i nobr s small strike strong tt u');
/** A close tag of something outside does not reach through these. */
const walls = words('applet caption foreignobject marquee math object svg table td template th');
const tableWalls = words('table template svg math');
const tableParts = words('caption colgroup table tbody td tfoot th thead tr');
/** https://html.spec.whatwg.org/multipage/parsing.html#special */
const special =
  words(`address applet article aside blockquote body button caption center colgroup dd details dir div dl dt
  fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html iframe li listing main marquee
  menu nav noembed noframes noscript object ol p plaintext pre script search section select style summary table tbody td
  template textarea tfoot th thead title tr ul xmp`);
const closesParagraph =
  words(`address article aside blockquote center details dialog dir div dl fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr listing main menu nav ol p plaintext pre search section summary table ul`);
/** Which open elements an open tag ends by itself. */
const endedBy: Record<string, Set<string>> = {
  li: words('li'),
  dd: words('dd dt'),
  dt: words('dd dt'),
  td: words('td th'),
  th: words('td th'),
  tr: words('tr'),
  tbody: words('tbody thead tfoot'),
  thead: words('tbody thead tfoot'),
  tfoot: words('tbody thead tfoot'),
};
const listWall = (name: string) => special.has(name) && !/^(?:address|div|p)$/.test(name);

/**
 * Counts how deep a document nests, from its tags alone, never less than the HTML parser will nest: where the parser's
 * rules are too fine to follow, a close tag is not believed.
 */
export class Nesting {
  readonly #open: string[] = [];
  readonly #formats = new Map<string, number>();
  #unclosedFormats = 0;

  get depth(): number {
    return this.#open.length + this.#unclosedFormats;
  }

  /** Elements that the parser makes for this open tag: itself, and formatting that it opens anew. */
  enter(name: string): number {
    if (formatting.has(name)) {
      this.#formats.set(name, (this.#formats.get(name) ?? 0) + 1);
      this.#unclosedFormats++;
      return 1;
    }
    const made = 1 + this.#unclosedFormats;
    if (!this.#isForeign()) this.#endBefore(name);
    if (!voids.has(name)) this.#open.push(name);
    return made;
  }

  leave(name: string): void {
    const unclosed = this.#formats.get(name) ?? 0;
    if (unclosed > 0) {
      this.#formats.set(name, unclosed - 1);
      this.#unclosedFormats--;
    } else if (tableParts.has(name))
      this.#cut(
        (one) => one === name,
        (one) => tableWalls.has(one),
      );
    else
      this.#cut(
        (one) => one === name,
        special.has(name) ? (one) => walls.has(one) : (one) => special.has(one),
      );
  }

  /** Inside SVG and MathML nothing ends by itself. */
  #isForeign(): boolean {
    return this.#open.includes('svg') || this.#open.includes('math');
  }

  #endBefore(name: string): void {
    if (closesParagraph.has(name))
      this.#cut(
        (one) => one === 'p',
        (one) => walls.has(one) || one === 'button',
      );
    const ended = endedBy[name];
    if (!ended) return;
    this.#cut((one) => ended.has(one), tableParts.has(name) ? (one) => tableWalls.has(one) : listWall);
  }

  /** Closes the innermost element that `isWanted`, with all inside, unless a wall stands between. */
  #cut(isWanted: (name: string) => boolean, isWall: (name: string) => boolean): void {
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const name = this.#open[at] ?? '';
      if (isWanted(name)) {
        this.#open.length = at;
        return;
      }
      if (isWall(name)) return;
    }
  }
}
