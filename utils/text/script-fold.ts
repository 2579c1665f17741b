import { scriptGroups } from './script-fold-table';

const firstHan = 0x3400;
const lastHan = 0x9fff;
let table: Uint16Array | null = null;

function build(): Uint16Array {
  const built = Uint16Array.from({ length: lastHan - firstHan + 1 }, (_, place) => firstHan + place);
  for (const group of scriptGroups.trim().split(/\s+/)) {
    const chief = group.charCodeAt(0);
    for (let at = 1; at < group.length; at++) built[group.charCodeAt(at) - firstHan] = chief;
  }
  return built;
}

/** `foldScript` for one UTF-16 unit. */
export function foldHanUnit(unit: number): number {
  if (unit < firstHan || unit > lastHan) return unit;
  table ??= build();
  return table[unit - firstHan] ?? unit;
}

/**
 * The text with one character for all that are the same word's in simplified, traditional and variant writing: equal
 * results for 臺灣 and 台湾. For comparing only, never to be shown: it also joins what simplified writing joined (后 and
 * 後, 发, 發 and 髮). As long as `text`, unit for unit; characters outside Chinese and outside the BMP stay.
 */
export function foldScript(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const folded = foldHanUnit(unit);
    if (folded === unit) continue;
    kept.push(text.slice(from, at), String.fromCharCode(folded));
    from = at + 1;
  }
  return from === 0 ? text : kept.join('') + text.slice(from);
}
