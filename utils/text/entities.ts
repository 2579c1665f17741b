import { characterOf } from './code-point';
import { accents, FIRST_CAPITAL, LAST_CAPITAL, packedEntities } from './entity-table';
import { repairC1 } from './windows-1252';

/** The third form: what is also understood without its semicolon, where no letter, digit or `=` follows (`&amp <`). */
const REFERENCE = /&(?:#(x[\da-f]+|\d+);?|(\w{2,31});|(amp|lt|gt|quot|nbsp)(?![\w=]))/gi;

let unpacked: Map<string, string> | undefined;

/**
 * Decodes character references once: names of HTML (`entity-table.ts`), and numbers, where 128 to 159 mean windows-1252 as
 * in HTML, and what is no character becomes U+FFFD. What is no reference stays as it is. `declared` adds the document's
 * own names.
 */
export function decodeEntities(text: string, declared?: ReadonlyMap<string, string>): string {
  if (!text.includes('&')) return text;
  // Articles are full of these two; where one of them stands no other reference begins or ends.
  const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  return plain.replace(REFERENCE, (all, number?: string, name?: string, loose = '') =>
    number === undefined ? (referred(name ?? loose, declared) ?? all) : numericCharacter(number),
  );
}

function referred(name: string, declared?: ReadonlyMap<string, string>): string | undefined {
  return declared?.get(name) ?? table().get(name) ?? accented(name);
}

/** `number` is `38` or `x26`. */
function numericCharacter(number: string): string {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number);
  return repairC1(characterOf(code));
}

/** One letter with its accent, where Unicode has that as one character. */
function accented(name: string): string | undefined {
  const accent = accents[name.slice(1)];
  const letter = accent && (name.charAt(0) + accent).normalize('NFC');
  return letter?.length === 1 ? letter : undefined;
}

function table(): Map<string, string> {
  if (unpacked) return unpacked;
  unpacked = new Map();
  let code = 0;
  for (const group of packedEntities.split(',')) {
    code += Number.parseInt(group, 10) || 1;
    for (const name of group.replace(/^\d+/, '').split(' ')) {
      unpacked.set(name, String.fromCodePoint(code));
      const capital = name.charAt(0).toUpperCase() + name.slice(1);
      if (code >= FIRST_CAPITAL && code <= LAST_CAPITAL)
        unpacked.set(capital, String.fromCodePoint(code - 32));
    }
  }
  return unpacked;
}
