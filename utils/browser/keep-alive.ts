import { browser } from 'wxt/browser';

/** Both browsers end an idle background 30 s after the last event or API call, whatever it is in the middle of. */
const pulseMs = 20_000;

/** Keeps the background running until the work is done, by a call that costs nothing. */
export async function keepAlive<T>(work: () => Promise<T>): Promise<T> {
  const pulse = setInterval(() => void browser.runtime.getPlatformInfo(), pulseMs);
  try {
    return await work();
  } finally {
    clearInterval(pulse);
  }
}
