export interface ParsedJson {
  value: unknown;
  /** The text ended too early: what was complete of the arrays in the outermost object is there. */
  truncated: boolean;
}

/**
 * JSON that may have something after its end (a comment of a cache, a second answer), or no end: `value` is undefined
 * for what is not JSON even then.
 */
export function parseJson(text: string): ParsedJson {
  const value = tryParse(text);
  if (value !== undefined) return { value, truncated: false };
  const { end, lastItem } = measure(text);
  if (end > 0) return { value: tryParse(text.slice(0, end)), truncated: false };
  return { value: tryParse(`${text.slice(0, lastItem)}]}`), truncated: true };
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where the first value ends, by its brackets outside of strings, and the last object in an array within it; or 0. */
function measure(text: string): { end: number; lastItem: number } {
  const token = /["{}[\]]/g;
  let depth = 0;
  let lastItem = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const char = found[0];
    if (char === '"') token.lastIndex = endOfString(text, token.lastIndex);
    else if (char === '{' || char === '[') depth++;
    else if (--depth === 0) return { end: token.lastIndex, lastItem };
    else if (depth === 2 && char === '}') lastItem = token.lastIndex;
  }
  return { end: 0, lastItem };
}

function endOfString(text: string, from: number): number {
  let i = from;
  while (i < text.length && text.charCodeAt(i) !== 34) i += text.charCodeAt(i) === 92 ? 2 : 1;
  return i + 1;
}
