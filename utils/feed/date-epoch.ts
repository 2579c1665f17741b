export interface Day {
  year: number;
  /** 1 to 12 */
  month: number;
  day: number;
}

export interface Time {
  hour: number;
  minute: number;
  second: number;
}

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MINUTE = 60_000;

/**
 * Milliseconds since the epoch, of a place `east` minutes from Greenwich. Null for what the calendar or the clock does
 * not have; 24:00 is the next day's midnight, second 60 (a leap second) is 59.
 */
export function toEpoch(
  { year, month, day }: Day,
  { hour, minute, second }: Time,
  east: number,
): number | null {
  if (!(day >= 1 && day <= (MONTH_DAYS[month - 1] ?? 0)) || !(Math.abs(east) <= 15 * 60)) return null;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null;
  if (month === 2 && day === 29 && !isLeap(year)) return null;
  // Date.UTC takes years below 100 for 1900 and later; the calendar repeats every 400 years.
  const cycles = year < 400 ? 1 : 0;
  const at = Date.UTC(year + cycles * 400, month - 1, day, hour, minute, Math.min(second, 59));
  return at - east * MINUTE - cycles * 146_097 * 1440 * MINUTE;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
