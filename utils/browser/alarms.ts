import { browser } from 'wxt/browser';

const name = 'poll';
/** Chromium gives packed extensions no shorter one. */
const shortestMs = 30_000;

/**
 * Wakes the background at `when` (ms since the epoch; never sooner than in half a minute), and every `everyMinutes`
 * after. An alarm that would come sooner stays, so that a worker which starts often does not push its poll away.
 */
export async function wakeAt(when: number, now: number, everyMinutes: number): Promise<void> {
  const wanted = Math.max(when, now + shortestMs);
  const present = await browser.alarms.get(name);
  if (present && present.scheduledTime > now && present.scheduledTime <= wanted) return;
  await browser.alarms.create(name, { when: wanted, periodInMinutes: everyMinutes });
}

/** Calls back at each alarm; to be called synchronously at the worker's start. */
export function watchAlarms(onAlarm: () => void): void {
  browser.alarms.onAlarm.addListener(onAlarm);
}
