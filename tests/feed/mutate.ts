/** What breaks parsers when it stands where it should not. */
const SPLINTERS = [
  '<',
  '>',
  '</',
  '/>',
  '<!',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<!DOCTYPE x [',
  ']>',
  '&',
  '&#',
  '&#x',
  '&amp;lt;',
  '"',
  "'",
  '=',
  '<item>',
  '</item>',
  '<entry>',
  '<rss>',
  '</channel>',
  '<title>',
  '</title>',
  '\0',
  '\ufffd',
  '\u{1f4f0}',
  '<a:b xmlns:a="x">',
  ' xmlns="',
  ' xml:base="http://[',
  '{',
  '"}',
  '\\u',
  '99999999999999',
  'Feb 31 -1',
].map((text) => new TextEncoder().encode(text));

type Mutation = (bytes: Uint8Array, random: () => number) => Uint8Array;

const splice = (bytes: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array => {
  const out = new Uint8Array(Math.max(0, bytes.length - remove) + insert.length);
  out.set(bytes.subarray(0, at));
  out.set(insert, at);
  out.set(
    bytes.subarray(Math.min(bytes.length, at + remove)).subarray(0, out.length - at - insert.length),
    at + insert.length,
  );
  return out;
};

const place = (bytes: Uint8Array, random: () => number) => Math.floor(random() * bytes.length);

const MUTATIONS: Mutation[] = [
  // cut off
  (bytes, random) => bytes.slice(0, place(bytes, random)),
  // the beginning lost
  (bytes, random) => bytes.slice(place(bytes, random)),
  // a piece lost
  (bytes, random) => {
    const at = place(bytes, random);
    return splice(bytes, at, Math.min(bytes.length - at, 1 + Math.floor(random() * 200)), new Uint8Array());
  },
  // a splinter put in
  (bytes, random) =>
    splice(bytes, place(bytes, random), 0, SPLINTERS[Math.floor(random() * SPLINTERS.length)] ?? bytes),
  // a byte changed
  (bytes, random) => {
    const out = bytes.slice();
    out[place(bytes, random)] = Math.floor(random() * 256);
    return out;
  },
  // a piece doubled elsewhere
  (bytes, random) => {
    const from = place(bytes, random);
    return splice(bytes, place(bytes, random), 0, bytes.slice(from, from + Math.floor(random() * 400)));
  },
  // every angle bracket, quotation mark or ampersand of a stretch gone
  (bytes, random) => {
    const victim = [60, 62, 34, 38, 93][Math.floor(random() * 5)];
    const at = place(bytes, random);
    return bytes.filter((byte, i) => byte !== victim || i < at || i > at + 1000);
  },
];

/** `bytes` with one to four things wrong with it. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  let out = bytes;
  for (let count = 1 + Math.floor(random() * 4); count > 0 && out.length > 0; count--) {
    out = (MUTATIONS[Math.floor(random() * MUTATIONS.length)] ?? (() => out))(out, random);
  }
  return out;
}
