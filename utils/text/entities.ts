import { characterOf } from './code-point';
import { accents, FIRST_CAPITAL, LAST_CAPITAL, packedEntities } from './entity-table';
import { repairC1 } from './windows-1252';

/** The third form: what is also understood without its semicolon, where no letter, digit or `=` follows (`&amp <`). */
const REFERENCE = /&(?:#(x[\da-f]+|\d+);?|(\w{2,31});|(amp|lt|gt|quot|nbsp)(?![\w=]))/iy;

let unpacked: Map<string, string> | undefined;

/**
 * Decodes character references once: names of HTML (`entity-table.ts`), and numbers, where 128 to 159 mean windows-1252 as
 * in HTML, and what is no character becomes U+FFFD. What is no reference stays as it is. `declared` adds the document's
 * own names.
 */
export function decodeEntities(text: string, declared?: ReadonlyMap<string, string>): string {
  let result = '';
  let done = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', done)) {
    // Articles are full of these two.
    let value = text.startsWith('lt;', at + 1) ? '<' : text.startsWith('gt;', at + 1) ? '>' : '';
    let end = at + 4;
    if (value === '') {
      REFERENCE.lastIndex = at;
      const [all, number, name, loose = ''] = REFERENCE.exec(text) ?? ['&', undefined, ''];
      value = (number === undefined ? referred(name ?? loose, declared) : numericCharacter(number)) ?? all;
      end = at + all.length;
    }
    result += text.slice(done, at) + value;
    done = end;
  }
  return done === 0 ? text : result + text.slice(done);
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
