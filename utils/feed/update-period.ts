const MINUTES: Record<string, number> = {
  minutely: 1,
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** Minutes between updates from sy:updatePeriod and sy:updateFrequency; null where no period was given. */
export function updatePeriodMinutes(period: string, frequency: number | null): number | null {
  const minutes = MINUTES[period.toLowerCase()];
  return minutes === undefined ? null : Math.max(1, Math.round(minutes / (frequency || 1)));
}
