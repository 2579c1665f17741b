import { browser } from 'wxt/browser';

const name = 'poll';
/** Chromium gives packed extensions no shorter one. */
const shortestMs = 30_000;

/** When the background is to be woken: at a time (ms since the epoch), and again every so many minutes after it. */
export interface Wake {
  at: number;
  everyMinutes: number;
}

/** Wakes the background then and no sooner, but never in less than half a minute. */
export async function wakeAt({ at, everyMinutes }: Wake, now: number): Promise<void> {
  await browser.alarms.create(name, { when: Math.max(at, now + shortestMs), periodInMinutes: everyMinutes });
}

/** The same, unless it is woken sooner anyhow: a worker that starts often must not push its own alarm away. */
export async function wakeBy(wake: Wake, now: number): Promise<void> {
  const present = await browser.alarms.get(name);
  const sooner = present && present.scheduledTime > now && present.scheduledTime <= wake.at;
  if (!sooner) await wakeAt(wake, now);
}

/** Calls back at each alarm; to be called synchronously at the worker's start. */
export function watchAlarms(onAlarm: () => void): void {
  browser.alarms.onAlarm.addListener(onAlarm);
}
