/** How much of a text was found, and how much else with it, by words (Chinese: by characters). */
export interface Score {
  precision: number;
  recall: number;
  f1: number;
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.match(/\p{sc=Han}|[\p{L}\p{N}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const sum = (counts: Map<string, number>) => [...counts.values()].reduce((all, one) => all + one, 0);

export function scoreOf(found: string, wanted: string): Score {
  const [a, b] = [countWords(found), countWords(wanted)];
  const common = [...a].reduce((all, [word, count]) => all + Math.min(count, b.get(word) ?? 0), 0);
  const precision = sum(a) === 0 ? 0 : common / sum(a);
  const recall = sum(b) === 0 ? 0 : common / sum(b);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
