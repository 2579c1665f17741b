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
 * not have; 24:00 is the next day's midnight, second 60 (a leap second) is 59.
 */
export function toEpoch(
  { year, month, day }: Day,
  { hour, minute, second }: Time,
  east: number,
): number | null {
  if (hour > 24 || minute > 59 || second > 60 || hour * 60 + minute > 1440 || !(Math.abs(east) <= 900))
    return null;
  const date = new Date(0);
  // Not Date.UTC, which takes years below 100 for 1900 and later.
  const midnight = date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return midnight + ((hour * 60 + minute - east) * 60 + Math.min(second, 59)) * 1000;
}

/** Of an offset as zones are written, `+08` and `30`. */
export function minutesEast(hours: string, minutes = ''): number {
  return Number(hours) * 60 + Number(hours.charAt(0) + minutes);
}
