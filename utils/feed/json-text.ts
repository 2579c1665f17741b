/**
 * JSON that may have something after its end (a comment of a cache, a second answer), or nothing at all: undefined for
 * what is not JSON even then.
 */
export function parseJson(text: string): unknown {
  return tryParse(text) ?? tryParse(text.slice(0, endOfValue(text)));
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where the first object or array ends, by its brackets outside of strings; 0 where it does not. */
function endOfValue(text: string): number {
  const token = /["{}[\]]/g;
  let depth = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const char = found[0];
    if (char === '"') token.lastIndex = endOfString(text, token.lastIndex);
    else if (char === '{' || char === '[') depth++;
    else if (--depth === 0) return token.lastIndex;
  }
  return 0;
}

function endOfString(text: string, from: number): number {
  let i = from;
  while (i < text.length && text.charCodeAt(i) !== 34) i += text.charCodeAt(i) === 92 ? 2 : 1;
  return i + 1;
}
