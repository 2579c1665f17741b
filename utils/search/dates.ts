const day = 86_400_000;
const spans: Record<string, number> = { h: 3_600_000, d: day, w: 7 * day, m: 30 * day, y: 365 * day };

/** The span of time that a word means, as [first ms, first ms behind it], in the reader's own time zone; null for none. */
export function readDate(text: string, now: number): [number, number] | null {
  const ago = /^(\d{1,5})([hdwmy])$/.exec(text);
  if (ago) {
    const at = now - Number(ago[1]) * (spans[ago[2] ?? ''] ?? 0);
    return [at, at];
  }
  const today = new Date(now);
  if (text === 'today') return days(today.getFullYear(), today.getMonth(), today.getDate());
  if (text === 'yesterday') return days(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  const [, year, month, date] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text) ?? [];
  return year === undefined ? null : calendar(Number(year), month, date);
}

function calendar(
  year: number,
  month: string | undefined,
  date: string | undefined,
): [number, number] | null {
  if (month === undefined) return [start(year, 0, 1), start(year + 1, 0, 1)];
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (date === undefined) return [start(year, Number(month) - 1, 1), start(year, Number(month), 1)];
  const isDay = new Date(year, Number(month) - 1, Number(date)).getMonth() === Number(month) - 1;
  return isDay && Number(date) > 0 ? days(year, Number(month) - 1, Number(date)) : null;
}

const start = (year: number, month: number, date: number) => new Date(year, month, date).getTime();

function days(year: number, month: number, date: number): [number, number] {
  return [start(year, month, date), start(year, month, date + 1)];
}
