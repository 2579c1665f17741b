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

/**
 * Milliseconds since the epoch, of a place `east` minutes from Greenwich. Null for what the calendar or the clock does
 * not have, and for years that programs write who mean none (.NET's 1 January 0001); 24:00 is the next day's midnight,
 * second 60 (a leap second) is 59.
 */
export function toEpoch(
  { year, month, day }: Day,
  { hour, minute, second }: Time,
  east: number,
): number | null {
  if (hour > 24 || minute > 59 || second > 60 || hour * 60 + minute > 1440 || !(Math.abs(east) <= 900))
    return null;
  if (!(year > 99 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  const midnight = Date.UTC(year, month - 1, day);
  if (day > 28 && new Date(midnight).getUTCDate() !== day) return null;
  return midnight + ((hour * 60 + minute - east) * 60 + Math.min(second, 59)) * 1000;
}
