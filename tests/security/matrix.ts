/** One attack: what a feed would send. `{h}` in it stands for the vector's own host. */
export interface Vector {
  id: string;
  html: string;
  source: string;
  note?: string;
}

/** A table of attacks: every combination of the fillers stands in the pattern once. */
export interface Pattern {
  name: string;
  html: string;
  fill: Record<string, string[]>;
  note: string;
}

const put = (text: string, name: string, value: string) => text.split(`{${name}}`).join(value);

/** All combinations of a pattern's fillers; a filler may itself hold the name of a later one. */
function combinations({ html, fill }: Pattern): string[] {
  return Object.entries(fill).reduce(
    (texts, [name, values]) => texts.flatMap((text) => values.map((value) => put(text, name, value))),
    [html],
  );
}

/** The vectors of a table of patterns, numbered within each pattern. */
export function expandMatrix(patterns: Pattern[]): Vector[] {
  return patterns.flatMap((pattern) =>
    combinations(pattern).map((text, index) => ({
      id: `${pattern.name}-${index + 1}`,
      html: repeatRaw(text),
      source: 'own',
      note: pattern.note,
    })),
  );
}

/** A breaker names the raw text element that stands before it. */
function repeatRaw(text: string): string {
  const raw = /<(style|title|textarea|noscript|xmp|iframe|noembed|noframes|script)>/.exec(text)?.[1] ?? 'p';
  return put(text, 'raw', raw);
}

/** The host that only this vector names. */
export function hostOf(id: string): string {
  return `v${id.toLowerCase().replace(/[^a-z0-9-]/g, '-')}.evil.test`;
}

/** The vector as it is sent: its own host in the places made for it, and in those that other collections use. */
export function attackOf({ id, html }: Vector): string {
  return html.replaceAll('{h}', hostOf(id)).replaceAll(/\b(www\.)?evil\.com\b/g, hostOf(id));
}
